#!/usr/bin/env python3
"""Fill the frames of templates.txt with their values and write template/<domain>.tsv.

The seed is fixed, so that a second run writes the same bytes. The lines of one family are one unit in split.py:
a frame that is tested is never trained on.
"""

import random
import re
from pathlib import Path

import tsv

HERE = Path(__file__).parent
SEED = 20261125
FRAMES_A_GROUP = 7  # the most lines that one value gets
REGISTERS = dict(p="plain", o="polite", h="honorific", e="elder", c="child", s="staff", v="visitor", r="rescuer", b="broken")
DIALECTS = dict(K="kansai", T="tohoku", Q="kyushu", C="chugoku", N="nagoya", O="okinawa")


def families(path):
    """Yield (family, domain, intent, kind, phenomena, [opposite:kind], values, frames) in the order of the file."""
    head, values, frames = None, [], []
    for line in [*path.read_text(encoding="utf-8").splitlines(), "[]"]:
        line = line.strip()
        if line.startswith("["):
            if head:
                yield (*head, values, frames)
            head, values, frames = line[1:-1].split(), [], []
        elif line.startswith("="):
            values.append(line[1:].strip().split("|"))
        elif line and not line.startswith("#"):
            frames.append(line)


def row(group, domain, intent, phenomena, frame, value):
    extra, code, text = re.fullmatch(r"(?:([a-z:]+)\|)?([a-zA-Z]+) (.*)", frame).groups()
    marks = [mark for mark in [extra, *phenomena.split(",")] if mark and mark != "-"]
    text = text.replace("{k}", value[1]).replace("{y}", value[2]).replace("{}", value[0])
    dialect = DIALECTS[code[1]] if len(code) > 1 else "std"
    return tsv.Row(group, domain, intent, REGISTERS[code[0]], dialect, ",".join(marks), text)


def main():
    chance = random.Random(SEED)
    files, pairs, groups_of = {}, [], {}
    for family, domain, intent, kind, phenomena, *contrary, values, frames in families(HERE / "templates.txt"):
        groups = [f"{domain}-t-{family}-{number:02d}" for number in range(1, len(values) + 1)]
        for group, value in zip(groups, values, strict=True):
            chosen = sorted(chance.sample(range(len(frames)), min(FRAMES_A_GROUP, len(frames))))
            lines = (row(group, domain, intent, phenomena, frames[index], value) for index in chosen)
            files.setdefault(domain, []).extend(dict.fromkeys(lines))
        groups_of[family] = groups
        pairs += [(first, second, kind) for first, second in zip(groups, groups[1:], strict=False)]
        for opposite, way in (text.split(":") for text in contrary):
            pairs += [(first, second, way) for first, second in zip(groups_of[opposite], groups, strict=True)]
    for domain, rows in files.items():
        tsv.write(HERE / "template" / f"{domain}.tsv", rows)
    tsv.write_pairs(HERE / "template" / "opposites.tsv", pairs)


if __name__ == "__main__":
    main()
