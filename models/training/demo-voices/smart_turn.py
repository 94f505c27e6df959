"""Measure Smart Turn v3.2 on dialogues made by `./aizuchi eval turns DIR --make`, as Pipecat uses it.

smart_turn.py DIR PIPECAT   (PIPECAT: the unpacked wheel: pip download --no-deps pipecat-ai==1.14.0; unzip pipecat_ai-*.whl)

Silero decides where a voice pauses; after `stop` seconds of pause the model is asked once whether the turn is complete.
If not, the turn ends after three seconds of silence. For each `stop` one line: false cut-ins, missed ends, delay. All
in the time of the sound: what the model itself takes is told beside it, and not added.
"""

import csv
import sys
import time
import wave
from collections import defaultdict
from pathlib import Path

import numpy as np
import onnxruntime

RATE, STEP = 16_000, 512
TOLERANCE_MS = 60
START_S, LONGEST_SILENCE_S, PRE_SPEECH_S = 0.2, 3.0, 0.5
VOICE = 0.7


def session(path):
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    return onnxruntime.InferenceSession(str(path), options)


def first_channel(path):
    with wave.open(str(path)) as sound:
        samples = np.frombuffer(sound.readframes(sound.getnframes()), "<i2")
        return samples[:: sound.getnchannels()].astype(np.float32) / 32768


def voice(silero, sound):
    """Give for each 32 ms the probability of a voice."""
    state, context, found = np.zeros((2, 1, 128), np.float32), np.zeros(64, np.float32), []
    for at in range(0, len(sound) - STEP + 1, STEP):
        chunk = np.concatenate([context, sound[at : at + STEP]])
        probability, state = silero.run(None, {"input": chunk[None], "state": state, "sr": np.array(RATE, np.int64)})
        context = chunk[-64:]
        found.append(float(probability[0, 0]))
    return np.array(found)


class Turns:
    def __init__(self, folder):
        self.marks = defaultdict(list)
        with open(folder / "marks.tsv", encoding="utf-8") as table:
            for row in csv.DictReader(table, delimiter="\t", quoting=csv.QUOTE_NONE):
                self.marks[row["file"]].append((row["kind"], int(row["from_ms"]), int(row["to_ms"])))
        self.files = [f for f, marks in self.marks.items() if any(kind == "turn" for kind, _, _ in marks)]
        self.pauses = sum(kind in ("pause", "spot") for f in self.files for kind, _, _ in self.marks[f])


def ends(voiced, sound, stop_s, complete):
    """Yield the moments in ms at which a turn is taken for ended."""
    speaking, begun, run, silent = False, 0, 0, 0
    open_turn, asked = False, False
    for i, is_voice in enumerate(voiced):
        now = (i + 1) * STEP
        run = run + 1 if is_voice else 0
        silent = 0 if is_voice else silent + 1
        if not speaking and run * STEP >= START_S * RATE:
            speaking, asked = True, False
            if not open_turn:
                open_turn, begun = True, now - run * STEP
        if speaking and silent * STEP >= stop_s * RATE:
            speaking = False
            if complete(sound[max(0, begun - int(PRE_SPEECH_S * RATE)) : now]):
                open_turn = False
                yield now * 1000 / RATE
        elif open_turn and silent * STEP >= LONGEST_SILENCE_S * RATE:
            open_turn = False
            yield now * 1000 / RATE


def main(folder, pipecat):
    sys.path.insert(0, str(pipecat / "pipecat/audio/turn/smart_turn"))
    from _whisper_features import compute_whisper_log_mel_features as features

    model = session(pipecat / "pipecat/audio/turn/smart_turn/data/smart-turn-v3.2-cpu.onnx")
    silero = session(pipecat / "pipecat/audio/vad/data/silero_vad.onnx")
    turns, took = Turns(folder), []

    def complete(segment):
        begun = time.perf_counter()
        segment = segment[-8 * RATE :]
        whole = np.pad(segment, (8 * RATE - len(segment), 0))
        score = model.run(None, {"input_features": features(whole)[None]})[0].item()
        took.append((time.perf_counter() - begun) * 1000)
        return score > 0.5

    sounds = {file: first_channel(folder / file) for file in turns.files}
    voiced = {file: voice(silero, sound) > VOICE for file, sound in sounds.items()}
    print("stop s  turns pauses cut-in missed  delay p50   p95   mean ms")
    for stop_s in map(float, sys.argv[3:] or ["0.2", "0.3", "0.4", "0.5", "0.6", "0.8"]):
        cut_ins, missed, delays = 0, 0, []
        for file in turns.files:
            found = list(ends(voiced[file], sounds[file], stop_s, complete))
            for kind, begin, end in turns.marks[file]:
                if kind == "turn":
                    cut_ins += sum(begin <= at < end - TOLERANCE_MS for at in found)
                    after = [at - end for at in found if at >= end - TOLERANCE_MS]
                    delays += after[:1]
                    missed += not after
        print(
            f"{stop_s:6.1f} {len(turns.files):6d} {turns.pauses:6d} {cut_ins:6d} {missed:6d}"
            f" {np.median(delays):10.0f} {np.percentile(delays, 95):5.0f} {np.mean(delays):6.0f}"
        )
    print(f"model: p50 {np.median(took):.0f} p95 {np.percentile(took, 95):.0f} ms each time it is asked")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
