"""Measure Vosk models on spoken sets: errors in kana, stop words, false stops, speed, memory.

evaluate.py WORK MODEL… [--set dev|blind] [--part N]
"""

import argparse
import collections
import json
import resource
import time
import zlib
from pathlib import Path

import numpy as np

from phones import VOWELS

STOP = ("止まれ", "止まって", "ストップ", "やめて", "待って", "危ない")
RATE = 16_000


def morae(phones):
    """Join phones to kana: a long vowel is its vowel twice, えい and おう are long."""
    found, head = [], ""
    for phone in phones:
        if phone in VOWELS:
            if not head and found and (found[-1][-1], phone) in (("e", "i"), ("o", "u")):
                phone = found[-1][-1]
            found.append(head + phone)
            head = ""
        elif phone in ("N", "q"):
            found.append(phone)
            head = ""
        else:
            head = phone
    return found


def read_lexicon(model):
    lexicon = collections.defaultdict(list)
    for line in (model / "lexicon.txt").read_text("utf-8").splitlines():
        word, reading = line.split("\t")
        lexicon[word].append(reading.split())
    return lexicon


def distance(reference, words, lexicon):
    """Give the errors of words against kana, each word read in the way that fits best."""
    row = list(range(len(reference) + 1))
    for word in words:
        rows = []
        for reading in lexicon.get(word, [[]]):
            now = row
            for kana in morae(reading):
                new = [now[0] + 1]
                for k, right in enumerate(reference):
                    new.append(min(now[k] + (kana != right), now[k + 1] + 1, new[k] + 1))
                now = new
            rows.append(now)
        row = [min(values) for values in zip(*rows)]
    return row[-1]


def pink(rng, length):
    spectrum = np.fft.rfft(rng.standard_normal(length))
    return np.fft.irfft(spectrum / np.sqrt(np.maximum(np.arange(len(spectrum)), 20)), length)


def babble(rng, length, sounds):
    mix = np.zeros(length)
    for _ in range(5):
        at = 0
        while at < length:
            sound = sounds[rng.integers(len(sounds))]
            sound = sound[rng.integers(len(sound) // 2) :]
            part = sound[: length - at]
            mix[at : at + len(part)] += part
            at += len(part)
    return mix


def noisy(sound, kind, snr, rng, sounds):
    if kind == "clean":
        return sound
    sound = sound.astype(float)
    noise = pink(rng, len(sound)) if kind == "pink" else babble(rng, len(sound), sounds)
    spoken = sound[np.abs(sound) > 0]
    scale = np.sqrt((spoken**2).mean()) / noise.std() * 10 ** (-snr / 20)
    return np.clip(sound + noise * scale, -32768, 32767).astype(np.int16)


class Hearing:
    def __init__(self, model, grammar=None):
        import vosk

        vosk.SetLogLevel(-1)
        self.lexicon = read_lexicon(model)
        self.model = vosk.Model(str(model))
        self.grammar = grammar
        self.work = self.heard = 0.0
        self.vosk = vosk

    def words(self, sound, grammar=None, stamps=None):
        grammar = grammar or self.grammar
        more = [json.dumps(grammar, ensure_ascii=False)] if grammar else []
        recognizer = self.vosk.KaldiRecognizer(self.model, RATE, *more)
        before, found = time.process_time(), []
        for at in range(0, len(sound), 1600):
            if recognizer.AcceptWaveform(sound[at : at + 1600].tobytes()):
                found.append(json.loads(recognizer.Result())["text"])
        found.append(json.loads(recognizer.FinalResult())["text"])
        self.work += time.process_time() - before
        self.heard += len(sound) / RATE
        return " ".join(found).split()


def load(folder):
    rows = [line.split("\t") for line in (folder / "index.tsv").read_text("utf-8").splitlines()]
    return [(row, np.load(folder / f"{row[0]}.npy")) for row in rows]


def seed(*parts):
    return np.random.default_rng(zlib.crc32(" ".join(map(str, parts)).encode()))


def free(hearing, rows, conditions, show=0):
    """Give the share of errors by condition, by domain and by voice."""
    sounds = [sound for _, sound in rows]
    report = {}
    for kind in conditions:
        errors = collections.defaultdict(lambda: [0, 0])
        for number, (row, sound) in enumerate(rows):
            name, domain, text, voice, phones = row
            reference = morae(phones.split())
            words = hearing.words(noisy(sound, kind, 10, seed(kind, name), sounds))
            wrong = distance(reference, words, hearing.lexicon)
            if number < show:
                print(f"   {kind} {text} -> {' '.join(words)} ({wrong}/{len(reference)})")
            for key in ("all", domain, voice.split(" ")[0]):
                errors[key][0] += wrong
                errors[key][1] += len(reference)
        report[kind] = {key: round(100 * wrong / total, 1) for key, (wrong, total) in errors.items()}
    return report


def stops(hearing, rows, talk):
    """Give the share of stop words heard at 10 dB, and false stops an hour of other speech."""
    grammar = [*STOP, "[unk]"]
    sounds = [sound for _, sound in talk]
    heard, total, missed = 0, 0, collections.Counter()
    for kind in ("clean", "pink", "babble"):
        for row, sound in rows:
            words = hearing.words(noisy(sound, kind, 10, seed(kind, row[0]), sounds), grammar)
            total += 1
            if row[2] in words:
                heard += 1
            else:
                missed[f"{kind} {row[2]}"] += 1
    false, seconds = collections.Counter(), 0.0
    for kind in ("clean", "pink", "babble"):
        for number, (row, sound) in enumerate(talk):
            if any(word in row[2] for word in STOP):
                continue
            words = hearing.words(noisy(sound, kind, 5, seed("false", kind, number), sounds), grammar)
            seconds += len(sound) / RATE
            false.update(f"{kind} {word}" for word in words if word in STOP)
    return {"recall": round(100 * heard / total, 1), "of": total, "missed": dict(missed), "false": dict(false),
            "false an hour": round(sum(false.values()) / seconds * 3600, 1), "hours": round(seconds / 3600, 2)}  # fmt: skip


def main():
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("work", type=Path)
    parser.add_argument("models", type=Path, nargs="+")
    parser.add_argument("--set", default="blind")
    parser.add_argument("--conditions", default="clean,pink,babble")
    parser.add_argument("--every", type=int, default=1)
    parser.add_argument("--show", type=int, default=0)
    parser.add_argument("--stops", action="store_true")
    arguments = parser.parse_args()
    rows = load(arguments.work / arguments.set)[:: arguments.every]
    for path in arguments.models:
        hearing = Hearing(path)
        report = {"model": str(path), **free(hearing, rows, arguments.conditions.split(","), arguments.show)}
        report["rtf"] = round(hearing.work / hearing.heard, 3)
        if arguments.stops:
            report["stops"] = stops(hearing, load(arguments.work / "stop"), rows)
        report["rss MB"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        print(json.dumps(report, ensure_ascii=False, indent=1), flush=True)


if __name__ == "__main__":
    main()
