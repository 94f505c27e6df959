"""Put an adapted encoder into a folder with its card, its hashes and a signature over them."""

import hashlib
import json
import shutil
import subprocess

FILES = ("encoder.onnx", "vocab.tsv", "norm.tsv")
CARD = """# {name}: an adapted Japanese sentence encoder

`{base}`, its upper layers trained on {learnt} sentences of {intents} intents in {steps} steps by `models/training/adapt`. Opened in
its place: `model: PATH` of `use: onnx`. Where the sentences came from, and whose consent there was, its maker has to say.

| % | `{base}` | this |
| --- | --- | --- |
| the company's intents, {asked} sentences that were held out | {base_own:.1f} | {own:.1f} |
| everybody's intents (the corpus' dev part, five examples each) | {base_general:.1f} | {general:.1f} |

Thresholds were fitted on the base. Try it with `./aizuchi eval intents` before it goes onto a robot. The licence of the base stands beside it.
"""


def write(folder, made, base, told, key=None):
    """Write the pack; with a key (Ed25519, PEM) it is signed, which needs the openssl command."""
    part = folder.with_name(folder.name + ".part")
    shutil.rmtree(part, ignore_errors=True)
    part.mkdir(parents=True)
    for name in FILES:
        shutil.copy(made / name, part / name)
    if (base / "LICENSE").exists():
        shutil.copy(base / "LICENSE", part / "LICENSE")
    percent = {"base_own": told["base"]["own"], "own": told["adapted"]["own"]}
    percent |= {"base_general": told["base"]["general"], "general": told["adapted"]["general"]}
    card = CARD.format(name=folder.name, base=base.name, **told_counts(told), **{k: 100 * v for k, v in percent.items()})
    (part / "README.md").write_text(card, "utf-8")
    (part / "adaptation.json").write_text(json.dumps(told, indent=1) + "\n", "utf-8")
    names = sorted(path.name for path in part.iterdir())
    sums = "".join(f"{hashlib.sha256((part / name).read_bytes()).hexdigest()}  {name}\n" for name in names)
    (part / "SHA256SUMS").write_text(sums, "utf-8", newline="\n")
    if key:
        sign = ["openssl", "pkeyutl", "-sign", "-rawin", "-inkey", key, "-in", part / "SHA256SUMS", "-out", part / "SHA256SUMS.sig"]
        subprocess.run(sign, check=True)
    part.rename(folder)


def told_counts(told):
    return {name: told[name] for name in ("intents", "learnt", "asked", "steps")}
