"""Turn a reading in kana into the phones that the acoustic model knows."""

# Silence first; a phone's place is its number in the model.
PHONES = "sil a i u e o N q b by ch d f g gy h hy j k ky m my n ny p py r ry s sh t ts w y z".split()
VOWELS = "aiueo"

_ROWS = {
    "": "アイウエオ", "k": "カキクケコ", "s": "サ_スセソ", "t": "タ__テト", "n": "ナニヌネノ", "h": "ハヒ_ヘホ", "m": "マミムメモ",
    "y": "ヤ_ユ_ヨ", "r": "ラリルレロ", "w": "ワ____", "g": "ガギグゲゴ", "z": "ザ_ズゼゾ", "d": "ダ__デド", "b": "バビブベボ",
    "p": "パピプペポ",
}  # fmt: skip
_ALONE = {
    "シ": "sh i", "チ": "ch i", "ツ": "ts u", "フ": "f u", "ジ": "j i", "ヂ": "j i", "ヅ": "z u", "ヲ": "o", "ヴ": "b u", "ン": "N", "ッ": "q",
    "ヰ": "i", "ヱ": "e", "ァ": "a", "ィ": "i", "ゥ": "u", "ェ": "e", "ォ": "o", "ャ": "y a", "ュ": "y u", "ョ": "y o",
}  # fmt: skip
# First kana of a pair, and the phone that it stands for before a small kana.
_GLIDES = {
    "キ": "ky", "シ": "sh", "チ": "ch", "ニ": "ny", "ヒ": "hy", "ミ": "my", "リ": "ry", "ギ": "gy", "ジ": "j", "ヂ": "j", "ビ": "by", "ピ": "py",
}  # fmt: skip
_SMALL = {"ャ": "a", "ュ": "u", "ョ": "o"}
_LOANS = {
    "シェ": "sh e", "チェ": "ch e", "ジェ": "j e", "ファ": "f a", "フィ": "f i", "フェ": "f e", "フォ": "f o", "フュ": "f u", "ティ": "t i",
    "テュ": "t u", "トゥ": "t u", "ディ": "d i", "デュ": "d u", "ドゥ": "d u", "ウィ": "w i", "ウェ": "w e", "ウォ": "w o", "ツァ": "ts a",
    "ツィ": "ts i", "ツェ": "ts e", "ツォ": "ts o", "スィ": "s i", "ズィ": "z i", "ヴァ": "b a", "ヴィ": "b i", "ヴェ": "b e", "ヴォ": "b o",
    "イェ": "y e", "クァ": "k a", "クィ": "k i", "クェ": "k e", "クォ": "k o", "グァ": "g a",
}  # fmt: skip


def _table():
    table = dict(_ALONE) | _LOANS
    for consonant, row in _ROWS.items():
        for vowel, kana in zip(VOWELS, row):
            if kana != "_":
                table[kana] = f"{consonant} {vowel}".strip()
    for kana, phone in _GLIDES.items():
        for small, vowel in _SMALL.items():
            table[kana + small] = f"{phone} {vowel}"
    return {kana: phones.split() for kana, phones in table.items()}


_TABLE = _table()


def katakana(text):
    """Write hiragana as katakana."""
    return "".join(chr(ord(c) + 0x60) if "ぁ" <= c <= "ゖ" else c for c in text)


def phones(reading, before=""):
    """Give the phones of a reading as it is spoken, after another phone; fails on anything that is not kana.

    ー is a long vowel, also that of the word before, as in 行かせて + え.
    """
    text = katakana(reading)
    found = []
    at = 0
    while at < len(text):
        if text[at] == "ー":
            vowel = found[-1] if found else before
            if vowel not in set(VOWELS):
                raise ValueError(f"「{reading}」: ー without a vowel before it")
            found.append(vowel)
            at += 1
            continue
        for length in (2, 1):
            if text[at : at + length] in _TABLE:
                found += _TABLE[text[at : at + length]]
                at += length
                break
        else:
            raise ValueError(f"「{reading}」: {text[at]} is not kana")
    return found
