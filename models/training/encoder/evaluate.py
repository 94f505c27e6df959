"""Measure encoders on intents, opposites and what is out of domain.

evaluate.py WORK --part dev NAME=WHERE…   WHERE: a folder with encoder.onnx and its tables, weights (.pkl), muse, or ngrams

Choose by `dev`; look at `test` once, at the end. NAME+ngrams blends the character n-grams in.
"""

import argparse
import collections
import json
import random
from pathlib import Path

import numpy as np

import trainer
from e5 import Tokenizer
from graph import OnnxEncoder
from texts import HERE, part
from texts import tsv as corpus

EXAMPLES, LEAST = 5, 6
BLEND = 0.3  # the n-grams' share in a blended score
TRIPLES_A_PAIR = 12


def ngrams(texts):
    """Give sparse counts of all sequences of one to three characters, as dictionaries."""
    return [collections.Counter(text[k : k + n] for n in (1, 2, 3) for k in range(len(text) - n + 1)) for text in texts]


class Ngrams:
    """Weigh n-grams by their rarity among the examples; unit length, so that products are cosines."""

    def __init__(self, examples):
        counts = ngrams(examples)
        seen = collections.Counter(gram for one in counts for gram in one)
        self.weight = {gram: np.log((len(counts) + 1) / (n + 0.5)) for gram, n in seen.items()}
        self.column = {gram: k for k, gram in enumerate(self.weight)}

    def __call__(self, texts):
        out = np.zeros((len(texts), len(self.column)), np.float32)
        for row, one in zip(out, ngrams(texts)):
            for gram, n in one.items():
                if gram in self.column:
                    row[self.column[gram]] = n * self.weight[gram]
        return out / np.maximum(np.linalg.norm(out, axis=1, keepdims=True), 1e-9)


class Match:
    """Match as the interpreter does: vectors minus the examples' mean, the mean of an intent's two nearest, n-grams blended in."""

    def __init__(self, encode, blend, examples, labels):
        self.encode, self.blend, self.labels = encode, blend, np.array(labels)
        self.names = sorted(set(labels))
        self.grams = Ngrams(examples) if blend else None
        if encode:
            vectors = encode(examples)
            self.center = vectors.mean(0)
        self.examples = self._views(examples)

    def _views(self, texts):
        views = []
        if self.encode:
            vectors = self.encode(texts) - self.center
            views.append(vectors / np.linalg.norm(vectors, axis=1, keepdims=True))
        if self.blend:
            views.append(self.grams(texts))
        return views

    def scores(self, texts):
        """Give the score of each intent, (texts, names)."""
        alike = [mine @ theirs.T for mine, theirs in zip(self._views(texts), self.examples)]
        alike = alike[0] if len(alike) == 1 else (1 - self.blend) * alike[0] + self.blend * alike[1]
        of = [np.sort(alike[:, self.labels == name], 1)[:, -2:].mean(1) for name in self.names]
        return np.stack(of, 1)


def area(inside, outside):
    """Give the chance that something inside scores higher than something outside."""
    inside, outside = np.asarray(inside), np.sort(outside)
    below, upto = np.searchsorted(outside, inside), np.searchsorted(outside, inside, "right")
    return float((below + upto).mean() / 2 / len(outside))


def clean(row):
    return row.dialect == "std" and not any(mark.startswith("noise") or mark in ("indirect", "ellipsis") for mark in row.marks)


def in_turn(rows, rng):
    """Plain sentences first, each group in turn, so that few examples show all that an intent covers."""
    rng.shuffle(rows)
    place, seen = {}, collections.Counter()
    for row in rows:
        key = (row.group, clean(row))
        place[row], seen[key] = seen[key], seen[key] + 1
    return sorted(rows, key=lambda row: (not clean(row), place[row]))


def new_intents(name, rng):
    """Groups that no training has seen: examples and questions are both of this part (other groups of these intents are in train)."""
    of = collections.defaultdict(list)
    for row in part(name):
        if row.domain != "ood":
            of[row.intent].append(row)
    for intent, rows in of.items():
        if len(rows) >= LEAST:
            rows = in_turn(rows, rng)
            yield [(row.text, intent) for row in rows[:EXAMPLES]], [(row, intent) for row in rows[EXAMPLES:]]


def known_intents(name, rng):
    """Intents with examples in the training part, asked with sentences of groups that it does not have."""
    examples, asked = collections.defaultdict(list), collections.defaultdict(list)
    for row in part("train"):
        if row.domain != "ood" and not any(mark.startswith("noise") for mark in row.marks):
            examples[row.intent].append(row)
    for row in part(name):
        asked[row.intent].append(row)
    for intent, rows in examples.items():
        if len(rows) >= EXAMPLES and intent in asked:
            yield [(row.text, intent) for row in in_turn(rows, rng)[:EXAMPLES]], [(row, intent) for row in asked[intent]]


