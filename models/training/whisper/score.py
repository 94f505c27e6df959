"""Count errors in kana: what a spelling is read as counts, not how it is written."""

import re
import wave

import numpy as np
import pyopenjtalk


def kana(text):
    """Return how a text is read, in katakana without marks; long vowels alike."""
    text = re.sub(r"[\s　]+", "", text)
    # Without what comes after Open JTalk: it wants a second dictionary for characters that are not Japanese.
    read = pyopenjtalk.run_frontend(text, use_vanilla=True) if text else []
    said = "".join(word["pron"] for word in read)
    said = re.sub(r"[^ァ-ヴー]", "", said)
    for row, long in (("アカサタナハマヤラワガザダバパャァ", "ア"), ("イキシチニヒミリギジヂビピィ", "イ"), ("ウクスツヌフムユルグズヅブプュゥヴ", "ウ"), ("エケセテネヘメレゲゼデベペェ", "エイ"), ("オコソトノホモヨロヲゴゾドボポョォ", "オウ")):  # fmt: skip
        said = re.sub(f"(?<=[{row}])[{long}](?=[{long}]*)", "ー", said)
    return said


def distance(one, other):
    row = list(range(len(other) + 1))
    for i, left in enumerate(one, 1):
        diagonal, row[0] = row[0], i
        for j, right in enumerate(other, 1):
            diagonal, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, diagonal + (left != right))
    return row[-1]


def errors(reference, heard):
    """Return the errors and the length of the reference, in kana."""
    wanted = kana(reference)
    return distance(wanted, kana(heard)), len(wanted)


def sound(path):
    with wave.open(str(path)) as file:
        return np.frombuffer(file.readframes(file.getnframes()), "<i2").astype(np.float32) / 32768
