"""Let ./aizuchi hear WAVS/*/ with each engine and count the errors in kana."""

import json
import os
import statistics
import subprocess
import sys
from pathlib import Path

import score

AIZUCHI = Path(__file__).resolve().parents[3] / "aizuchi"
CONDITIONS = ("clean", "pink10", "babble10")


def hear(engine, files):
    """Return {file: line} of what was heard."""
    run = subprocess.run([AIZUCHI, "hear", "--json", "--engine", engine, *files], capture_output=True, text=True, check=True, env=os.environ | {"NO_COLOR": "1"})
    print(run.stderr, end="", file=sys.stderr)
    return {line["file"]: line for line in map(json.loads, run.stdout.splitlines())}


def main(folder, part="held-out", engines=("vosk", "whisper", "both")):
    rows = [line.split("\t") for line in (folder / "transcripts.tsv").read_text("utf-8").splitlines()]
    rows = [row for row in rows if row[1] == part]
    for engine in engines:
        for condition in CONDITIONS:
            files = {str(folder / condition / f"{name}.wav"): text for name, _, _, text in rows}
            heard = hear(engine, files)
            counts = [score.errors(text, heard[file]["text"]) for file, text in files.items()]
            work = [line["work_ms"] for line in heard.values()]
            sound = sum(line["audio_ms"] for line in heard.values())
            exact = sum(wrong == 0 for wrong, _ in counts)
            print(
                f"{engine}\t{condition}\t{len(rows)} sentences\tkana CER {100 * sum(w for w, _ in counts) / sum(n for _, n in counts):.1f} %"
                f"\t{exact} without error\twork p50 {statistics.median(work):.0f} ms\tRTF {sum(work) / sound:.2f}",
                flush=True,
            )
            if os.environ.get("SHOW"):
                for (file, text), (wrong, _) in zip(files.items(), counts):
                    print(f"  {wrong}\t{text}\t{heard[file]['text']}\t{heard[file]['confidence']}")


if __name__ == "__main__":
    main(Path(sys.argv[1]), *sys.argv[2:3], *([sys.argv[3:]] if sys.argv[3:] else []))
