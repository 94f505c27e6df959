"""Rebuild the graph of a Vosk model so that it knows the words of the skills' phrases and of a site.

Reads words.tsv and sentences.gz (the broad vocabulary and texts), sentences.txt, commands.txt, the skills' phrases and a site's lexicon; writes
graph/, lexicon.txt and SHA256SUMS of the model, after the new graph has been loaded and has heard a second of silence.
"""

import argparse
import collections
import gzip
import hashlib
import itertools
import json
import re
import shutil
import sys
import tempfile
import unicodedata
from pathlib import Path

import graph
from kana import phones

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[2]
HOLE = re.compile(r"\{(\w+)\}")
UNSPOKEN = re.compile(r"[\W_]+")
# A word that only the broad vocabulary has counts so much; one of a sentence counts one each time.
FLOOR = 0.1
# A phrase of a skill counts as so many sentences of the broad texts.
OWN_WEIGHT = 10


def lines(path):
    """Give the lines of a file that are neither empty nor comments, with their numbers."""
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        if line.strip() and not line.startswith("#"):
            yield number, line.strip()


def read_table(path, *columns):
    """Read a table with a header; give each row with readings as phones."""
    rows = iter(lines(path))
    number, header = next(rows, (1, ""))
    if header.split("\t") != list(columns):
        raise SystemExit(f"{path}:{number}: the first line must be {', '.join(columns)}, with tabs between")
    for number, line in rows:
        surface, *cells = line.split("\t")
        if len(cells) != len(columns) - 1:
            raise SystemExit(f"{path}:{number}: must be {', '.join(columns)}, with tabs between")
        try:
            yield plain(surface), tuple(phones(cells[0])), *cells[1:]
        except ValueError as error:
            raise SystemExit(f"{path}:{number}: {error}") from error


def read_site(path):
    """Read a site's lexicon: readings by word, and words by kind."""
    readings, kinds = collections.defaultdict(list), collections.defaultdict(dict)
    for surface, reading, kind in read_table(path, "surface", "reading", "kind"):
        if kind not in ("place", "item", "person"):
            raise SystemExit(f"{path}: 「{surface}」 is a {kind}; must be place, item or person")
        readings[surface].append(reading)
        kinds[kind][surface] = True
    return readings, kinds


def read_words(path):
    lexicon = collections.defaultdict(set)
    for _, line in lines(path):
        word, reading = line.split("\t")
        lexicon[word].add(tuple(reading.split()))
    return lexicon


def is_japanese(text):
    """Tell Japanese from Chinese and Korean, which have characters that no Japanese character set has."""
    try:
        plain(text).encode("cp932")
    except UnicodeEncodeError:
        return False
    return True


def plain(text):
    return UNSPOKEN.sub("", unicodedata.normalize("NFKC", text))


def expand(phrase, kinds):
    """Fill the holes of a phrase from the site's words; nothing when a hole has none."""
    parts = HOLE.split(phrase)
    choices = [[part] if i % 2 == 0 else list(kinds.get(part, ())) for i, part in enumerate(parts)]
    return ["".join(choice) for choice in itertools.product(*choices)]


def read_phrases(paths, kinds):
    """Give the phrases of all files, their holes filled."""
    found, unfilled = {}, set()
    for path in paths:
        for number, line in lines(path):
            if line.startswith("[") and line.endswith("]") or not is_japanese(line):
                continue
            filled = expand(line, kinds)
            if not filled:
                unfilled.update(HOLE.findall(line))
            found.update(dict.fromkeys(filled))
    if unfilled:
        print(f"phrases with these holes are left to the site: {', '.join(sorted(unfilled))}", file=sys.stderr)
    return list(found)


class Unreadable(Exception):
    """A text holds a character without a reading."""


