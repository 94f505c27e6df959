"""Gather the sentences: the corpora of others, the project's own, each with where it is from.

texts.py WORK   writes general.tsv: kind, text, English or nothing
"""

import random
import re
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "corpus"))
import check  # noqa: E402
import tsv  # noqa: E402

RUBY = re.compile(r"[(（][ぁ-んァ-ヶー]+[)）]")
EVERYDAY = 16_000


def part(name):
    """Give the rows of one part of the project's corpus."""
    parts = tsv.split()
    return [row for row in tsv.all_sentences() if parts[row.group] == name]


def by_group(rows):
    """Give group to its sentences."""
    found = {}
    for row in rows:
        found.setdefault(row.group, []).append(row.text)
    return found


def corpus_pairs():
    return tsv.pairs()


def kin():
    return {frozenset(pair) for pair in tsv.kindred()}


class HeldOut:
    """Know what must not be trained on: the sentences and frames of dev, test and transfer.tsv."""

    def __init__(self):
        held = [row.text for name in ("dev", "test") for row in part(name)]
        held += [line.split("\t")[-1] for line in (HERE / "transfer.tsv").read_text("utf-8").splitlines()[1:]]
        self.near = {check.near(text) for text in held}
        self.frames = {check.frame(text) for text in held}

    def __contains__(self, text):
        return check.near(text) in self.near or check.frame(text) in self.frames


def plain(text, rng):
    """As it is spoken: mostly without the full stop."""
    return text.rstrip("。") if rng.random() < 0.8 else text


def balanced(folder):
    for name in ("rohan.txt", "ita-emotion.txt", "ita-recitation.txt"):
        for line in (folder / name).read_text("utf-8-sig").splitlines():
            yield RUBY.sub("", line.split(":", 1)[1].rsplit(",", 1)[0])


def everyday(folder):
    """Yield (Japanese, English)."""
    japanese = (folder / "tanaka.txt").read_text("utf-8").splitlines()
    english = (folder / "tanaka-en.txt").read_text("utf-8").splitlines()
    for one, other in zip(japanese, english, strict=True):
        yield one.replace(" ", ""), re.sub(r" (?=[.,?!']|n't)", "", other)


def main():
    work = Path(sys.argv[1])
    held, rng = HeldOut(), random.Random(1)
    rows = [("balanced", text, "") for text in balanced(work / "corpora")]
    pairs = [(ja, en) for ja, en in everyday(work / "corpora") if len(ja) <= 40]
    rng.shuffle(pairs)
    rows += [("everyday", ja, en) for ja, en in pairs[:EVERYDAY]]
    rows = [(kind, plain(text, rng), other) for kind, text, other in rows if text not in held]
    rows += [("corpus", row.text, "") for row in part("train")]
    rng.shuffle(rows)
    tsv.write_lines(work / "general.tsv", ("kind", "text", "english"), rows)
    print(len(rows), "sentences")


if __name__ == "__main__":
    main()
