"""Gather the sentences: corpora of others, our grammar; and split them into words with readings.

texts.py sentences FOLDER   general.txt and domain.txt, to speak
texts.py words FOLDER       the vocabulary and the split sentences of models/training/speech-graph
"""

import collections
import gzip
import hashlib
import random
import re
import sys
from pathlib import Path

import phones as _phones  # noqa: F401  (makes speech-graph importable)
from build import Reader, plain, read_words
from kana import phones as to_phones

HERE = Path(__file__).resolve().parent
GRAPH = HERE.parent / "speech-graph"
CORPUS = HERE.parent / "corpus"
RUBY = re.compile(r"[(（][ぁ-んァ-ヶー]+[)）]")
HOLE = re.compile(r"\{(.+?)\}")
KANJI, NUMBER = re.compile("[一-龥]"), re.compile("[0-9]+")
# Numbers that are said digit by digit.
CODE = re.compile("[0-9]{5}|(?<![0-9])0[0-9]|[0-9][-.:][0-9]")
DOMAIN = 30_000
SPOKEN = {"general": 5_000, "domain": 2_500}
DICTIONARY_WORDS = 26_000
# Each sentence of robot talk counts as so many of the others.
ROBOT_TALK_WEIGHT = 3


def held_out():
    files = [*HERE.glob("blind/*.txt"), *HERE.glob("dev/*.txt")]
    return {plain(line) for file in files for line in file.read_text("utf-8").splitlines() if line and line[0] not in "#["}


def corpora(folder):
    """Give the sentences of the corpora: balanced ones first, then those of everyday talk."""
    balanced = []
    for name in ("rohan.txt", "ita-emotion.txt", "ita-recitation.txt"):
        for line in (folder / name).read_text("utf-8-sig").splitlines():
            balanced.append(RUBY.sub("", line.split(":", 1)[1].rsplit(",", 1)[0]))
    everyday = [line.replace(" ", "") for line in (folder / "tanaka.txt").read_text("utf-8").splitlines()]
    random.Random(1).shuffle(everyday)
    return balanced, everyday


def robot_talk():
    """Give what people say to robots: the part of our corpus that may be trained on, without what is misheard."""
    groups = dict(line.split("\t")[:2] for line in (CORPUS / "split.tsv").read_text("utf-8").splitlines())
    for file in sorted(CORPUS.glob("*/*.tsv")):
        header, *rows = file.read_text("utf-8").splitlines()
        if not header.startswith("group\tdomain\t"):
            continue
        for row in rows:
            group, _, _, register, _, phenomena, text = row.split("\t")
            # Children and learners write without kanji what sounds the same as with them.
            in_kana = register in ("child", "broken") and not KANJI.search(text)
            if groups[group] == "train" and "noise:" not in phenomena and not in_kana and not CODE.search(text):
                yield NUMBER.sub(lambda found: kansuji(int(found.group())), text)


def kansuji(number):
    """Write a number below 10,000 as it is said: 305 is 三百五."""
    if number == 0:
        return "ゼロ"
    said = ""
    for unit, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // unit % 10
        if digit:
            said += ("" if digit == 1 and name else "一二三四五六七八九"[digit - 1]) + name
    return said


def grammar(count, seed=1):
    """Give random sentences of domain.txt, those without holes once at least."""
    text = [line for line in (HERE / "domain.txt").read_text("utf-8").splitlines() if line and not line.startswith("#")]
    split = text.index("[sentences]")
    classes = {}
    for line in text[1:split]:
        name, choices = line.split(" = ")
        classes[name] = choices.split("|")
    patterns = text[split + 1 :]
    rng = random.Random(seed)

    def fill(pattern):
        while HOLE.search(pattern):
            pattern = HOLE.sub(lambda hole: rng.choice(classes[hole.group(1)]), pattern, count=1)
        return pattern

    return [pattern for pattern in patterns if "{" not in pattern] + [fill(rng.choice(patterns)) for _ in range(count)]


def sentences(folder, target):
    out = held_out()
    balanced, everyday = corpora(folder)
    spoken = {"general": balanced + everyday[: SPOKEN["general"]], "domain": grammar(SPOKEN["domain"], 2)}
    for name, rows in spoken.items():
        rows = [row for row in rows if plain(row) not in out]
        (target / f"{name}.txt").write_text("\n".join(rows) + "\n", "utf-8")


def readings(text, reader, lexicon):
    """Split a text into words; take their readings into the lexicon. Nothing when a word cannot be read."""
    try:
        found = reader.read(text)
    except (ValueError, KeyError, ModuleNotFoundError):  # the last: a rare character asks for a second dictionary
        return None
    for word, reading in found:
        lexicon[word][reading] += 1
    return [word for word, _ in found]


def words(folder):
    out = held_out()
    balanced, everyday = corpora(folder)
    reader = Reader({})
    reader.whole = re.compile("(?!)")
    lexicon = collections.defaultdict(collections.Counter)
    lines = []
    texts = (("general", balanced + everyday, 1), ("domain", grammar(DOMAIN), 1), ("robot", robot_talk(), ROBOT_TALK_WEIGHT))
    for name, rows, weight in texts:
        for number, row in enumerate(rows):
            if plain(row) in out:
                continue
            for part in re.split("[。？！?!]", row):
                split = readings(part, reader, lexicon) if part else None
                if split:
                    lines += [" ".join(split)] * weight
            if number % 5000 == 0:
                print(name, number, len(lexicon), flush=True)
    # A reading that is rare for its word is a slip of the reader.
    vocabulary = {word: {r for r, n in heard.items() if n > 0.1 * sum(heard.values())} for word, heard in lexicon.items()}
    for word, heard in read_words(GRAPH / "words.tsv").items():
        vocabulary.setdefault(word, set()).update(heard if word not in lexicon else set())
    import dictionary

    for word, reading in dictionary.common(DICTIONARY_WORDS):
        if len(vocabulary) >= DICTIONARY_WORDS:
            break
        try:
            vocabulary.setdefault(plain(word), {tuple(to_phones(reading))})
        except ValueError:
            continue
    vocabulary.pop("", None)
    rows = sorted((word, " ".join(reading)) for word, heard in vocabulary.items() for reading in heard if reading)
    head = "# The broad vocabulary: a word as written, its phones; a word with several readings stands in several lines.\n"
    text = head + "".join(f"{word}\t{reading}\n" for word, reading in rows)
    (GRAPH / "words.tsv").write_text(text, "utf-8")
    with gzip.GzipFile(GRAPH / "sentences.gz", "wb", 9, mtime=0) as packed:
        packed.write(("\n".join(lines) + "\n").encode())
    print(f"{len(vocabulary)} words, {len(lines)} sentences, {hashlib.sha256(text.encode()).hexdigest()[:12]}")


if __name__ == "__main__":
    part, folder = sys.argv[1], Path(sys.argv[2])
    if part == "sentences":
        sentences(folder / "corpora", folder)
    else:
        words(folder / "corpora")