class Reader:
    """Split sentences into words with readings; words with readings of their own are taken whole."""

    def __init__(self, own):
        self.own = own
        words = sorted((word for word in own if len(word) > 1), key=len, reverse=True)
        self.whole = re.compile("(" + "|".join(map(re.escape, words)) + ")")

    def read(self, sentence):
        """Give (word, phones) for each word, part by part of a sentence."""
        found = []
        for part in UNSPOKEN.split(unicodedata.normalize("NFKC", sentence)):
            for piece in self.whole.split(part):
                if piece in self.own and len(piece) > 1:
                    found.append((piece, self.own[piece][0]))
                elif piece:
                    found += self._tokens(piece)
        return found

    @staticmethod
    def _tokens(text):
        import pyopenjtalk

        try:
            nodes = pyopenjtalk.run_frontend(text, use_sudachi_kanji_yomi=False)
        except ModuleNotFoundError as error:
            # It asks for a dictionary of 200 MB where its own has no reading of a character.
            raise Unreadable(text) from error
        found = []
        for node in nodes:
            word = plain(node["string"])
            # ’ marks a vowel that is hardly voiced; the acoustic model does not tell it apart.
            reading = tuple(phones(node["pron"].replace("’", ""), found[-1][1][-1] if found else ""))
            if word and reading:
                found.append((word, reading))
        return found


def fewest_words(phrase, known):
    """Split as the recogniser does at run time: few words, then few single characters, then long words first."""
    best = [None] * len(phrase) + [(0, 0, ())]
    for start in range(len(phrase) - 1, -1, -1):
        for end in range(len(phrase), start, -1):
            if best[end] is not None and phrase[start:end] in known:
                words, singles, rest = best[end]
                step = (words + 1, singles + (end - start == 1), (phrase[start:end], *rest))
                if best[start] is None or step[:2] < best[start][:2]:
                    best[start] = step
    return best[0] and list(best[0][2])


def mend(tokens, lexicon):
    """Add words until the fewest-words split of a sentence sounds as the sentence does; tell whether any was added."""
    text = "".join(word for word, _ in tokens)
    split = fewest_words(text, lexicon)
    sounds = {()}
    for word in split:
        sounds = {sound + reading for sound in sounds for reading in lexicon[word]}
    if tuple(phone for _, reading in tokens for phone in reading) in sounds:
        return False
    # Where both ways of splitting have a boundary, the words between can be corrected on their own.
    def ends(words):
        return set(itertools.accumulate(len(word) for word in words))

    common = sorted(ends(split) & ends([word for word, _ in tokens]))
    at, begin, changed = 0, 0, False
    for end in common:
        span, reading = "", ()
        while begin < end:
            span += tokens[at][0]
            reading += tokens[at][1]
            begin += len(tokens[at][0])
            at += 1
        pieces = fewest_words(span, lexicon)
        options = {()}
        for word in pieces:
            options = {sound + other for sound in options for other in lexicon[word]}
        if reading not in options:
            lexicon[span].add(reading)
            changed = True
    return changed


def learn(sentences, lexicon, reader):
    """Add the words of sentences to a lexicon; give the sentences in the words that the recogniser will use."""
    read, unread = [], []
    for sentence in sentences:
        try:
            read.append(reader.read(sentence))
        except Unreadable as error:
            unread.append(str(error))
    if unread:
        print(f"left out, give the words a reading in readings.tsv: {', '.join(unread)}", file=sys.stderr)
    for tokens in read:
        for word, reading in tokens:
            lexicon[word].add(reading)
    mended = sum(mend(tokens, lexicon) for tokens in read)
    print(f"{len(read)} sentences; {mended} needed a word of their own to be split as they sound", file=sys.stderr)
    return [fewest_words("".join(word for word, _ in tokens), lexicon) for tokens in read if tokens]


