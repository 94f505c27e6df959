"""Learn a trigram of words from sentences and write it as the arcs of a graph."""

import collections
import math

DISCOUNT = 0.75


class Trigram:
    """Hold an interpolated Kneser-Ney model; longer contexts that were seen too seldom are left out."""

    def __init__(self, sentences, words, floor, unknown, least=2):
        """Learn from sentences (lists of words, each with how often it counts); a word never seen counts `floor`, `unknown` is (word, count)."""
        full = collections.defaultdict(collections.Counter)
        for sentence, times in sentences:
            line = ["<s>", *sentence, "</s>"]
            for k in range(1, len(line)):
                full[tuple(line[max(0, k - 2) : k])][line[k]] += times
        pairs, single = self._continuations(full)
        # A floor for words that no sentence has, so that each can be recognised.
        seen = collections.Counter({word: floor for word in words})
        seen.update(single)
        seen[unknown[0]] = unknown[1]
        total = sum(seen.values())
        self.levels = [{(): {word: count / total for word, count in seen.items()}}]
        self.levels.append(self._smoothed(pairs, lambda h: self.levels[0][()], least=1))
        self.short = {}
        triples = {h: after for h, after in full.items() if len(h) == 2}
        self.levels.append(self._smoothed(triples, lambda h: self._below(h), least=least))

    @staticmethod
    def _continuations(full):
        """Count for each pair how many words it follows; at the start of a sentence, how often it was said."""
        pairs, single = collections.defaultdict(collections.Counter), collections.Counter()
        for history, after in full.items():
            for word, times in after.items():
                pairs[history[-1:]][word] += 1 if len(history) == 2 else times
        for after in pairs.values():
            for word in after:
                single[word] += 1
        return pairs, single

    def _below(self, history):
        last = history[-1:]
        if last not in self.short:
            self.short[last] = _Backed(self.levels[1].get(last), self.levels[0][()])
        return self.short[last]

    @staticmethod
    def _smoothed(counts, below, least):
        level = {}
        for history, after in counts.items():
            total = sum(after.values())
            rest = DISCOUNT * len(after) / total
            lower = below(history)
            kept = {w: (n - DISCOUNT) / total + rest * lower[w] for w, n in after.items() if n >= least}
            if kept:
                level[history] = kept
        return level

    def arcs(self, ids):
        """Give the lines of the graph: from each context a word to the longest context known, or back to a shorter one."""
        states = {("<s>",): 0, (): 1}
        for level in self.levels[1:]:
            for history in level:
                states.setdefault(history, len(states))
        lines, ends = [], []
        for level, found in enumerate(self.levels):
            for history, after in found.items():
                source = states[history]
                if level:
                    shorter = states.get(history[1:], 1)
                    lower = self._below(history) if level == 2 else self.levels[0][()]
                    left = 1 - sum(after.values())
                    rest = max(left, 1e-6) / max(1 - sum(lower[word] for word in after), 1e-6)
                    lines.append((source, shorter, 0, -math.log(rest)))
                for word, probability in after.items():
                    cost = -math.log(probability)
                    if word == "</s>":
                        ends.append((source, cost))
                        continue
                    context = (*history, word)[-2:]
                    while context not in states:
                        context = context[1:]
                    lines.append((source, states[context], ids[word], cost))
        lines.sort()
        text = "".join(f"{a} {b} {i} {i} {cost:.4f}\n" for a, b, i, cost in lines)
        return text + "".join(f"{state} {cost:.4f}\n" for state, cost in ends), len(states), len(lines)


class _Backed:
    """Look a probability up in a short context, and without any where the context lacks the word."""

    def __init__(self, after, single):
        self.after, self.single = after or {}, single
        taken = sum(self.after.values())
        open_mass = 1 - sum(single[word] for word in self.after)
        self.rest = max(1 - taken, 1e-6) / max(open_mass, 1e-6) if self.after else 1.0

    def __getitem__(self, word):
        return self.after[word] if word in self.after else self.rest * self.single[word]
