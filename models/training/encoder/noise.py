"""Say a sentence as a recogniser may hear it: words in kana, homophones, sounds mistaken, particles lost, fillers kept."""

import collections
import pickle
import re
from pathlib import Path

import jaconv
import pyopenjtalk
from tqdm import tqdm

LANGUAGE = Path(__file__).resolve().parents[3] / "runtime/japanese/src/main/resources/dev/aizuchi/japanese"
LOST = set("をはがにへもの")
MORA = re.compile(r".[ゃゅょぁぃぅぇぉ]?")


def section(name, part):
    """Give the lines of one part of a language resource."""
    inside = False
    for line in (LANGUAGE / name).read_text("utf-8").splitlines():
        if line.startswith("["):
            inside = line == f"[{part}]"
        elif inside and line and not line.startswith("#"):
            yield line


_known = {}


def words(text):
    """Split as _split does, each sentence once."""
    if text not in _known:
        _known[text] = _split(text)
    return _known[text]


def remember(path, sentences):
    """Split these sentences, or read from `path` how they were split before; it takes minutes."""
    if path.exists():
        _known.update(pickle.loads(path.read_bytes()))
    if any(sentence not in _known for sentence in sentences):
        for sentence in tqdm(sentences, desc="readings", unit="sentence"):
            words(sentence)
        path.write_bytes(pickle.dumps(_known))


def _split(text):
    """Split into (surface, kind, reading in hiragana); nothing for a sentence that the splitter cannot read."""
    try:
        found = pyopenjtalk.run_frontend(text)
    except (ValueError, KeyError, ModuleNotFoundError):  # the last: a rare character asks for a second dictionary
        return ()
    return tuple((w["string"], w["pos"], jaconv.kata2hira(w["read"])) for w in found)


class Mishearing:
    def __init__(self, sentences):
        self.spellings = collections.defaultdict(set)
        for sentence in sentences:
            for surface, kind, reading in words(sentence):
                if kind in ("名詞", "動詞", "形容詞") and len(reading) > 1:
                    self.spellings[reading].add(surface)
        self.alike = collections.defaultdict(list)
        for line in section("kana/confusions.tsv", "confusions"):
            one, other, far = line.split("\t")
            for a, b in ((one, other), (other, one)):
                if a != "-":
                    self.alike[a].append(("" if b == "-" else b, float(far)))
        self.fillers = list(section("fillers.txt", "always")) + list(section("fillers.txt", "at the beginning"))

    def _sounds(self, rng, reading):
        """Mistake one sound, seldom the same sounds twice."""
        moras = MORA.findall(reading)
        at = int(rng.integers(len(moras)))
        others = [(other, 1 - far) for other, far in self.alike[moras[at]] if far < 0.65]
        if others:
            weights = [weight for _, weight in others]
            moras[at] = others[rng.choice(len(others), p=[w / sum(weights) for w in weights])][0]
        return "".join(moras)

    def _homophone(self, rng, surface, reading):
        others = sorted(self.spellings[reading] - {surface, reading})
        return others[rng.integers(len(others))] if others else reading

    def __call__(self, rng, text):
        parts = words(text)
        if "".join(surface for surface, _, _ in parts) != text:
            return text
        way = rng.random()
        if way < 0.15:
            return str(rng.choice(self.fillers)) + ("、" if rng.random() < 0.5 else "") + text
        if way < 0.3:
            return "".join(reading if re.search("[一-龥ァ-ヶ]", surface) else surface for surface, _, reading in parts)
        said, changed = [], False
        for surface, kind, reading in parts:
            luck = rng.random()
            if kind == "助詞" and surface in LOST and luck < 0.5:
                changed = True
            elif kind in ("名詞", "動詞", "形容詞") and len(reading) > 1 and luck < 0.5 and not (changed and luck > 0.2):
                changed = True
                if luck < 0.2 and re.search("[一-龥ァ-ヶ]", surface):
                    said.append(reading)
                elif luck < 0.4:
                    said.append(self._homophone(rng, surface, reading))
                else:
                    said.append(self._homophone(rng, surface, self._sounds(rng, reading)))
            else:
                said.append(surface)
        return "".join(said) or text
