"""Write the model's card: card.md with the figures of the test part, the files' hashes and the time that training took.

card.py WORK TARGET
"""

import hashlib
import json
import sys
from pathlib import Path

import trainer

HERE = Path(__file__).resolve().parent
LABELS = {
    "ngrams": "character n-grams",
    "muse": "MUSE v3",
    "teacher": "`encoder-ja`, 12 layers",
    "distilled": "distilled only",
    "student": "**this encoder**",
    "student+ngrams": "**and n-grams**",
}
PHENOMENA = ("plain", "dialect", "noise", "negation", "indirect", "number")


def percent(value):
    return "–" if value != value else f"{100 * value:.1f}"


def table(head, rows):
    lines = ["| " + " | ".join(head) + " |", "| --- " * len(head) + "|"]
    return "\n".join(lines + ["| " + " | ".join(row) + " |" for row in rows])


def figures(results):
    known = [(label, results[name]) for name, label in LABELS.items() if name in results]
    rows = [
        [label, percent(one["new"]["accuracy"]), f"{one['new']['auroc']:.3f}", percent(one["known"]["accuracy"]),
         percent(one["opposites"]["all"]), percent(one["transfer"])]
        for label, one in known
    ]  # fmt: skip
    return table(("", "new groups, %", "out of domain, AUROC", "known intents, %", "opposites, %", "far intents, %"), rows)


def phenomena(results):
    teacher, student = results["teacher"], results["student"]
    rows = [[kind, str(student["new"][f"of {kind}"]), percent(teacher["new"][kind]), percent(student["new"][kind])] for kind in PHENOMENA]
    return table(("new groups: questions that are", "number", "12 layers, %", "this, %"), rows)


def kinds(results):
    teacher, student = results["teacher"]["opposites"], results["student"]["opposites"]
    rows = [[kind, percent(teacher[kind]), percent(value)] for kind, value in student.items()]
    return table(("opposites in", "12 layers, %", "this, %"), rows)


def files(folder):
    rows = []
    for name in ("encoder.onnx", "vocab.tsv", "norm.tsv"):
        data = (folder / name).read_bytes()
        rows.append([f"`{name}`", f"{len(data):,}", f"`{hashlib.sha256(data).hexdigest()}`"])
    return table(("file", "bytes", "SHA-256"), rows)


def main():
    work, target = Path(sys.argv[1]), Path(sys.argv[2])
    results = json.loads((work / "test.json").read_text("utf-8"))
    text = (HERE / "card.md").read_text("utf-8")
    new, opposites = results["student"]["new"], len(results["student"]["opposites"])
    filled = {
        "files": files(target.parent), "figures": figures(results), "phenomena": phenomena(results), "kinds": kinds(results),
        "intents": str(new["intents"]), "questions": str(new["questions"]), "kinds of opposites": str(opposites - 1),
        "training": training(work),
    }  # fmt: skip
    for name, value in filled.items():
        text = text.replace("{" + name + "}", value)
    target.write_text(text, "utf-8")


def training(work):
    told = []
    for name, what in (("distilled", "distillation"), ("contrasted", "contrast")):
        if (work / f"{name}.pkl").exists():
            saved = trainer.load(work / f"{name}.pkl")
            told.append(f"{what} {int(saved['steps'])} steps, {float(saved['seconds']) / 60:.0f} minutes of one core")
    return "; ".join(told)


if __name__ == "__main__":
    main()
