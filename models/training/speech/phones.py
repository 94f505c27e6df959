"""Bring the phones of Open JTalk and of Kokoro into the model's own, with times."""

import re
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "speech-graph"))
from kana import PHONES  # noqa: E402

NUMBER = {phone: number for number, phone in enumerate(PHONES)}
VOWELS = "aiueo"

_JTALK = {"pau": "sil", "cl": "q", "v": "b", "dy": "d", "ty": "t", "kw": "k", "gw": "g", "fy": "f"}

_KOKORO = {
    "ɡ": "g", "ʣ": "z", "ɕ": "sh", "ʥ": "j", "ʨ": "ch", "ʦ": "ts", "ç": "hy", "ɸ": "f", "ɾ": "r", "β": "w", "ɲ": "ny", "ɴ": "N", "ŋ": "N",
    "ʔ": "q", "v": "b", "j": "y", "a": "a", "i": "i", "ɯ": "u", "ɨ": "u", "e": "e", "o": "o",
} | {c: c for c in "kzstdnhbpm"}  # fmt: skip
_PAUSES = set('.,!?;:—…"()“”«»[]')
# No last phone is spoken longer; what follows of it is breath.
LONGEST_LAST = 0.2


def from_jtalk(durations):
    """Give (phone, end in seconds) from the lines of an HTS label file with times; vowels without voice are vowels."""
    found = []
    for line in durations.splitlines():
        _, end, label = line.split(" ", 2)
        phone = re.search(r"-(.*?)\+", label).group(1)
        found.append((_JTALK.get(phone, phone.lower() if phone in "AIUEO" else phone), int(end) / 1e7))
    return _joined(found)


def from_kokoro(symbols, frames, step):
    """Give (phone, end in seconds) from Kokoro's symbols and their lengths in frames of `step` seconds."""
    found, at = [], 0.0
    for number, (symbol, length) in enumerate(zip(symbols, frames)):
        at += length * step
        after = symbols[number + 1] if number + 1 < len(symbols) else ""
        before = found[-1][0] if found else "sil"
        if symbol in (" ", "ʲ", "ᵝ") and found:
            if symbol == "ʲ" and _KOKORO.get(after) != "i" and before + "y" in NUMBER:
                before += "y"
            found[-1] = (before, at)
        elif symbol == "ː":
            found.append((before if before in VOWELS else "sil", at))
        elif symbol in _KOKORO:
            found.append((_in_place(symbol, after), at))
        else:
            found.append(("sil", at))
    return _joined(found)


def _in_place(symbol, after):
    follows = _KOKORO.get(after)
    if symbol in "mnɲ" and follows not in tuple(VOWELS) + ("y",) and after != "ʲ":
        return "N"
    if follows == "i" and symbol in "ɲç":
        return "n" if symbol == "ɲ" else "h"
    return _KOKORO[symbol]


def _joined(phones):
    """Join silences, and end the last phone before one in time."""
    found, start = [], 0.0
    for number, (phone, end) in enumerate(phones):
        last = number + 1 == len(phones) or phones[number + 1][0] == "sil"
        if phone != "sil" and last and end - start > LONGEST_LAST + 0.05:
            found += [(phone, start + LONGEST_LAST), ("sil", end)]
        elif phone == "sil" and found and found[-1][0] == "sil":
            found[-1] = ("sil", end)
        else:
            found.append((phone, end))
        start = end
    return found
