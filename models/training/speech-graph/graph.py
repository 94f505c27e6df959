"""Write the decoding graph of a Vosk look-ahead model: HCLr.fst, Gr.fst, words.txt."""

import math
import os
import shutil
import subprocess
import sys
from pathlib import Path

from kana import PHONES
from trigram import Trigram

TOOLS = ("fstcompile", "fstarcsort", "fstconvert", "fstrelabel")
INSTALL = "sudo apt-get install libfst-tools libfst22-plugins-base"
UNKNOWN = "[unk]"

# Costs are negative natural logarithms of probabilities.
STAY, LEAVE = -math.log(0.6), -math.log(0.4)  # in a phone, each 30 ms
SILENCE_FIRST = 0.7
PAUSE, NO_PAUSE = 1.6, 0.22  # after a word
UNKNOWN_PHONE = 0.6 + math.log(len(PHONES))
# So many words does the unknown word follow, as the trigram counts.
UNKNOWN_TIMES = 20


def plugins():
    """Find the folder of OpenFst's look-ahead plug-in, and check that the tools are there."""
    missing = [tool for tool in TOOLS if not shutil.which(tool)]
    found = sorted(Path("/usr/lib").glob("*/fst/*/olabel_lookahead-fst.so"))
    if missing or not found:
        what = ", ".join(missing) or "the plug-in olabel_lookahead-fst.so"
        raise SystemExit(f"OpenFst is not complete: {what} not found. Install it: {INSTALL}")
    return found[0].parent


class _Graph:
    """Hold the states and arcs from words to the model's transitions."""

    def __init__(self):
        self.states = 0
        self.arcs = []

    def state(self):
        self.states += 1
        return self.states - 1

    def phone(self, source, phone, cost, word=0):
        """Add a phone of one frame or more; give the state in its last frame."""
        # Transition ids of the model: per phone the one that stays, then the one that goes on.
        stay = 2 * PHONES.index(phone) + 1
        target = self.state()
        self.arcs.append((source, target, stay + 1, word, cost))
        self.arcs.append((target, target, stay, 0, STAY))
        return target

    def skip(self, source, target, cost):
        self.arcs.append((source, target, 0, 0, cost))

    def word_end(self, source, root, leave):
        self.skip(source, root, leave + NO_PAUSE)
        self.skip(self.phone(source, "sil", leave + PAUSE), root, LEAVE)


def pronunciation_graph(lexicon, ids):
    """Give the arcs of a prefix tree of all words, with [unk] as a loop of phones; the first state begins."""
    graph = _Graph()
    start, root = graph.state(), graph.state()
    graph.skip(start, root, SILENCE_FIRST)
    graph.skip(graph.phone(start, "sil", SILENCE_FIRST), root, LEAVE)
    tree = {}
    for word, readings in lexicon.items():
        for reading in readings:
            node = root
            for phone in reading[:-1]:
                if (node, phone) not in tree:
                    tree[node, phone] = graph.phone(node, phone, 0 if node == root else LEAVE)
                node = tree[node, phone]
            graph.word_end(graph.phone(node, reading[-1], 0 if node == root else LEAVE, ids[word]), root, LEAVE)
    loop, end = graph.state(), graph.state()
    graph.skip(root, loop, 0)
    for phone in PHONES[1:]:
        last = graph.phone(loop, phone, UNKNOWN_PHONE)
        graph.skip(last, loop, LEAVE)
        graph.arcs.append((last, end, 0, ids[UNKNOWN], LEAVE))
    graph.word_end(end, root, 0)
    arcs = sorted(graph.arcs, key=lambda arc: arc[0])
    return "".join(f"{a} {b} {i} {o} {cost:.5f}\n" for a, b, i, o, cost in arcs) + f"{root}\n"


def write(folder, lexicon, sentences, floor):
    """Write the graph of a lexicon (word to readings) and of (sentence in words, how often it counts) into a folder."""
    environment = os.environ | {"LD_LIBRARY_PATH": str(plugins())}
    ids = {word: number for number, word in enumerate([*sorted(lexicon), UNKNOWN], 1)}

    def run(command):
        subprocess.run(["bash", "-euo", "pipefail", "-c", command], check=True, env=environment, cwd=folder)

    (folder / "hcl.txt").write_text(pronunciation_graph(lexicon, ids), "utf-8")
    arcs, states, count = Trigram(sentences, lexicon, floor, (UNKNOWN, UNKNOWN_TIMES)).arcs(ids)
    (folder / "g.txt").write_text(arcs, "utf-8")
    print(f"trigram: {states} contexts, {count} arcs", file=sys.stderr)
    run("fstcompile hcl.txt | fstarcsort --sort_type=olabel > hcl.fst")
    run("fstconvert --fst_type=olabel_lookahead --save_relabel_opairs=relabel.txt hcl.fst HCLr.fst")
    run(
        "fstcompile g.txt | fstrelabel --relabel_ipairs=relabel.txt --relabel_opairs=relabel.txt"
        " | fstarcsort --sort_type=ilabel | fstconvert --fst_type=const > Gr.fst"
    )
    pairs = (line.split() for line in (folder / "relabel.txt").read_text("utf-8").splitlines())
    relabelled = {int(old): int(new) for old, new in pairs}
    rows = sorted((relabelled[number], word) for word, number in ids.items())
    (folder / "words.txt").write_text("<eps> 0\n" + "".join(f"{word} {number}\n" for number, word in rows), "utf-8")
    (folder / "disambig_tid.int").write_text("", "utf-8")
    for scratch in ("hcl.txt", "g.txt", "hcl.fst", "relabel.txt"):
        (folder / scratch).unlink()
