"""Adapt an encoder to a company's dialogues, compare it with its base, and pack it if it is better.

adapt.py DIALOGUES PACK --base FOLDER [--key KEY.pem]

Exit 1, without a pack, when what the company's people say is not understood better, or everything else is worse.
"""

import argparse
import json
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent / "encoder"), str(HERE.parent / "corpus")]

import jax  # noqa: E402
import jax.numpy as jnp  # noqa: E402
import numpy as np  # noqa: E402

import dialogues  # noqa: E402
import evaluate  # noqa: E402
import network  # noqa: E402
import pack  # noqa: E402
import trainer  # noqa: E402
import weights as stored  # noqa: E402
from distil import last  # noqa: E402
from e5 import Tokenizer  # noqa: E402
from graph import OnnxEncoder, build  # noqa: E402
from texts import part  # noqa: E402

INTENTS, GENERAL, LENGTH = 24, 48, 24  # intents of two sentences, other sentences, and pieces of each in a batch
TEMPERATURE, KEEP = 0.06, 20.0
WORSE = 0.01  # so much accuracy may be lost on sentences that are not the company's


class Batches:
    """Two sentences each of some intents, and sentences of the project's corpus whose vectors are to stay as they are."""

    def __init__(self, pairs, general, base, tokenizer):
        self.of, self.tokenizer, self.general = {}, tokenizer, general
        for text, intent in pairs:
            self.of.setdefault(intent, []).append(text)
        self.names, self.stay = sorted(self.of), base(general)

    def __call__(self, rng, _):
        names = rng.choice(self.names, min(INTENTS, len(self.names)), replace=False)
        texts = [str(text) for name in names for text in rng.choice(self.of[name], 2)]
        own = np.repeat(np.arange(len(names)), 2)
        chosen = rng.choice(len(self.general), min(GENERAL, len(self.general)), replace=False)
        given = {"intent": own, "stay": self.stay[chosen]}
        for name, these in (("own", texts), ("general", [self.general[n] for n in chosen])):
            rows = [self.tokenizer(network.PREFIX + text) for text in these]
            given[f"{name} ids"], given[f"{name} mask"] = network.padded(rows, LENGTH, len(rows))
        return given


def loss(center):
    """Sentences of one intent come together, others go apart, and what is not the company's stays."""

    def of(still, moving, given):
        own, general = (
            network.mean(last(still, moving, given[f"{name} ids"], given[f"{name} mask"]), given[f"{name} mask"])
            for name in ("own", "general")
        )
        z = network.unit(own - center)
        same = given["intent"][:, None] == given["intent"][None, :]
        others = ~jnp.eye(len(z), dtype=bool)
        scores = jnp.where(others, z @ z.T / TEMPERATURE, -1e9)
        near = -(jnp.where(same & others, scores, 0).sum(1) - jax.nn.logsumexp(scores, 1)).mean()
        # How far the general vectors have gone, in the sight of what the interpreter compares: without the mean.
        gone = 1 - (network.unit(general - center) * network.unit(given["stay"] - center)).sum(-1).mean()
        return near + KEEP * gone, {"near": near, "gone": gone}

    return of


def figures(encode, learnt, asked, general):
    """Give the accuracy on the company's held-out sentences and on the corpus' dev part."""
    match = evaluate.Match(encode, evaluate.BLEND, [text for text, _ in learnt], [intent for _, intent in learnt])
    guesses = match.scores([text for text, _ in asked]).argmax(1)
    own = np.mean([match.names[k] == intent for k, (_, intent) in zip(guesses, asked)])
    told, _ = general.intents("new", encode, evaluate.BLEND)
    return {"own": float(own), "general": float(told["accuracy"]), "general_auroc": told["auroc"]}


def trained(base, work, pairs, arguments):
    """Train the upper layers and give the folder with the new network."""
    weights, words = stored.read(base / "encoder.onnx")
    tokenizer = Tokenizer.read(base)
    frozen = max(0, network.depth(weights) - arguments.layers)
    still, moving = network.parted(weights, frozen)
    general = sorted({row.text for row in part("train")})[:: arguments.every]
    before = OnnxEncoder(base / "encoder.onnx", tokenizer)
    batches = Batches(pairs, general, before, tokenizer)
    center = jnp.asarray(batches.stay.mean(0))
    trainer.train(work / "adapted.pkl", still, moving, loss(center), batches, arguments.steps, arguments.rate, arguments.seed)
    folder = work / "adapted"
    folder.mkdir(exist_ok=True)
    build(trainer.load(work / "adapted.pkl")["weights"], words, folder / "encoder.onnx")
    for name in ("vocab.tsv", "norm.tsv"):
        (folder / name).write_bytes((base / name).read_bytes())
    return folder


def main():
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("dialogues", type=Path, help="TEXT, tab, INTENT; or .jsonl with dialogues")
    parser.add_argument("pack", type=Path, help="the folder to write; it must not exist")
    parser.add_argument("--base", type=Path, default=HERE.parents[1] / "encoder-ja-small")
    parser.add_argument("--key", type=Path, help="an Ed25519 private key (PEM) that signs the pack")
    parser.add_argument("--work", type=Path, default=HERE / "work")
    parser.add_argument("--layers", type=int, default=3, help="so many of the upper layers are trained")
    parser.add_argument("--steps", type=int, default=200)
    parser.add_argument("--rate", type=float, default=1e-4)
    parser.add_argument("--every", type=int, default=4, help="of the corpus, each so-manieth sentence is held in its place")
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    if arguments.pack.exists():
        raise SystemExit(f"{arguments.pack} is there already")
    arguments.work.mkdir(parents=True, exist_ok=True)
    learnt, asked = dialogues.split(dialogues.read(arguments.dialogues), arguments.seed)
    print(f"{len({intent for _, intent in learnt})} intents, {len(learnt)} sentences to learn from, {len(asked)} held out")
    folder, general = trained(arguments.base, arguments.work, learnt, arguments), evaluate.Evaluation("dev")
    told = {"intents": len({intent for _, intent in learnt}), "learnt": len(learnt), "asked": len(asked), "steps": arguments.steps}
    for name, where in (("base", arguments.base), ("adapted", folder)):
        encode = evaluate.cached(OnnxEncoder(where / "encoder.onnx", Tokenizer.read(where)))
        told[name] = figures(encode, learnt, asked, general)
    print(json.dumps(told, indent=1))
    if told["adapted"]["own"] <= told["base"]["own"]:
        raise SystemExit("not better on the company's own sentences: keep the base, and collect more ways of saying each intent")
    if told["adapted"]["general"] < told["base"]["general"] - WORSE:
        raise SystemExit("worse on everybody else's sentences: fewer --steps, or a lower --rate")
    pack.write(arguments.pack, folder, arguments.base, told, arguments.key)
    print(f"{arguments.pack}: packed{' and signed' if arguments.key else ', not signed'}")


if __name__ == "__main__":
    main()
