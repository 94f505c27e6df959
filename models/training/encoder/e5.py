"""Read the teacher's file and cut its vocabulary to what Japanese needs.

e5.py E5_FILE FOLDER   writes vocab.tsv and norm.tsv into FOLDER
"""

import struct
import sys
import unicodedata
from pathlib import Path

import numpy as np

SPECIAL = 4  # begin, padding, end, unknown
BEGIN, PAD, END, UNKNOWN = range(SPECIAL)
SPACE = "▁"
# ASCII pieces beyond this id are words of other languages; the pieces are in order of frequency.
ASCII_IDS = 20_000
MARKS = set("、。「」『』（）【】・？！…〜～％円￥々〆〇→←○●◎△×☆★♪°")


class E5:
    """The weights (magic E5S1): blocks of 32 values with one 16-bit scale each, or plain 32-bit floats."""

    def __init__(self, path):
        self.data = Path(path).read_bytes()
        self._at = 4
        version, self.width, self.layers, self.heads, self.inner, self.vocabulary, self.positions, _ = self._take("8i")
        (self.epsilon,) = self._take("f")
        _, count, *_ = self._take("6i")
        (text_bytes,) = self._take("Q")
        starts = self._array("<u4", count + 1)
        self.scores = self._array("<f4", count)
        text = self.data[self._at : self._at + text_bytes]
        self._at += text_bytes
        self.pieces = [text[a:b].decode("utf-8", "replace") for a, b in zip(starts, starts[1:])]
        self.folding = {}
        replaced, _ = self._take("iI")
        for _ in range(replaced):
            code, length = self._take("IB")
            self.folding[code] = self._take(f"{length}I") if length else ()
        self._tensors = {}
        for _ in range(*self._take("i")):
            (length,) = self._take("H")
            name = self.data[self._at : self._at + length].decode()
            self._at += length + 1
            values, start, size = self._take("IQQ")
            self._tensors[name] = (values, start, size)

    def _take(self, form):
        values = struct.unpack_from("<" + form, self.data, self._at)
        self._at += struct.calcsize("<" + form)
        return values

    def _array(self, kind, count):
        values = np.frombuffer(self.data, kind, count, self._at)
        self._at += values.nbytes
        return values

    def blocks(self, name):
        """Give the 4-bit values (blocks, 32), 0 to 15 with 8 for nothing, and the scale of each block."""
        _, start, size = self._tensors[name]
        rows = np.frombuffer(self.data, np.uint8, size, start).reshape(-1, 18)
        scales = rows[:, :2].copy().view("<f2").astype(np.float32)[:, 0]
        return np.concatenate([rows[:, 2:] & 15, rows[:, 2:] >> 4], 1), scales

    def array(self, name, *shape):
        count, start, size = self._tensors[name]
        if size == 4 * count:
            return np.frombuffer(self.data, "<f4", count, start).reshape(shape)
        values, scales = self.blocks(name)
        return ((values.astype(np.float32) - 8) * scales[:, None]).reshape(shape)


def japanese(number, piece):
    """Is it a piece that Japanese text needs: kana, the kanji of JIS X 0208, marks, digits, common ASCII?"""
    text = piece.replace(SPACE, "")
    if number < SPECIAL or not text:
        return True
    if text.isascii():
        return len(text) <= 2 or (text.isdigit() and len(text) <= 4) or number < ASCII_IDS
    return all(c.isascii() or "ぁ" <= c <= "ヿ" or c in MARKS or _in_jis(c) for c in text)


def _in_jis(character):
    try:
        code = character.encode("euc_jp")
    except UnicodeEncodeError:
        return False
    return len(code) == 2 and 0xB0 <= code[0] <= 0xF4


def kept(model):
    return np.array([number for number, piece in enumerate(model.pieces) if japanese(number, piece)])


class Tokenizer:
    """Cut text into its likeliest pieces; the same as adapters/onnx does in Java."""

    def __init__(self, pieces, scores, folding):
        self.ids = {piece: number for number, piece in enumerate(pieces) if number >= SPECIAL}
        self.scores = [float(score) for score in scores]
        self.folding = folding
        self.longest = max(map(len, self.ids))
        self.unknown = min(self.scores) - 10

    @classmethod
    def read(cls, folder):
        rows = [line.rsplit("\t", 1) for line in (folder / "vocab.tsv").read_text("utf-8").split("\n")[:-1]]
        folding = {}
        for line in (folder / "norm.tsv").read_text("utf-8").split("\n")[:-1]:
            code, to = line.split("\t")
            folding[int(code)] = tuple(int(c) for c in to.split(",") if c)
        return cls([row[0] for row in rows], [float(row[1]) for row in rows], folding)

    def _fold(self, text):
        text = "".join("".join(map(chr, self.folding.get(ord(c), (ord(c),)))) for c in text)
        text = SPACE + SPACE.join(text.split())
        return unicodedata.normalize("NFC", text)

    def __call__(self, text, most=128):
        text = self._fold(text)
        best = [0.0] + [float("-inf")] * len(text)
        back = [(UNKNOWN, 0)] * (len(text) + 1)
        for start in range(len(text)):
            for end in range(start + 1, min(len(text), start + self.longest) + 1):
                piece = self.ids.get(text[start:end])
                if piece is not None and best[start] + self.scores[piece] > best[end]:
                    best[end], back[end] = best[start] + self.scores[piece], (piece, start)
            if best[start] + self.unknown > best[start + 1]:
                best[start + 1], back[start + 1] = best[start] + self.unknown, (UNKNOWN, start)
        pieces, at = [], len(text)
        while at:
            piece, at = back[at]
            pieces.append(piece)
        return [BEGIN, *pieces[::-1][: most - 2], END]


def write_tables(model, folder):
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "vocab.tsv").open("w", encoding="utf-8", newline="\n") as out:
        for number in kept(model):
            out.write(f"{model.pieces[number]}\t{model.scores[number]:.6g}\n")
    with (folder / "norm.tsv").open("w", encoding="utf-8", newline="\n") as out:
        for code in sorted(model.folding):
            out.write(f"{code}\t{','.join(map(str, model.folding[code]))}\n")


if __name__ == "__main__":
    write_tables(E5(sys.argv[1]), Path(sys.argv[2]))
