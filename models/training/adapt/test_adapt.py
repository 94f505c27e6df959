#!/usr/bin/env python3
"""Adapt a tiny encoder from end to end: learn, compare, pack, sign, and refuse what is not better or was changed."""

import json
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent / "encoder"), str(HERE.parent / "corpus")]

import numpy as np  # noqa: E402

import dialogues  # noqa: E402
import graph  # noqa: E402
import weights as stored  # noqa: E402

WIDE, INNER, LAYERS = 96, 192, 2
BASE = HERE.parents[1] / "encoder-ja-small"


def tiny(folder, seed=1):
    """Write an encoder of two narrow layers with random weights and the shipped vocabulary."""
    folder.mkdir()
    for name in ("vocab.tsv", "norm.tsv"):
        (folder / name).write_bytes((BASE / name).read_bytes())
    rng, pieces = np.random.default_rng(seed), len((BASE / "vocab.tsv").read_text("utf-8").split("\n")) - 1

    def some(*shape):
        return rng.normal(0, 0.05, shape).astype(np.float32)

    weights = {"places": some(128, WIDE), "ln.w": np.ones(WIDE, np.float32), "ln.b": some(WIDE)}
    for n in range(LAYERS):
        for part, rows, columns in (("qkv", WIDE, 3 * WIDE), ("ao", WIDE, WIDE), ("fi", WIDE, INNER), ("fo", INNER, WIDE)):
            weights[f"{n}.{part}.w"], weights[f"{n}.{part}.b"] = some(rows, columns), some(columns)
        for norm in ("aln", "oln"):
            weights[f"{n}.{norm}.w"], weights[f"{n}.{norm}.b"] = np.ones(WIDE, np.float32), some(WIDE)
    words = rng.integers(0, 16, (pieces * WIDE // 32, 32)).astype(np.uint8), np.full(pieces * WIDE // 32, 0.02, np.float32)
    graph.build(weights, words, folder / "encoder.onnx")
    return weights, words


class AdaptTest(unittest.TestCase):
    def setUp(self):
        self.folder = Path(self.enterContext(tempfile.TemporaryDirectory()))
        self.weights, self.words = tiny(self.folder / "tiny")

    def adapt(self, sentences, *more):
        command = [sys.executable, HERE / "adapt.py", sentences, self.folder / "pack", "--base", self.folder / "tiny"]
        command += ["--work", self.folder / "work", "--layers", "2", "--every", "40", *more]
        return subprocess.run([str(part) for part in command], capture_output=True, text=True)

    def test_reads_back_what_was_written(self):
        weights, words = stored.read(self.folder / "tiny/encoder.onnx")
        np.testing.assert_array_equal(words[0], self.words[0])
        # The scales are kept in 16 bits.
        np.testing.assert_allclose(words[1], self.words[1], rtol=2**-11)
        self.assertEqual(weights.keys() - {"words"}, self.weights.keys())
        for name, value in self.weights.items():
            np.testing.assert_allclose(weights[name], value, atol=np.abs(value).max() / 127)

    def test_learns_packs_and_signs(self):
        key, public = self.folder / "key.pem", self.folder / "public.pem"
        subprocess.run(["openssl", "genpkey", "-algorithm", "ed25519", "-out", key], check=True)
        subprocess.run(["openssl", "pkey", "-in", key, "-pubout", "-out", public], check=True)
        done = self.adapt(HERE / "example.tsv", "--steps", "120", "--rate", "1e-3", "--key", key)
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        told = json.loads((self.folder / "pack/adaptation.json").read_text("utf-8"))
        self.assertGreater(told["adapted"]["own"], told["base"]["own"])
        pack = self.folder / "pack"
        subprocess.run(["sha256sum", "--check", "--quiet", "SHA256SUMS"], cwd=pack, check=True)
        check = ["openssl", "pkeyutl", "-verify", "-rawin", "-pubin", "-inkey", public, "-in", pack / "SHA256SUMS"]
        check += ["-sigfile", pack / "SHA256SUMS.sig"]
        self.assertEqual(subprocess.run(check, capture_output=True).returncode, 0)
        with (pack / "SHA256SUMS").open("a") as out:
            out.write("0" * 64 + "  more\n")
        self.assertNotEqual(subprocess.run(check, capture_output=True).returncode, 0)

    def test_packs_nothing_that_is_not_better(self):
        done = self.adapt(HERE / "example.tsv", "--steps", "1", "--rate", "0")
        self.assertEqual(done.returncode, 1, done.stdout + done.stderr)
        self.assertIn("keep the base", done.stderr)
        self.assertFalse((self.folder / "pack").exists())

    def test_holds_out_before_it_learns(self):
        learnt, asked = dialogues.split(dialogues.read(HERE / "example.tsv"))
        near = {dialogues.check.frame(text) for text, _ in learnt}
        self.assertTrue(asked)
        self.assertFalse([text for text, _ in asked if dialogues.check.frame(text) in near])

    def test_takes_dialogues_as_the_evaluation_has_them(self):
        path = self.folder / "some.jsonl"
        turns = [{"user": "タオルをください", "expect": {"action": "towel"}}, {"user": "はい"}, {"user": "風呂", "expect": {"action": ["a", "b"]}}]
        path.write_text(json.dumps({"turns": turns}, ensure_ascii=False) + "\n", "utf-8")
        self.assertEqual(dialogues.read(path), [("タオルをください", "towel")])


if __name__ == "__main__":
    unittest.main()
