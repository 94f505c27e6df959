"""Contrast: sentences of one meaning come together, contrary ones apart, however they are said or misheard.

contrast.py WORK --steps N

Each batch holds groups of the project's corpus with their opposites, families of frames.txt, and pairs of everyday sentences
with one English translation; beside it a small batch of the distillation, so that the student forgets nothing.
"""

import argparse
import collections
from pathlib import Path

import jax
import jax.numpy as jnp
import numpy as np

import frames
import network
import noise
import trainer
from distil import Lessons, last, lesson
from e5 import Tokenizer
from teacher import files
from texts import HeldOut, by_group, corpus_pairs, everyday, kin, part

OPPOSITES, GROUPS, FAMILIES, TRANSLATED = 7, 14, 5, 4  # of each in a batch
SENTENCES = 4 * OPPOSITES + 2 * GROUPS + 4 * FAMILIES + 2 * TRANSLATED
SHORT, LONG = (56, 14), (SENTENCES - 56, 22)  # sentences and pieces of the two halves of a batch
GENERAL = (48, 16)
NOISE = 0.3
TEMPERATURE, HARD = 0.06, 3.0
GENERAL_WEIGHT = 1.0
ALIKE, APART, OPEN, CONTRARY = 1, 0, -1, 2


class Meanings:
    """What may stand in a batch. A sentence is (text, source, group, intent)."""

    def __init__(self, work, readings=None):
        rows = part("train")
        self.groups, self.intent_of = by_group(rows), {row.group: row.intent for row in rows}
        written = work / "paraphrases.tsv"  # there only where a larger model was asked
        for line in written.read_text("utf-8").splitlines() if written.exists() else ():
            name, text = line.split("\t")
            if text and text not in self.groups[name]:
                self.groups[name].append(text)
        self.names = sorted(self.groups)
        self.contrary = {frozenset(pair[:2]) for pair in corpus_pairs() if pair[0] in self.groups}
        self.pairs = sorted(tuple(sorted(pair)) for pair in self.contrary)
        self.kin = kin()
        self.families, self.held = frames.read(), HeldOut()
        same = collections.defaultdict(set)
        for japanese, english in everyday(work / "corpora"):
            if len(japanese) <= 40 and japanese not in self.held:
                same[english].add(japanese.rstrip("。"))
        self.translated = sorted(sorted(texts) for texts in same.values() if len(texts) > 1)
        sentences = [text for texts in self.groups.values() for text in texts][:readings]
        noise.remember(work / "words.pkl", sentences)
        self.mishear = noise.Mishearing(sentences)

    def _of_group(self, rng, name):
        one, other = rng.choice(len(self.groups[name]), 2, replace=False)
        texts = [self.groups[name][one], self.groups[name][other]]
        texts = [self.mishear(rng, text) if rng.random() < NOISE else text for text in texts]
        return [(text, "corpus", name, self.intent_of[name]) for text in texts]

    def _of_family(self, rng, number):
        family = self.families[number]
        meanings = list(family.meanings)
        first, value = rng.choice(meanings), rng.choice(family.values)
        others = [meaning for meaning in meanings if meaning != first and not family.neither(first, meaning)]
        if not others or (len(family.values) > 1 and rng.random() < 0.4):
            second, other = first, rng.choice(family.values)
        else:
            second, other = rng.choice(others), value
        for meaning, filling in ((first, value), (first, value), (second, other), (second, other)):
            text = frames.say(rng, family, meaning, filling, self.held)
            if text:
                yield (text, "frames", (number, meaning, filling), None)

    def sample(self, rng):
        rows, used = [], set()
        for k in rng.choice(len(self.pairs), OPPOSITES, replace=False):
            rows += [row for name in self.pairs[k] if name not in used for row in self._of_group(rng, name)]
            used.update(self.pairs[k])
        free = [name for name in self.names if name not in used]
        for k in rng.choice(len(free), GROUPS, replace=False):
            rows += self._of_group(rng, free[k])
        for number in rng.choice(len(self.families), FAMILIES, replace=False):
            rows += self._of_family(rng, int(number))
        for k in rng.choice(len(self.translated), TRANSLATED, replace=False):
            texts = self.translated[k]
            rows += [(texts[n], "translated", int(k), None) for n in rng.choice(len(texts), 2, replace=False)]
        return rows

    def relation(self, one, other):
        (_, source, group, intent), (_, other_source, other_group, other_intent) = one, other
        if source != other_source:
            return OPEN if {source, other_source} == {"corpus", "frames"} else APART
        if group == other_group:
            return ALIKE
        if source == "frames":
            (number, meaning, value), (other_number, other_meaning, other_value) = group, other_group
            if number != other_number or (value == other_value and self.families[number].neither(meaning, other_meaning)):
                return OPEN
            return CONTRARY
        if source == "translated":
            return APART
        if frozenset((group, other_group)) in self.contrary:
            return CONTRARY
        return OPEN if intent == other_intent or frozenset((intent, other_intent)) in self.kin else APART


