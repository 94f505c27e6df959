"""Check that a Vosk model recognises each recording within the grammar of them all: check.py MODEL [demo|bench].

Prints a line for each one that is heard otherwise, words that the model lacks, and a summary; fails on any of them.
"""

import json
import re
import sys
import wave
from pathlib import Path

from people import RESOURCES
from voices import read_table

MARKS = re.compile(r"[、。…？！\s]")


def split(phrase, words):
    """Split into the fewest words of the model; nothing when that cannot be done."""
    best = [[]] + [None] * len(phrase)
    for end in range(1, len(phrase) + 1):
        for start in range(end):
            if best[start] is not None and phrase[start:end] in words:
                if best[end] is None or len(best[start]) + 1 < len(best[end]):
                    best[end] = best[start] + [phrase[start:end]]
    return best[-1]


def hear(recognizer, path):
    with wave.open(str(path)) as wav:
        sound = wav.readframes(wav.getnframes()) + bytes(32_000)
    for at in range(0, len(sound), 3_200):
        recognizer.AcceptWaveform(sound[at : at + 3_200])
    result = json.loads(recognizer.FinalResult())
    words = result.get("result", [])
    confidence = sum(word["conf"] for word in words) / len(words) if words else 0
    return result["text"].replace("[unk]", "").replace(" ", ""), confidence


def check(model, part, words):
    from vosk import KaldiRecognizer

    rows = read_table(RESOURCES / part / "index.tsv")
    phrases = {MARKS.sub("", row["text"]) for row in rows}
    splits = {phrase: split(phrase, words) for phrase in phrases}
    unknown = sorted(phrase for phrase, found in splits.items() if not found)
    for phrase in unknown:
        print(f"{part}: the model lacks words of 「{phrase}」")
    grammar = json.dumps([" ".join(found) for found in splits.values() if found] + ["[unk]"], ensure_ascii=False)
    wrong = 0
    for row in rows:
        recognizer = KaldiRecognizer(model, 16_000, grammar)
        recognizer.SetWords(True)
        heard, confidence = hear(recognizer, RESOURCES / part / row["file"])
        if heard != MARKS.sub("", row["text"]):
            wrong += 1
            print(f"{part}: {row['file']}: 「{row['text']}」 is heard as 「{heard}」 {confidence:.2f}")
    print(f"{part}: {len(rows) - wrong} of {len(rows)} heard right")
    return not wrong and not unknown


def main(directory, parts):
    import vosk

    vosk.SetLogLevel(-1)
    words = {line.split()[0] for line in Path(directory, "graph/words.txt").read_text("utf-8").splitlines() if line}
    model = vosk.Model(directory)
    if not all([check(model, part, words) for part in parts]):
        raise SystemExit(1)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:] or ["demo", "bench"])
