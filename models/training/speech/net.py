"""The network: Vosk's small TDNN-F, its lower layers as they learned from people, its upper ones ours to train."""

import re
import struct

import numpy as np

# Layers up to this one stay as they are.
FROZEN = 9
LAYERS = 15
WIDTH, LAST = 768, 64


class KaldiModel:
    """Read the weights of a Kaldi nnet3 model (final.mdl)."""

    def __init__(self, path):
        self.data = path.read_bytes()
        self.parts = {}
        for found in re.finditer(rb"<ComponentName> (\S+) <(\S+)> ", self.data):
            end = self.data.index(b"</" + found.group(2) + b"> ", found.end())
            self.parts[found.group(1).decode()] = (found.end(), end)

    def array(self, part, token):
        begin, end = self.parts[part]
        at = self.data.index(b"<" + token.encode() + b"> ", begin, end) + len(token) + 3
        kind = self.data[at : at + 3]
        if kind == b"FM ":
            rows, columns = struct.unpack_from("<i", self.data, at + 4)[0], struct.unpack_from("<i", self.data, at + 9)[0]
            return np.frombuffer(self.data, np.float32, rows * columns, at + 13).reshape(rows, columns).copy()
        if kind == b"FV ":
            return np.frombuffer(self.data, np.float32, struct.unpack_from("<i", self.data, at + 4)[0], at + 8).copy()
        return struct.unpack_from("<f", self.data, at + 1)[0]

    def affine(self, part):
        return self.array(part, "LinearParams").T.copy(), self.array(part, "BiasParams")

    def norm(self, part):
        scale = self.array(part, "TargetRms") / np.sqrt(self.array(part, "StatsVar") + self.array(part, "Epsilon"))
        return scale, -self.array(part, "StatsMean") * scale


def from_korean(path, outputs, rng):
    """Give (frozen, trained) weights: all of the Korean net but its outputs; it hears without its i-vectors."""
    model = KaldiModel(path)
    weights, bias = model.affine("lda")
    every = {"in": weights[:120], "in.b": bias}
    every["1.w"], every["1.b"] = model.affine("tdnn1.affine")
    every["1.s"], every["1.t"] = model.norm("tdnn1.batchnorm")
    for k in range(2, LAYERS + 1):
        every[f"{k}.l"] = model.array(f"tdnnf{k}.linear", "LinearParams").T.copy()
        every[f"{k}.w"], every[f"{k}.b"] = model.affine(f"tdnnf{k}.affine")
        every[f"{k}.s"], every[f"{k}.t"] = model.norm(f"tdnnf{k}.batchnorm")
    frozen = {k: v for k, v in every.items() if k.startswith("in") or int(k.split(".")[0]) <= FROZEN}
    trained = {k: v for k, v in every.items() if k not in frozen}
    trained["p.l"] = model.array("prefinal-l", "Params").T.copy()
    trained["p.w"], trained["p.b"] = model.affine("prefinal-chain.affine")
    trained["p.s"], trained["p.t"] = model.norm("prefinal-chain.batchnorm1")
    trained["q.l"] = model.array("prefinal-chain.linear", "Params").T.copy()
    scale, shift = model.norm("prefinal-chain.batchnorm2")
    trained["q.s"], trained["q.t"] = np.resize(scale, LAST), np.resize(shift, LAST)
    for head in ("chain", "frame"):
        trained[f"{head}.w"] = (rng.standard_normal((LAST, outputs)) * 0.1).astype(np.float32)
        trained[f"{head}.b"] = np.zeros(outputs, np.float32)
    return frozen, trained


def from_starter(path, frozen, trained):
    """Go on from an earlier model of ours: replace all trained weights; the frozen ones must be the same."""
    model = KaldiModel(path)

    def take(key, part, token):
        value = model.array(part, token)
        value = value.T.copy() if value.ndim == 2 else value
        if key in trained:
            assert trained[key].shape == value.shape, key
            trained[key] = value
        elif not np.allclose(frozen[key], value, atol=1e-4):
            raise SystemExit(f"{path}: {part} is not what the Korean net has")

    for k in range(1, LAYERS + 1):
        name = "tdnn1" if k == 1 else f"tdnnf{k}"
        if k > 1:
            take(f"{k}.l", f"{name}.linear", "LinearParams")
        take(f"{k}.w", f"{name}.affine", "LinearParams")
        take(f"{k}.b", f"{name}.affine", "BiasParams")
        take(f"{k}.s", f"{name}.bn.s", "Scales")
        take(f"{k}.t", f"{name}.bn.t", "Bias")
    take("p.l", "pl", "LinearParams")
    take("p.w", "pc", "LinearParams")
    take("p.b", "pc", "BiasParams")
    take("q.l", "pr", "LinearParams")
    for key, name in (("p", "pc.bn"), ("q", "pr.bn")):
        take(f"{key}.s", f"{name}.s", "Scales")
        take(f"{key}.t", f"{name}.t", "Bias")
    take("frame.w", "output.affine", "LinearParams")
    take("frame.b", "output.affine", "BiasParams")
    trained["chain.w"], trained["chain.b"] = trained["frame.w"].copy(), trained["frame.b"].copy()
    at = model.data.find(b"<Priors> FV ")
    count = struct.unpack_from("<i", model.data, at + 13)[0]
    if count:
        trained["chain.b"] -= np.log(np.frombuffer(model.data, np.float32, count, at + 17))


def _layer(xp, p, k, h):
    if k == 5:
        y = h @ p["5.l"] @ p["5.w"]
    else:
        left, right = np.split(p[f"{k}.l"], 2) if xp is np else xp.split(p[f"{k}.l"], 2)
        first, second = xp.split(p[f"{k}.w"], 2)
        z = h[:, :-1] @ left + h[:, 1:] @ right
        y = z[:, :-1] @ first + z[:, 1:] @ second
        h = h[:, 1:-1]
    return 0.66 * h + xp.maximum(y + p[f"{k}.b"], 0) * p[f"{k}.s"] + p[f"{k}.t"]


def trunk(xp, p, x):
    """Run the frozen layers: features (batch, frames, 40) to (batch, outputs + 12, 768)."""
    h = xp.concatenate([x[:, :-2], x[:, 1:-1], x[:, 2:]], -1) @ p["in"] + p["in.b"]
    h = xp.maximum(h @ p["1.w"] + p["1.b"], 0) * p["1.s"] + p["1.t"]
    for k in range(2, FROZEN + 1):
        h = _layer(xp, p, k, h)
        if k == 4:
            h = h[:, ::3]
    return h


def top(xp, p, h):
    """Run the trained layers; give the outputs of both heads."""
    for k in range(FROZEN + 1, LAYERS + 1):
        h = _layer(xp, p, k, h)
    h = xp.maximum(h @ p["p.l"] @ p["p.w"] + p["p.b"], 0) * p["p.s"] + p["p.t"]
    h = h @ p["q.l"] * p["q.s"] + p["q.t"]
    return h @ p["chain.w"] + p["chain.b"], h @ p["frame.w"] + p["frame.b"]