class Batches:
    def __init__(self, meanings, lessons, tokenizer):
        self.meanings, self.lessons, self.tokenizer = meanings, lessons, tokenizer

    def __call__(self, rng, step):
        rows = [(self.tokenizer(network.PREFIX + row[0]), row) for row in self.meanings.sample(rng)]
        rows.sort(key=lambda pair: len(pair[0]))
        given = {}
        for name, (count, length), chosen in (("short", SHORT, rows[: SHORT[0]]), ("long", LONG, rows[SHORT[0] :])):
            given[f"{name} ids"], given[f"{name} mask"] = network.padded([ids for ids, _ in chosen], length, count)
        relation = np.full((SENTENCES, SENTENCES), OPEN, np.int32)  # what is missing stands at the end
        for i, (_, one) in enumerate(rows):
            for j, (_, other) in enumerate(rows):
                if i != j:
                    relation[i, j] = self.meanings.relation(one, other)
        return {**given, "relation": relation, "general": self.lessons.some(rng, *GENERAL)}


def contrast(center, spread):
    general = lesson(center, spread)

    def loss(still, moving, given):
        parts = [last(still, moving, given[f"{half} ids"], given[f"{half} mask"]) for half in ("short", "long")]
        means = [network.mean(h, given[f"{half} mask"]) for h, half in zip(parts, ("short", "long"))]
        z = network.unit(jnp.concatenate(means) - center)
        scores, relation = z @ z.T / TEMPERATURE, given["relation"]
        alike, contrary = relation == ALIKE, relation == CONTRARY
        away = jnp.where(contrary, scores + np.log(HARD), jnp.where(relation == APART, scores, -1e9))
        against = jax.nn.logsumexp(away, 1, keepdims=True)
        each = jnp.where(alike, jnp.logaddexp(scores, against) - scores, 0)
        near = each.sum() / alike.sum()
        ahead = jnp.where(alike, scores, 1e9).min(1) > jnp.where(contrary, scores, -1e9).max(1)
        asked = contrary.any(1) & alike.any(1)
        kept, told = general(still, moving, given["general"])
        figures = {"contrast": near, "contrary": (ahead & asked).sum() / asked.sum(), **told}
        return near + GENERAL_WEIGHT * kept, figures

    return loss


def main():
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("work", type=Path)
    parser.add_argument("--frozen", type=int, default=3)
    parser.add_argument("--steps", type=int, default=300)
    parser.add_argument("--rate", type=float, default=2e-4)
    parser.add_argument("--readings", type=int, help="gather homophones from so many sentences, not from all")
    parser.add_argument("--seed", type=int, default=2)
    arguments = parser.parse_args()
    still, moving = network.parted(trainer.load(arguments.work / "distilled.pkl")["weights"], arguments.frozen)
    lessons, meanings = Lessons(arguments.work / "teacher"), Meanings(arguments.work, arguments.readings)
    print(len(meanings.names), "groups,", len(meanings.pairs), "opposites,", len(meanings.translated), "translated twice")
    batches = Batches(meanings, lessons, Tokenizer.read(files(arguments.work)[1]))
    loss = contrast(jnp.asarray(lessons.center), jnp.asarray(lessons.spread))
    trainer.train(arguments.work / "contrasted.pkl", still, moving, loss, batches, arguments.steps, arguments.rate, arguments.seed)


if __name__ == "__main__":
    main()