def check(model, folder, words, sentences):
    """Load the new graph with the model's other files, look all words up and listen to silence."""
    import vosk

    vosk.SetLogLevel(-1)
    trial = folder / "model"
    shutil.copytree(model, trial, ignore=shutil.ignore_patterns("graph"))
    shutil.copytree(folder / "graph", trial / "graph")
    loaded = vosk.Model(str(trial))
    lost = [word for word in words if loaded.vosk_model_find_word(word) < 0]
    if lost:
        raise SystemExit(f"the new graph lacks {len(lost)} words, such as {lost[0]}")
    grammar = json.dumps([*(" ".join(sentence) for sentence in sentences), graph.UNKNOWN], ensure_ascii=False)
    for recognizer in (vosk.KaldiRecognizer(loaded, 16_000), vosk.KaldiRecognizer(loaded, 16_000, grammar)):
        recognizer.AcceptWaveform(bytes(32_000))
        heard = json.loads(recognizer.FinalResult())["text"]
        if heard:
            raise SystemExit(f"the new graph hears 「{heard}」 in silence")


def write_sums(model):
    sums = model / "SHA256SUMS"
    files = sorted(path for path in model.rglob("*") if path.is_file() and path.name not in (sums.name, "README.md"))
    rows = (f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.relative_to(model).as_posix()}\n" for path in files)
    sums.write_text("".join(rows), "utf-8")


def build(model, site, phrase_files):
    graph.plugins()
    if not (model / "am/final.mdl").is_file():
        raise SystemExit(f"{model} is not a Vosk model: it has no am/final.mdl")
    readings, kinds = read_site(site)
    lexicon = read_words(HERE / "words.tsv")
    broad = len(lexicon)
    for word, spoken in readings.items():
        lexicon[word].update(spoken)
    # Of a site's words the ones with digits: a tokenizer would read them digit by digit.
    own = {word: spoken for word, spoken in readings.items() if any(c.isdigit() for c in word)}
    for word, reading in read_table(HERE / "readings.tsv", "surface", "reading"):
        own.setdefault(word, []).append(reading)
        lexicon[word].add(reading)
    reader = Reader(own)
    commands = [line for _, line in lines(HERE / "commands.txt")]
    for command in commands:
        tokens = reader.read(command)
        lexicon[plain(command)].add(tuple(phone for _, reading in tokens for phone in reading))
    phrases = read_phrases(phrase_files, kinds)
    general = [part for _, line in lines(HERE / "sentences.txt") for part in re.split("[。？！]", line) if part]
    own_sentences = learn([*phrases, *commands, *general], lexicon, reader)
    with gzip.open(HERE / "sentences.gz", "rt", encoding="utf-8") as packed:
        broad_sentences = [line.split() for line in packed]
    sentences = [(sentence, OWN_WEIGHT) for sentence in own_sentences]
    sentences += [(s, 1) for s in broad_sentences if all(word in lexicon for word in s)]
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        (folder / "graph").mkdir()
        graph.write(folder / "graph", lexicon, sentences, FLOOR)
        check(model, folder, lexicon, own_sentences)
        for path in sorted((folder / "graph").iterdir()):
            shutil.copyfile(path, model / "graph" / path.name)
    rows = (f"{word}\t{' '.join(reading)}\n" for word in sorted(lexicon) for reading in sorted(lexicon[word]))
    (model / "lexicon.txt").write_text("".join(rows), "utf-8")
    write_sums(model)
    print(f"{model}: {len(lexicon)} words, {len(lexicon) - broad} of them from {len(phrases)} phrases and the site")


def main():
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--model", type=Path, default=ROOT / "models/starter-ja", help="model that is changed in place")
    parser.add_argument("--site", type=Path, default=HERE / "site.tsv", help="surface, reading, kind")
    parser.add_argument("--phrases", type=Path, nargs="*", help="default: the Japanese phrases of all skills")
    arguments = parser.parse_args()
    default = sorted(ROOT.glob("skills/*/src/main/resources/**/*phrases.txt"))
    build(arguments.model.resolve(), arguments.site, arguments.phrases or default)


if __name__ == "__main__":
    main()
