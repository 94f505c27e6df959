"""Take out of the vectors what differs between sentences of one meaning: dialect, register, wording.

whiten.py WORK [--weights FILE]

One matrix after the mean over the pieces, in closed form: the inverse root of the covariance within the corpus' groups, with
its mean eigenvalue times SHRINK on the diagonal (Hatch et al., "Within-class covariance normalization", 2006). It takes a
minute on one core.
"""

import argparse
from pathlib import Path

import numpy as np

import trainer
from e5 import Tokenizer
from export import export
from graph import OnnxEncoder
from texts import by_group, part

SHRINK = 3.0


def within(groups):
    """Give the covariance of unit vectors around the mean of their group."""
    off = []
    for vectors in groups:
        vectors = vectors / np.linalg.norm(vectors, axis=1, keepdims=True)
        off.append(vectors - vectors.mean(0))
    freedom = sum(len(vectors) - 1 for vectors in groups)
    off = np.concatenate(off).astype(np.float64)
    return off.T @ off / freedom


def matrix(groups, shrink=SHRINK):
    """Give (center, matrix): subtract the center from a vector of unit length, then multiply."""
    center = np.concatenate(groups).mean(0)
    spread = within([vectors - center for vectors in groups])
    spread += shrink * np.trace(spread) / len(spread) * np.eye(len(spread))
    values, vectors = np.linalg.eigh(spread)
    root = vectors @ np.diag(values**-0.5) @ vectors.T
    return center.astype(np.float32), (root / np.linalg.norm(root, 2)).astype(np.float32)


def main():
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("work", type=Path)
    parser.add_argument("--weights", default="contrasted.pkl")
    arguments = parser.parse_args()
    saved = trainer.load(arguments.work / arguments.weights)
    folder = arguments.work / "unwhitened"
    export(arguments.work, arguments.work / arguments.weights, folder)
    encode = OnnxEncoder(folder / "encoder.onnx", Tokenizer.read(folder))
    groups = [texts for name, texts in sorted(by_group(part("train")).items()) if not name.startswith("ood")]
    vectors, at, cut = encode([text for texts in groups for text in texts]), 0, []
    for texts in groups:
        cut.append(vectors[at : at + len(texts)])
        at += len(texts)
    center, root = matrix(cut)
    trainer.save(arguments.work / "whitened.pkl", {**saved, "weights": {**saved["weights"], "out.center": center, "out.w": root}})


if __name__ == "__main__":
    main()
