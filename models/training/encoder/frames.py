"""Make sentences from frames.txt: groups of one meaning, and the meanings that must be kept apart from it."""

import re
from pathlib import Path

HERE = Path(__file__).resolve().parent
ASKED = ("{て}", "{て}ください", "{て}くれる？", "{て}くれ", "{て}ちょうだい", "{て}ほしい", "{て}もらえますか", "{て}いただけますか", "{て}くれませんか")
ASKED += ("{て}ほしいんだけど", "{て}もらってもいい？", "{て}いただきたいのですが", "{て}おくれ", "{て}くれへん？", "{て}えな", "{て}くれんね")
ASKED += ("{て}けろ", "{て}くれんか", "{て}な", "{て}もらえると助かります", "{て}くださいませんか", "すぐ{て}", "{て}よ", "{て}、お願い", "{る}ようにして", "{て}や")
REFUSED = ("{ない}で", "{ない}でください", "{ない}でくれる？", "{ない}でくれ", "{ない}でほしい", "{ない}でもらえますか", "{ない}でいただけますか", "{る}な")
REFUSED += ("{ない}でね", "{ない}でちょうだい", "{る}のはやめて", "{な}んといて", "{な}んでくれんね", "{な}んとってくれ", "{て}はいけません", "{て}は困ります")
REFUSED += ("{ない}でほしいんだけど", "{ない}でおくれ", "{ない}ようにして", "{て}はだめ", "{る}のは結構です", "{な}んでええ", "まだ{ない}で", "絶対に{ない}で")


class Family:
    def __init__(self, values):
        self.values, self.meanings = values, {}

    def add(self, letter, text):
        if not letter.endswith("!"):
            self.meanings.setdefault(letter, []).append(text)
            return
        head, te, nai, plain = text.split("|")
        forms = {"て": te, "ない": nai, "な": nai[:-3] + "せ" if nai.endswith("しない") else nai[:-2], "る": plain}
        for name, ways in ((letter[0], ASKED), ("not " + letter[0], REFUSED)):
            for way in ways:
                said = re.sub("{(て|ない|な|る)}", lambda hole: forms[hole.group(1)], way)
                self.meanings.setdefault(name, []).append(head + said)

    def neither(self, one, other):
        """Is it open whether the two are alike, as "do not put it on" and "take it off"?"""
        return one != other and ("not " in one) != ("not " in other) and one[-1] != other[-1]


def read(path=HERE / "frames.txt"):
    families, family = [], None
    for line in path.read_text("utf-8").splitlines():
        if line.startswith("["):
            family = Family([""])
            families.append(family)
        elif line.startswith("= "):
            family.values = line[2:].split()
        elif line and not line.startswith("#"):
            letter, text = line.split(" ", 1)
            family.add(letter, text)
    return families


def say(rng, family, meaning, value, held):
    """Give one sentence of this meaning that is not held out, the object's particle sometimes left out."""
    for _ in range(20):
        text = rng.choice(family.meanings[meaning]).replace("{}", value)
        if rng.random() < 0.25:
            text = text.replace("を", "", 1)
        if text not in held:
            return text
    return None
