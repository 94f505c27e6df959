"""Record the robot's own sentences with the voice Mei, for robots on which no other voice is installed.

Reads what the engine and the skills say, splits it into sentences, fills the holes of holes.tsv, and keeps recordings
whose sentence has not changed. Re-run it whenever a text changes; it prints what it does not record, and why.
"""

import hashlib
import itertools
import re
from pathlib import Path

from voices import RATE, ROOT, at_level, read_table, sentences, speak, write_mu_law, write_table

HERE = Path(__file__).parent
OUT = ROOT / "runtime/app/src/main/resources/dev/aizuchi/app/voice"
VOICE, LEVEL_DB, MOST_MB = "mei", -21, 4.0
HOLE = re.compile(r"\{(\w+)}")


def properties(path):
    """Read a UTF-8 properties file, as simple as ours are."""
    lines = path.read_text("utf-8").splitlines()
    return dict(map(str.strip, line.split("=", 1)) for line in lines if "=" in line and not line.startswith("#"))


def texts():
    """Yield the key and text of all that is said."""
    yield from properties(ROOT / "runtime/core/src/main/resources/dev/aizuchi/core/sentences.properties").items()
    for file in sorted(ROOT.glob("skills/*/src/main/resources/**/texts.properties")):
        yield from properties(file).items()


def filled(sentence, values):
    """Give the sentence with each value in each hole; nothing when a hole has none."""
    holes = sorted(set(HOLE.findall(sentence)))
    for chosen in itertools.product(*(values.get(hole, []) for hole in holes)):
        by_hole = dict(zip(holes, chosen, strict=True))
        yield HOLE.sub(lambda hole: by_hole[hole.group(1)], sentence)


def wanted():
    """Give the sentences to record, each once."""
    values, result = {}, {}
    for row in read_table(HERE / "holes.tsv"):
        values.setdefault(row["hole"], []).append(row["value"])
    said = list(texts())
    for key, text in said:
        if key.startswith("role."):
            values.setdefault(key.removeprefix("role."), []).append(text)
    values["act"] = [text for key, text in said if key.startswith("act.")]
    for key, text in said:
        # A part of a sentence has no full stop; it is recorded where it stands in one.
        if not text.endswith(("。", "？", "！")):
            continue
        for sentence in sentences(text):
            options = list(filled(sentence, values))
            if not options:
                print(f"not recorded: {key}: {sentence}")
            result.update(dict.fromkeys(options))
    return list(result)


def main():
    OUT.mkdir(parents=True, exist_ok=True)
    rows = [{"file": hashlib.sha256(s.encode()).hexdigest()[:10] + ".wav", "text": s, "voice": VOICE} for s in wanted()]
    for stale in set(OUT.glob("*.wav")) - {OUT / row["file"] for row in rows}:
        stale.unlink()
    seconds = 0
    for row in rows:
        if not (OUT / row["file"]).exists():
            sound = at_level(speak(row["text"], VOICE), LEVEL_DB)
            write_mu_law(OUT / row["file"], sound)
        seconds += (OUT / row["file"]).stat().st_size / RATE
    write_table(OUT / "index.tsv", ["file", "text", "voice"], rows)
    size = sum(wav.stat().st_size for wav in OUT.glob("*.wav")) / 1e6
    print(f"answers: {len(rows)} sentences, {seconds:.0f} s, {size:.2f} MB in {OUT.relative_to(ROOT)}")
    if size > MOST_MB:
        raise SystemExit(f"over {MOST_MB} MB: record fewer holes")


if __name__ == "__main__":
    main()
