"""Speak what the dialogues of `eval turns` are put together from: one recording a row, and where its pauses lie.

turns.py TABLE OUT
"""

import re
import sys
import zlib
from pathlib import Path

import numpy as np

from voices import FRAME, RATE, at_level, end_ms, in_a_room, levels, read_table, speak, write, write_table

LEVEL_DB, FLOOR_DB = -24, -72
# Quieter than this below the loudest 10 ms, for so long, a voice pauses; the closure of a っ is shorter.
PAUSE_DB, PAUSE_FRAMES = -38, 6
MARKS = re.compile("[|/]")


def silences(sound):
    """Give the silent stretches within a sound in frames of 10 ms, each as (from, to)."""
    db = levels(sound)
    quiet = np.concatenate([[False], db < db.max() + PAUSE_DB, [False]])
    edges = np.flatnonzero(np.diff(quiet.astype(int))).reshape(-1, 2)
    return [(a, b) for a, b in edges.tolist() if b - a >= PAUSE_FRAMES and a > 0 and b < len(db)]


def spoken(row):
    """Give the sound and the marked pauses in milliseconds."""
    say = lambda text: speak(text, row["voice"], float(row["speed"]), float(row["half-tones"]))
    text = row["text"]
    sound = say(MARKS.sub("、", text))
    wanted = re.findall("[|/、。]", text)
    found = sorted(sorted(silences(sound), key=lambda s: s[0] - s[1])[: len(wanted)])
    if len(found) == len(wanted):
        return sound, [(a * 10, b * 10) for (a, b), mark in zip(found, wanted, strict=True) if mark in "|/"]
    # A voice that runs over a comma is made to stop there.
    parts = [say(part + "、") for part in MARKS.split(text)[:-1]] + [say(MARKS.split(text)[-1])]
    gap, pauses, whole = np.zeros(10 * FRAME), [], parts[0]
    for part in parts[1:]:
        at = len(whole) * 1000 // RATE
        pauses.append((at, at + 100))
        whole = np.concatenate([whole, gap, part])
    return whole, pauses


def main(table, out):
    out.mkdir(parents=True, exist_ok=True)
    for old in out.glob("*.wav"):
        old.unlink()
    rows = []
    for number, row in enumerate(read_table(table), 1):
        sound, pauses = spoken(row)
        name = f"{number:02d}-{row['kind']}.wav"
        ends = end_ms(sound)
        write(out / name, in_a_room(at_level(sound, LEVEL_DB), 0, 40, FLOOR_DB, zlib.crc32(name.encode())))
        rows.append(row | {"file": name, "end_ms": ends, "pauses": " ".join(f"{a}-{b}" for a, b in pauses)})
    write_table(out / "index.tsv", ["file", "kind", "text", "voice", "end_ms", "pauses"], rows)
    print(f"{len(rows)} recordings, {sum(w.stat().st_size for w in out.glob('*.wav')) / 1e6:.2f} MB in {out}")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
