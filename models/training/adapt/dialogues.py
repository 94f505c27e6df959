"""Read a company's dialogues as sentences with their intents, and split them so that the figures are honest."""

import collections
import json
import random

import check

HELD_OUT = 0.3
LEAST = 4  # sentences of an intent; with fewer there is nothing to hold out


def read(path):
    """Give (text, intent) of each sentence: lines of TEXT, tab, INTENT, or dialogues as `aizuchi eval dialogues` takes them."""
    lines = [line for line in path.read_text("utf-8").splitlines() if line.strip() and not line.startswith("#")]
    pairs = list(_of_dialogues(lines) if path.suffix == ".jsonl" else _of_lines(path, lines))
    if not pairs:
        raise SystemExit(f"{path}: no sentence with an intent")
    return list(dict.fromkeys(pairs))


def _of_lines(path, lines):
    for number, line in enumerate(lines, 1):
        cells = line.split("\t")
        if len(cells) != 2 or not all(cells):
            raise SystemExit(f"{path}: line {number} is not TEXT, tab, INTENT")
        yield cells[0].strip(), cells[1].strip()


def _of_dialogues(lines):
    for line in lines:
        for turn in json.loads(line).get("turns", ()):
            action = turn.get("expect", {}).get("action")
            # Several intents, or a choice of them, say nothing about the one sentence.
            if turn.get("user") and isinstance(action, str) and "+" not in action:
                yield turn["user"], action


def split(pairs, seed=1):
    """Give (learnt, asked): sentences that differ only in particles or a number stay on one side."""
    rng, of = random.Random(seed), collections.defaultdict(lambda: collections.defaultdict(list))
    for text, intent in pairs:
        of[intent][check.frame(text)].append(text)
    learnt, asked = [], []
    for intent, frames in sorted(of.items()):
        groups = sorted(frames.values())
        rng.shuffle(groups)
        count = round(HELD_OUT * len(groups)) if sum(map(len, groups)) >= LEAST else 0
        for k, texts in enumerate(groups):
            (asked if k < count else learnt).extend((text, intent) for text in texts)
    if not asked:
        raise SystemExit(f"no intent has {LEAST} different sentences: nothing can be held out, so nothing could be shown")
    return learnt, asked
