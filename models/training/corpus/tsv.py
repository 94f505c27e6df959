"""Read and write the corpus: one tab-separated line a sentence, UTF-8, LF, with a header."""

from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).parent
DOMAINS = ("care", "reception", "disaster", "home", "talk", "ood")
PAIRS_HEADER = ("group_a", "group_b", "kind")


class Row(NamedTuple):
    group: str
    domain: str
    intent: str
    register: str
    dialect: str
    phenomena: str
    text: str

    @property
    def marks(self):
        return self.phenomena.split(",") if self.phenomena else []


def sentence_files():
    return [path for name in (*DOMAINS, "template") for path in sorted((HERE / name).glob("*.tsv")) if path.stem != "opposites"]


def read(path, header, make):
    lines = path.read_text(encoding="utf-8").split("\n")
    if lines[-1] or tuple(lines[0].split("\t")) != tuple(header):
        raise SystemExit(f"{path}: the header must be {header}, and the last line must end with a line feed")
    for number, line in enumerate(lines[1:-1], 2):
        cells = line.split("\t")
        if len(cells) != len(header):
            raise SystemExit(f"{path}:{number}: {len(cells)} cells, {len(header)} expected")
        yield make(*cells)


def sentences(path):
    return list(read(path, Row._fields, Row))


def all_sentences():
    return [row for path in sentence_files() for row in sentences(path)]


def pairs():
    """Return the pairs of groups that mean opposite or differing things, as (group, group, kind)."""
    both = (HERE / "opposites.tsv", HERE / "template" / "opposites.tsv")
    return [pair for path in both for pair in read(path, PAIRS_HEADER, lambda *cells: cells)]


def split():
    return dict(read(HERE / "split.tsv", ("group", "part"), lambda *cells: cells))


def write_lines(path, header, rows):
    path.parent.mkdir(exist_ok=True)
    with path.open("w", encoding="utf-8", newline="\n") as out:
        out.writelines("\t".join(cells) + "\n" for cells in (header, *rows))


def write(path, rows):
    write_lines(path, Row._fields, rows)


def write_pairs(path, rows):
    write_lines(path, PAIRS_HEADER, rows)


def kindred():
    """Return the pairs of intents that mean nearly the same in two places: neither opposites nor errors."""
    return list(read(HERE / "kindred.tsv", ("intent_a", "intent_b"), lambda *cells: cells))