def triples(name, rng):
    """Two sentences of one group and one of its opposite group."""
    of = collections.defaultdict(list)
    for row in part(name):
        of[row.group].append(row.text)
    for first, second, kind in corpus.pairs():
        if first in of and second in of:
            for one, other in ((first, second), (second, first)):
                for _ in range(TRIPLES_A_PAIR // 2):
                    yield (*rng.sample(of[one], 2), rng.choice(of[other]), kind)


class Evaluation:
    def __init__(self, name, seed=1):
        self.name = name
        self.kin = {frozenset(pair) for pair in corpus.kindred()}
        self.tasks = {"new": list(new_intents(name, random.Random(seed))), "known": list(known_intents(name, random.Random(seed)))}
        self.outside = [row.text for row in part(name) if row.domain == "ood"]
        self.triples = list(dict.fromkeys(triples(name, random.Random(seed))))

    def _right(self, guess, truth):
        return guess == truth or frozenset((guess, truth)) in self.kin

    def intents(self, task, encode, blend):
        """Give accuracy by phenomenon, the area for what is out of domain, and the errors."""
        examples = [pair for given, _ in self.tasks[task] for pair in given]
        asked = [pair for _, rows in self.tasks[task] for pair in rows]
        match = Match(encode, blend, [text for text, _ in examples], [intent for _, intent in examples])
        scores = match.scores([row.text for row, _ in asked])
        here = np.array([[intent.split(".")[0] == name.split(".")[0] for name in match.names] for _, intent in asked])
        # A robot knows the intents of its own domain.
        guesses = [match.names[k] for k in np.where(here, scores, -9).argmax(1)]
        right = np.array([self._right(guess, intent) for guess, (_, intent) in zip(guesses, asked)])
        kinds = {"plain": clean, "dialect": lambda row: row.dialect != "std", "noise": lambda row: "noise" in row.phenomena}
        kinds |= {mark: lambda row, mark=mark: mark in row.marks for mark in ("negation", "indirect", "number")}
        told = {"intents": len(match.names), "questions": len(asked), "accuracy": right.mean()}
        told["auroc"] = area(scores.max(1), match.scores(self.outside).max(1))
        for kind, holds in kinds.items():
            chosen = np.array([holds(row) for row, _ in asked])
            told[kind] = right[chosen].mean() if chosen.any() else float("nan")
            told[f"of {kind}"] = int(chosen.sum())
        errors = [(row.text, intent, guess) for ok, guess, (row, intent) in zip(right, guesses, asked) if not ok]
        return told, errors

    def opposites(self, encode, blend):
        texts = sorted({text for triple in self.triples for text in triple[:3]})
        place = {text: k for k, text in enumerate(texts)}
        match = Match(encode, blend, texts, texts)
        views = match.examples
        weights = [1] if len(views) == 1 else [1 - blend, blend]
        right = collections.defaultdict(list)
        for anchor, same, opposite, kind in self.triples:
            a, b, c = (place[text] for text in (anchor, same, opposite))
            gain = sum(w * (view[a] @ view[b] - view[a] @ view[c]) for w, view in zip(weights, views))
            right[kind].append(gain > 0)
            right["all"].append(gain > 0)
        return {kind: float(np.mean(values)) for kind, values in sorted(right.items(), key=lambda item: -len(item[1]))}

    def transfer(self, encode, blend):
        """Give the accuracy on intents far from the corpus."""
        rows = [line.split("\t") for line in (HERE / "transfer.tsv").read_text("utf-8").splitlines()[1:]]
        rows = [row for row in rows if row[0] == self.name]
        examples, asked = ([row for row in rows if row[2] == role] for role in ("example", "question"))
        match = Match(encode, blend, [row[3] for row in examples], [row[1] for row in examples])
        guesses = match.scores([row[3] for row in asked]).argmax(1)
        return float(np.mean([match.names[k] == row[1] for k, row in zip(guesses, asked)]))


def cached(encode):
    """Remember vectors: several tasks ask for the same sentences."""
    known = {}

    def give(texts):
        new = sorted(set(texts) - known.keys())
        if new:
            known.update(zip(new, np.asarray(encode(new), np.float32)))
        return np.stack([known[text] for text in texts])

    return give


def encoder(where, work):
    path = Path(where)
    if where == "ngrams":
        return None
    if where == "muse":
        import teacher

        return teacher.second(work)
    if path.suffix == ".pkl":
        import network

        return network.Encoder(trainer.load(path)["weights"], Tokenizer.read(work / "tables"))
    return OnnxEncoder(path / "encoder.onnx", Tokenizer.read(path))


def main():
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("work", type=Path)
    parser.add_argument("encoders", nargs="+")
    parser.add_argument("--part", choices=("dev", "test"), default="dev")
    parser.add_argument("--json", type=Path)
    parser.add_argument("--errors", action="store_true")
    arguments = parser.parse_args()
    evaluation, results = Evaluation(arguments.part), {}
    for given in arguments.encoders:
        name, where = given.split("=", 1)
        encode = encoder(where, arguments.work)
        encode = cached(encode) if encode else None
        for label, blend in ((name, 0), (f"{name}+ngrams", BLEND)) if encode else ((name, 1),):
            told = {task: evaluation.intents(task, encode, blend) for task in evaluation.tasks}
            opposites, transfer = evaluation.opposites(encode, blend), evaluation.transfer(encode, blend)
            results[label] = {**{task: figures for task, (figures, _) in told.items()}, "opposites": opposites, "transfer": transfer}
            for task, (figures, errors) in told.items():
                shown = " ".join(f"{k} {v:.3f}" if isinstance(v, float) else f"{k} {v}" for k, v in figures.items())
                print(f"{label:24} {task:6} {shown}", flush=True)
                if arguments.errors:
                    print("\n".join(f"    {text}: {intent}, taken for {guess}" for text, intent, guess in errors))
            print(f"{label:24} opposites " + " ".join(f"{k} {v:.3f}" for k, v in opposites.items()) + f" | transfer {transfer:.3f}", flush=True)
    if arguments.json:
        arguments.json.write_text(json.dumps(results, indent=1, ensure_ascii=False) + "\n", "utf-8")


if __name__ == "__main__":
    main()
