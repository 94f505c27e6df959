"""Tell intents apart as others do, on the files of `aizuchi eval intents`.

peers.py WORK EXAMPLES QUESTIONS NAME=WHERE…   WHERE as for evaluate.py, or hassil (its templates are the examples)

A line each: of the questions with an intent, how many are right when the likeliest is always taken, and the area for those
that have none.
"""

import argparse
from pathlib import Path

import numpy as np

import evaluate
from texts import part  # noqa: F401  puts the corpus' folder on the path

NONE = {"ood", "oos", "none"}


def pairs(path):
    return [tuple(line.split("\t")) for line in path.read_text("utf-8").splitlines() if "\t" in line]


def hassil(examples, texts):
    """Give (guess, score) of each text: hassil knows only what its templates say."""
    from hassil import Intents, recognize

    data = {}
    for text, intent in examples:
        data.setdefault(intent.replace(".", "_"), []).append(text)
    names = {intent.replace(".", "_"): intent for _, intent in examples}
    intents = Intents.from_dict({"language": "ja", "intents": {name: {"data": [{"sentences": said}]} for name, said in data.items()}})
    found = [recognize(text, intents) for text in texts]
    return [names[each.intent.name] if each else "" for each in found], [float(bool(each)) for each in found]


def nearest(encode, blend, examples, texts):
    match = evaluate.Match(encode, blend, [text for text, _ in examples], [intent for _, intent in examples])
    scores = match.scores(texts)
    return [match.names[k] for k in scores.argmax(1)], scores.max(1)


def main():
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("work", type=Path)
    parser.add_argument("examples", type=Path)
    parser.add_argument("questions", type=Path)
    parser.add_argument("peers", nargs="+")
    arguments = parser.parse_args()
    examples, questions = pairs(arguments.examples), pairs(arguments.questions)
    texts, inside = [text for text, _ in questions], np.array([intent not in NONE for _, intent in questions])
    for given in arguments.peers:
        name, where = given.split("=", 1)
        if where == "hassil":
            guesses, scores = hassil(examples, texts)
        else:
            encode = evaluate.encoder(where, arguments.work)
            guesses, scores = nearest(encode and evaluate.cached(encode), 0 if encode else 1, examples, texts)
        right = np.array([guess == intent for guess, (_, intent) in zip(guesses, questions)])
        scores = np.array(scores)
        area = evaluate.area(scores[inside], scores[~inside]) if (~inside).any() else float("nan")
        print(f"{name:16} accuracy {right[inside].mean():.3f}  AUROC {area:.3f}", flush=True)


if __name__ == "__main__":
    main()
