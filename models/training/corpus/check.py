#!/usr/bin/env python3
"""Check the corpus and print its counts. Exit 1 and name every breach if there is one.

check.py             check all
check.py GROUP ...   print the sentences of these groups
"""

import re
import sys
import unicodedata
from collections import Counter, defaultdict

import tsv

REGISTERS = {"plain", "polite", "honorific", "elder", "child", "staff", "visitor", "rescuer", "broken"}
DIALECTS = {"std", "kansai", "tohoku", "kyushu", "chugoku", "nagoya", "okinawa"}
PHENOMENA = {"euphemism", "ellipsis", "negation", "correction", "indirect", "filler", "noise:kana", "noise:homophone"}
PHENOMENA |= {"noise:particle", "order", "question", "number", "time", "place", "name", "ambiguous"}
LEAST_GROUPS = dict(care=350, reception=250, disaster=250, home=150, talk=120, ood=150)
LEAST_SENTENCES, LEAST_ALL_GROUPS, LEAST_PAIRS, LEAST_IN_GROUP = 8000, 1200, 250, 3
LEAST_OF_REGISTER, LEAST_OF_DIALECT, MOST_TEMPLATE = 150, 50, 0.25
SHARES = {"test": (0.12, 0.18), "dev": (0.07, 0.12)}
LONGEST = 60  # characters; nobody says more in one breath
ALLOWED = re.compile(r"[〇…぀-ヿ㐀-鿿々ー、。？・「」A-Za-z0-9.:/%-]+")
PERSONAL = re.compile(r"\d{2,4}-\d{2,4}-\d{3,4}|\d{7,}|@|[都道府県].{1,4}[市区町村].{1,6}\d")


def near(text):
    """Return what is left of a sentence without punctuation, case particles and final particles."""
    text = unicodedata.normalize("NFKC", text).lower()
    text = re.sub(r"[^\w]|_", "", text)
    text = re.sub(r"[ねよさわなー]+$", "", text)
    return re.sub(r"[をはがにへ]", "", text) or text


def frame(text):
    """Return the sentence with its numbers taken out: what two values of one frame share."""
    return re.sub(r"[0-9.]+|[〇零一二三四五六七八九十百千]+", "#", near(text))


def check_rows(rows):
    for row in rows:
        known = {row.register: REGISTERS, row.dialect: DIALECTS, row.domain: set(tsv.DOMAINS)}
        yield from (f"{row}: unknown {value}" for value, allowed in known.items() if value not in allowed)
        yield from (f"{row}: unknown {mark}" for mark in row.marks if mark not in PHENOMENA)
        if not row.group.startswith(row.domain + "-"):
            yield f"{row}: the group's name must begin with the domain"
        if row.intent.split(".")[0] != row.domain:
            yield f"{row}: the intent must begin with the domain"
        if not ALLOWED.fullmatch(row.text) or len(row.text) > LONGEST or PERSONAL.search(row.text):
            yield f"{row}: text is too long, holds characters that are not said, or looks like personal data"
    for group, labels in by_group(rows, lambda row: (row.domain, row.intent)).items():
        if len(set(labels)) > 1:
            yield f"{group}: two intents {sorted(set(labels))}"


def by_group(rows, value):
    found = defaultdict(list)
    for row in rows:
        found[row.group].append(value(row))
    return found


def check_counts(rows, templates, pairs):
    groups = by_group(rows, lambda row: row.text)
    domains = Counter(group.split("-")[0] for group in groups)
    registers, dialects = Counter(row.register for row in rows), Counter(row.dialect for row in rows)
    least = [("sentences", len(rows), LEAST_SENTENCES), ("groups", len(groups), LEAST_ALL_GROUPS)]
    least += [("pairs", len(pairs), LEAST_PAIRS)]
    least += [(name, domains[name], count) for name, count in LEAST_GROUPS.items()]
    least += [(name, registers[name], LEAST_OF_REGISTER) for name in sorted(REGISTERS)]
    least += [(name, dialects[name], LEAST_OF_DIALECT) for name in sorted(DIALECTS)]
    least += [(group, len(texts), LEAST_IN_GROUP) for group, texts in groups.items()]
    yield from (f"{name}: {count}, at least {wanted} expected" for name, count, wanted in least if count < wanted)
    if templates > MOST_TEMPLATE * len(rows):
        yield f"{templates} of {len(rows)} sentences are from templates"


