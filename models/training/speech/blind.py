"""Speak a set of sentences for evaluation: WAV files and an index with the phones that were spoken.

blind.py SENTENCES VOICES_TSV HTS_FOLDER KOKORO_FOLDER OUT [--each]
"""

import sys
from pathlib import Path

import numpy as np

from phones import NUMBER
from sound import resized
from voices import RATE, Hts, Kokoro


def speaker(hts_folder, kokoro_folder):
    import pyopenjtalk

    mei = Hts([Path(pyopenjtalk.__file__).parent / "htsvoice/mei_normal.htsvoice"])
    tohoku = {s: Hts([Path(hts_folder) / f"tohoku-f01-{s}.htsvoice"]) for s in ("neutral", "happy", "angry", "sad")}
    kokoro = Kokoro(kokoro_folder)

    def speak(text, voice, speed, pitch):
        kind, name = voice.split(":")
        if kind == "kokoro":
            names = name.split("+")
            sound, phones = kokoro.speak(text, {n: 1 / len(names) for n in names}, speed)
            sound = resized(sound, 2 ** (pitch / 12)) if pitch else sound
        else:
            hts = mei if kind == "mei" else tohoku[kind]
            sound, phones = hts.speak(text, [], speed, pitch, float(name))
        return sound, [phone for phone, _ in phones if phone in NUMBER and phone != "sil"]

    return speak


def main():
    sentences, voices, hts, kokoro, out = map(Path, sys.argv[1:6])
    every = "--each" in sys.argv
    rows = [line for line in sentences.read_text("utf-8").splitlines() if line and not line.startswith("#")]
    spoken = [line.split("\t") for line in voices.read_text("utf-8").splitlines() if line and line[0] != "#"][1:]
    speak = speaker(hts, kokoro)
    out.mkdir(parents=True, exist_ok=True)
    index, domain, number = [], "all", 0
    for row in rows:
        if row.startswith("["):
            domain = row.strip("[]")
            continue
        for voice in spoken if every else [spoken[number % len(spoken)]]:
            name = f"{len(index):04d}"
            sound, phones = speak(row, voice[0], float(voice[1]), float(voice[2]))
            sound = sound / np.abs(sound).max() * 0.3
            sound = np.concatenate([np.zeros(RATE // 4), sound, np.zeros(RATE // 3)])
            np.save(out / f"{name}.npy", (sound * 32767).astype(np.int16))
            index.append("\t".join([name, domain, row, " ".join(voice), " ".join(phones)]))
        number += 1
    (out / "index.tsv").write_text("\n".join(index) + "\n", "utf-8")
    print(f"{len(index)} utterances in {out}")


if __name__ == "__main__":
    main()
