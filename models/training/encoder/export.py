"""Write the student as the robot loads it, with 8-bit layers, and check it against its 32-bit form.

export.py WORK [WEIGHTS]
"""

import shutil
import sys
from pathlib import Path

import numpy as np

import trainer
from e5 import E5, Tokenizer, kept
from graph import OnnxEncoder, build
from teacher import files
from texts import part

# The median cosine between the two forms; below it something is wrong with the scales.
LEAST = 0.98


def words(model):
    """Give the teacher's 4-bit blocks of the kept pieces: they go over as they are."""
    values, scales = model.blocks("emb.word")
    blocks = model.width // 32
    chosen = (kept(model)[:, None] * blocks + np.arange(blocks)).reshape(-1)
    return values[chosen], scales[chosen]


def export(work, source, folder):
    folder.mkdir(parents=True, exist_ok=True)
    weights, model = trainer.load(source)["weights"], E5(files(work)[0])
    for name in ("vocab.tsv", "norm.tsv"):
        shutil.copy(files(work)[1] / name, folder / name)
    build(weights, words(model), folder / "encoder.onnx")
    return weights, model


def main():
    work = Path(sys.argv[1])
    source = Path(sys.argv[2]) if len(sys.argv) > 2 else work / "contrasted.pkl"
    folder = work / source.stem
    weights, model = export(work, source, folder)
    exact = folder / "exact.onnx"
    build(weights, words(model), exact, eight_bits=False)
    texts, tokenizer = [row.text for row in part("dev")][:200], Tokenizer.read(folder)
    alike = (OnnxEncoder(folder / "encoder.onnx", tokenizer)(texts) * OnnxEncoder(exact, tokenizer)(texts)).sum(1)
    exact.unlink()
    size = (folder / "encoder.onnx").stat().st_size
    print(f"{folder}: {size:,} bytes, cosine of 8 bits to 32: least {alike.min():.4f}, median {np.median(alike):.4f}")
    if np.median(alike) < LEAST:
        raise SystemExit("the 8-bit form is too far from the 32-bit one")


if __name__ == "__main__":
    main()
