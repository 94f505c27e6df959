"""Write a task of evaluate.py as files, so that the whole interpreter can be measured by it, and others beside.

lessons.py FOLDER [--part dev] [--domain D]…   writes examples.tsv and questions.tsv: TEXT, tab, INTENT (ood for none)

    ./aizuchi eval intents FOLDER/questions.tsv --examples FOLDER/examples.tsv
"""

import argparse
import random
from pathlib import Path

import evaluate
from texts import part


def main():
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--part", choices=("train", "dev", "test"), default="dev")
    parser.add_argument("--domain", action="append", help="only intents of these")
    arguments = parser.parse_args()
    wanted = set(arguments.domain or ())
    tasks = [
        (given, asked)
        for given, asked in evaluate.new_intents(arguments.part, random.Random(1))
        if not wanted or given[0][1].split(".")[0] in wanted
    ]
    examples = [pair for given, _ in tasks for pair in given]
    questions = [(row.text, intent) for _, asked in tasks for row, intent in asked]
    questions += [(row.text, "ood") for row in part(arguments.part) if row.domain == "ood"]
    arguments.folder.mkdir(parents=True, exist_ok=True)
    for name, pairs in (("examples", examples), ("questions", questions)):
        (arguments.folder / f"{name}.tsv").write_text("".join(f"{text}\t{intent}\n" for text, intent in pairs), "utf-8")
    print(f"{len(tasks)} intents, {len(examples)} examples, {len(questions)} questions")


if __name__ == "__main__":
    main()
