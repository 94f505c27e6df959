"""Distil: a few of the teacher's layers learn to give what all of them give.

distil.py WORK --layers 0,2,4,9,10,11 --frozen 3 --steps N

Each piece's last vector is held to the teacher's, and the likeness of every two sentences of a batch to the mean of what
the teacher says of them, what it says of their English translations, and what the second teacher says.
"""

import argparse
from pathlib import Path

import jax.numpy as jnp
import numpy as np

import network
import trainer
from e5 import E5, kept
from teacher import files

# Sentences of up to so many pieces, and how many of them make a batch.
SHAPES = {16: 64, 24: 40, 32: 32}


class Lessons:
    """What the teachers said."""

    def __init__(self, folder):
        self.ids, self.pieces = [], []
        vectors, english, second = [], [], []
        for path in sorted(folder.glob("[0-9]*.npz")):
            if ".part" in path.name:
                continue
            with np.load(path) as one:
                cut = one["starts"][1:-1]
                self.ids += np.split(one["ids"], cut)
                self.pieces += np.split(one["pieces"], cut)
                vectors.append(one["vectors"]), english.append(one["english"]), second.append(one["second"])
        self.vectors = np.concatenate(vectors).astype(np.float32)
        self.center = self.vectors.mean(0)
        english, second = np.concatenate(english).astype(np.float32), np.concatenate(second).astype(np.float32)
        translated = np.abs(english).sum(1) > 0
        self.views = [self._centred(self.vectors), self._centred(second), np.zeros_like(english)]
        if translated.any():
            self.views[2][translated] = self._centred(english[translated])
        self.spread = np.concatenate(self.pieces[:2000]).astype(np.float32).std(0)
        self.buckets, at = {}, 0
        for length in SHAPES:
            self.buckets[length] = [n for n, row in enumerate(self.ids) if at < len(row) <= length]
            at = length
        self.order = [length for length, rows in self.buckets.items() for _ in range(len(rows) // SHAPES[length])]

    @staticmethod
    def _centred(rows):
        rows = rows - rows.mean(0)
        return rows / np.linalg.norm(rows, axis=1, keepdims=True)

    def likeness(self, chosen):
        """Give the mean of the teachers' cosines; the translations count where both sentences have one."""
        own, second, english = (view[chosen] @ view[chosen].T for view in self.views)
        both = np.outer(*[(np.abs(self.views[2][chosen]).sum(1) > 0)] * 2)
        return (np.where(both, (own + english) / 2, own) + second) / 2

    def batch(self, rng, _):
        if not self.order:
            raise SystemExit("too few lessons for one batch: run the stage teacher first")
        length = self.order[rng.integers(len(self.order))]
        return self.some(rng, SHAPES[length], length)

    def some(self, rng, count, length):
        """Give so many lessons of this length."""
        chosen = rng.choice(self.buckets[length], count, replace=False)
        ids, mask = network.padded([self.ids[n] for n in chosen], length, len(chosen))
        pieces = np.zeros((*ids.shape, self.pieces[0].shape[1]), np.float32)
        for row, n in enumerate(chosen):
            pieces[row, : len(self.pieces[n])] = self.pieces[n]
        return {"ids": ids, "mask": mask, "pieces": pieces, "vectors": self.vectors[chosen], "alike": self.likeness(chosen)}


def last(still, moving, ids, mask):
    """Run all layers; nothing flows back into those that stay as they are."""
    weights, low = {**still, **moving}, min(int(name.split(".")[0]) for name in moving)
    below = network.layers(weights, network.embed(weights, ids), mask, range(low))
    return network.layers(weights, below, mask, range(low, network.depth(weights)))


def lesson(center, spread):
    """Give the loss of a batch of Lessons."""

    def loss(still, moving, given):
        mask = given["mask"]
        h = last(still, moving, given["ids"], mask)
        off = (((h - given["pieces"]) / spread) ** 2).mean(-1)
        pieces = (off * mask).sum() / mask.sum()
        z = network.unit(network.mean(h, mask) - center)
        sentences = 1 - (z * network.unit(given["vectors"] - center)).sum(-1).mean()
        alike = ((z @ z.T - given["alike"]) ** 2).mean()
        return pieces + 2 * sentences + 20 * alike, {"pieces": pieces, "sentences": sentences, "alike": alike}

    return loss


def main():
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("work", type=Path)
    parser.add_argument("--layers", default="0,2,4,9,10,11", help="the teacher's layers that the student begins with")
    parser.add_argument("--frozen", type=int, default=3, help="so many of them stay as they are")
    parser.add_argument("--steps", type=int, default=600)
    parser.add_argument("--rate", type=float, default=4e-4)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    model = E5(files(arguments.work)[0])
    start = network.from_e5(model, [int(n) for n in arguments.layers.split(",")], kept(model))
    still, moving = network.parted(start, arguments.frozen)
    lessons = Lessons(arguments.work / "teacher")
    print(len(lessons.ids), "sentences")
    loss = lesson(jnp.asarray(lessons.center), jnp.asarray(lessons.spread))
    trainer.train(arguments.work / "distilled.pkl", still, moving, loss, lessons.batch, arguments.steps, arguments.rate, arguments.seed)


if __name__ == "__main__":
    main()
