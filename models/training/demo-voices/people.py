"""Make what people say to the robot: the scenes of the demo and the utterances of the loop benchmark."""

import sys
import zlib
from pathlib import Path

from voices import ROOT, at_level, end_ms, in_a_room, read_table, speak, write, write_table

HERE = Path(__file__).parent
RESOURCES = ROOT / "runtime/app/src/main/resources/dev/aizuchi/app"
LEVEL_DB, FLOOR_DB, LEAD_MS, TAIL_MS = -24, -72, 200, 200


def make(row, folder):
    """Write one utterance; return its row of the index."""
    sound = speak(row.get("speak") or row["text"], row["voice"], float(row["speed"]), float(row["half-tones"]))
    sound = at_level(sound, LEVEL_DB + float(row["gain-db"]))
    write(folder / row["file"], in_a_room(sound, LEAD_MS, TAIL_MS, FLOOR_DB, zlib.crc32(row["file"].encode())))
    return row | {"end_of_speech_ms": LEAD_MS + end_ms(sound)}


def demo_rows():
    return read_table(HERE / "demo.tsv")


def bench_rows():
    """Give each sentence to each voice."""
    voices = read_table(HERE / "bench-voices.tsv")
    rows = []
    for number, line in enumerate(read_table(HERE / "bench.tsv"), 1):
        for voice in voices:
            name = f"{number:02d}-{line['intent']}-{voice['voice'].replace('_', '-')}.wav"
            rows.append(line | voice | {"file": name, "gain-db": "0"})
    return rows


def main(part):
    folder = RESOURCES / part
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("*.wav"):
        old.unlink()
    columns = {"demo": ["file", "text", "voice"], "bench": ["file", "text", "intent", "voice", "end_of_speech_ms"]}[part]
    rows = [make(row, folder) for row in (demo_rows() if part == "demo" else bench_rows())]
    write_table(folder / "index.tsv", columns, rows)
    size = sum(wav.stat().st_size for wav in folder.glob("*.wav"))
    print(f"{part}: {len(rows)} files, {size / 1e6:.2f} MB in {folder.relative_to(ROOT)}")


if __name__ == "__main__":
    main(sys.argv[1])
