#!/usr/bin/env python3
"""Assign every meaning group to train, dev or test, once and for all: split.tsv.

What must not be torn apart is one unit: groups that are opposites of each other (an opposites test needs both sides
unseen), groups with sentences that are near to each other, and all groups of one template family. A unit goes to dev or
test only if each of its intents keeps a group for training. Groups that split.tsv already holds keep their part;
a new group joins the part of its unit, or train.
"""

import random
import re
from collections import Counter, defaultdict
from fractions import Fraction

import tsv
from check import near

SEED = 5
SHARES = {"test": Fraction(15, 100), "dev": Fraction(10, 100)}
LARGEST = 12  # groups; a larger unit would decide a part alone, and stays in train


class Units:
    def __init__(self, groups):
        self.parent = {group: group for group in groups}

    def find(self, group):
        while self.parent[group] != group:
            group = self.parent[group]
        return group

    def join(self, first, second):
        roots = sorted((self.find(first), self.find(second)))
        self.parent[roots[1]] = roots[0]

    def lists(self):
        units = defaultdict(list)
        for group in self.parent:
            units[self.find(group)].append(group)
        return [units[root] for root in sorted(units)]


def family(group):
    found = re.fullmatch(r"([a-z]+-t-.*)-\d\d", group)
    return found and found[1]


def units_of(rows):
    units = Units(dict.fromkeys(row.group for row in rows))
    for first, second, _ in tsv.pairs():
        units.join(first, second)
    first_with = {}
    for row in rows:
        keys = [key for key in (near(row.text), family(row.group)) if key]
        for key in keys:
            units.join(first_with.setdefault(key, row.group), row.group)
    return units.lists()


def fill(part, share, units, intent_of, domain_of, parts):
    """Move units into the part, first those whose intents it lacks, until each domain has its share."""
    want = {domain: share * count for domain, count in Counter(domain_of.values()).items()}
    have, seen = Counter(), Counter()
    left = Counter(intent_of[group] for group in intent_of if parts.get(group, "train") == "train")
    for pass_over_known in (True, False):
        for unit in units:
            domain, intents = domain_of[unit[0]], Counter(intent_of[group] for group in unit)
            full = have[domain] + len(unit) > want[domain]
            bare = any(left[intent] <= count for intent, count in intents.items())
            known = pass_over_known and any(seen[intent] for intent in intents)
            if unit[0] in parts or full or bare or known:
                continue
            parts.update(dict.fromkeys(unit, part))
            have[domain] += len(unit)
            left.subtract(intents)
            seen.update(intents)


def main():
    rows = tsv.all_sentences()
    intent_of = {row.group: row.intent for row in rows}
    domain_of = {row.group: row.domain for row in rows}
    units = units_of(rows)
    path = tsv.HERE / "split.tsv"
    if path.exists():
        parts = tsv.split()
        for unit in units:
            known = {parts[group] for group in unit if group in parts}
            if len(known) > 1:
                raise SystemExit(f"{unit} lie in {sorted(known)}: reword the new sentences")
            parts.update({group: next(iter(known), "train") for group in unit if group not in parts})
    else:
        parts = {group: "train" for unit in units if len(unit) > LARGEST for group in unit}
        random.Random(SEED).shuffle(units)
        for part, share in SHARES.items():
            fill(part, share, units, intent_of, domain_of, parts)
    lines = [(group, parts.get(group, "train")) for group in sorted(intent_of)]
    tsv.write_lines(path, ("group", "part"), lines)


if __name__ == "__main__":
    main()