def check_doubles(rows, parts):
    same, alike, frames = defaultdict(list), defaultdict(list), defaultdict(set)
    for row in rows:
        same[row.text].append(row)
        alike[near(row.text)].append(row)
    for text, found in same.items():
        if len({row.group for row in found}) < len(found):
            yield f"{text}: twice in one group"
        elif len(found) > 1 and not all("ambiguous" in row.marks for row in found):
            yield f"{text}: in {[row.group for row in found]}, not marked ambiguous"
    for text, found in alike.items():
        if len({parts.get(row.group) for row in found}) > 1:
            yield f"{text}: near-duplicates in several parts, {[(row.group, row.text) for row in found]}"
    for row in rows:
        if frame(row.text) != near(row.text):
            frames[frame(row.text)].add((row.group, parts.get(row.group)))
    for text, found in frames.items():
        if len({part for _, part in found}) > 1:
            yield f"{text}: one frame in several parts, {sorted(found)}"


def check_pairs(pairs, groups, parts):
    seen = Counter(frozenset(pair[:2]) for pair in pairs)
    yield from (f"{sorted(pair)}: twice among the opposites" for pair, count in seen.items() if count > 1)
    for first, second, kind in pairs:
        if first not in groups or second not in groups or first == second or not kind:
            yield f"{first}, {second}: no pair of groups, or no kind"
        elif parts.get(first) != parts.get(second):
            yield f"{first}, {second}: opposites in two parts"


def check_split(rows, parts):
    groups = by_group(rows, lambda row: row.intent)
    if set(parts) != set(groups):
        yield f"split.tsv: other groups than the corpus, {sorted(set(parts) ^ set(groups))[:9]}"
        return
    trained = {intents[0] for group, intents in groups.items() if parts[group] == "train"}
    for group, intents in groups.items():
        if parts[group] not in ("train", "dev", "test"):
            yield f"{group}: unknown part {parts[group]}"
        if intents[0] not in trained:
            yield f"{group}: {intents[0]} has no group in train"
    for domain in tsv.DOMAINS:
        count = Counter(part for group, part in parts.items() if group.startswith(domain + "-"))
        for part, (low, high) in SHARES.items():
            if not low <= count[part] / count.total() <= high:
                yield f"{domain}: {count[part]} of {count.total()} groups are in {part}"


def check_kindred(intents):
    for line in tsv.kindred():
        yield from (f"kindred.tsv: unknown intent {intent}" for intent in line if intent not in intents)


def show_counts(rows, templates, pairs, parts):
    print(f"{len(rows)} sentences, {len(parts)} groups, {len({row.intent for row in rows})} intents")
    print(f"{templates} sentences from templates ({templates / len(rows):.1%}), {len(pairs)} opposite pairs")
    for title, value in (("domain", lambda row: row.domain), ("register", lambda row: row.register), ("dialect", lambda row: row.dialect)):
        print(f"{title}: " + ", ".join(f"{name} {count}" for name, count in Counter(map(value, rows)).most_common()))
    print("phenomena: " + ", ".join(f"{name} {count}" for name, count in Counter(mark for row in rows for mark in row.marks).most_common()))
    for part in ("train", "dev", "test"):
        chosen = [row for row in rows if parts.get(row.group) == part]
        groups = Counter(group.split("-")[0] for group in {row.group for row in chosen})
        inside = sum(parts.get(first) == part for first, _, _ in pairs)
        intents = len({row.intent for row in chosen})
        print(f"{part}: {len(chosen)} sentences, {groups.total()} groups {dict(sorted(groups.items()))}, {intents} intents, {inside} pairs")


def main():
    rows, pairs, parts = tsv.all_sentences(), tsv.pairs(), tsv.split()
    if len(sys.argv) > 1:
        return [print(*row, parts[row.group], sep="\t") for row in rows if row.group in sys.argv[1:]] and 0
    templates = sum("-t-" in row.group for row in rows)
    groups = {row.group for row in rows}
    breaches = [*check_rows(rows), *check_counts(rows, templates, pairs), *check_doubles(rows, parts)]
    breaches += [*check_pairs(pairs, groups, parts), *check_split(rows, parts), *check_kindred({row.intent for row in rows})]
    show_counts(rows, templates, pairs, parts)
    print("\n".join(breaches), file=sys.stderr)
    print(f"{len(breaches)} breaches" if breaches else "no breach")
    return 1 if breaches else 0


if __name__ == "__main__":
    sys.exit(main())
