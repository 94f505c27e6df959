#!/usr/bin/env python3
"""Ask Open JTalk where the pitch falls in numbers with what they count, and write counters.tsv.

Usage: counters.py COUNTERS_TSV DICTIONARY HTSVOICE OUT_TSV
"""
import os
import re
import subprocess
import sys
import tempfile

NUMERALS = "一 二 三 四 五 六 七 八 九 十 百 千 一万".split()


def labels(text, dictionary, voice):
    with tempfile.TemporaryDirectory() as folder:
        trace = os.path.join(folder, "trace")
        command = ["open_jtalk", "-x", dictionary, "-m", voice, "-ow", os.devnull, "-ot", trace]
        subprocess.run(command, input=text + "\n", text=True, check=True)
        with open(trace, errors="replace") as file:
            return re.findall(r"^\d+ \d+ (\S+/A:\S+)$", file.read().split("[Output label]")[-1], re.M)


def sentences(found):
    """Give for each piece between silences its phrases, each as (morae, nucleus)."""
    pieces, phrases, last = [], [], None
    for label in found:
        if re.search(r"-(sil|pau)\+", label):
            if phrases:
                pieces.append(phrases)
            phrases, last = [], None
            continue
        place = re.search(r"/F:(\d+)_(\d+)#\d_xx@(\d+)_", label).groups()
        if place != last:
            morae, nucleus = int(place[0]), int(place[1])
            phrases.append((morae, nucleus % morae))
            last = place
    return pieces + ([phrases] if phrases else [])


def main(counters, dictionary, voice, out):
    rows = []
    for line in open(counters, encoding="utf-8"):
        if line.startswith(("#", "[")) or not line.strip():
            continue
        name = line.split("\t")[0].split(",")[0]
        pieces = sentences(labels("".join(numeral + name + "。" for numeral in NUMERALS), dictionary, voice))
        if len(pieces) == len(NUMERALS):
            cells = ["%d/%d" % (piece[0][1], piece[0][0]) if len(piece) == 1 else "-" for piece in pieces]
            if any(cell != "-" for cell in cells):
                rows.append("\t".join([name] + cells))
    with open(out, "w", encoding="utf-8") as file:
        file.write("# After which mora the pitch falls in a number with what it counts, and how many morae that has: 2/4.\n")
        file.write("# Made by models/training/voice from the NAIST Japanese Dictionary; see accents.LICENSE.\n")
        file.write("[counters]\n# counter\t" + "\t".join(NUMERALS) + "\n" + "\n".join(rows) + "\n")
    print(f"{len(rows)} counters")


if __name__ == "__main__":
    main(*sys.argv[1:])
