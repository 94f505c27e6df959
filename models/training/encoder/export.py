"""Write the student as the robot loads it, with 8-bit layers, and check it against its 32-bit form.

export.py WORK [WEIGHTS]
"""

import argparse
import shutil
from pathlib import Path

import numpy as np

import trainer
from e5 import E5, Tokenizer, kept
from graph import OnnxEncoder, build, products
from teacher import files
from texts import part

# The median cosine between the two forms; below it something is wrong with the scales.
LEAST = 0.98
EXACT = "exact.onnx"


def words(model):
    """Give the teacher's 4-bit blocks of the kept pieces: they go over as they are."""
    values, scales = model.blocks("emb.word")
    blocks = model.width // 32
    chosen = (kept(model)[:, None] * blocks + np.arange(blocks)).reshape(-1)
    return values[chosen], scales[chosen]


def measured(weights, model, folder):
    """Write the 32-bit form, and give the largest input in each place of each product, on sentences of the train part."""
    build(weights, words(model), folder / EXACT, eight_bits=False, hidden=True)
    names, peaks = products(weights), {}
    encoder = OnnxEncoder(folder / EXACT, Tokenizer.read(folder))
    for _, _, inputs in encoder.rows([row.text for row in part("train")][:: 20], names=names):
        for name, given in zip(names, inputs):
            peaks[name] = np.maximum(peaks.get(name, 0), np.abs(given).reshape(-1, given.shape[-1]).max(0))
    return peaks


def export(work, source, folder):
    folder.mkdir(parents=True, exist_ok=True)
    weights, model = trainer.load(source)["weights"], E5(files(work)[0])
    for name in ("vocab.tsv", "norm.tsv"):
        shutil.copy(files(work)[1] / name, folder / name)
    peaks = measured(weights, model, folder)
    build(weights, words(model), folder / "encoder.onnx", peaks=peaks)


def main():
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("work", type=Path)
    parser.add_argument("weights", type=Path, nargs="?")
    arguments = parser.parse_args()
    work, source = arguments.work, arguments.weights or arguments.work / "contrasted.pkl"
    folder = work / source.stem
    export(work, source, folder)
    exact = folder / EXACT
    texts, tokenizer = [row.text for row in part("dev")][:200], Tokenizer.read(folder)
    alike = (OnnxEncoder(folder / "encoder.onnx", tokenizer)(texts) * OnnxEncoder(exact, tokenizer)(texts)).sum(1)
    exact.unlink()
    size = (folder / "encoder.onnx").stat().st_size
    print(f"{folder}: {size:,} bytes, cosine of 8 bits to 32: least {alike.min():.4f}, median {np.median(alike):.4f}")
    if np.median(alike) < LEAST:
        raise SystemExit("the 8-bit form is too far from the 32-bit one")


if __name__ == "__main__":
    main()
