"""Write the network as Vosk's am/final.mdl.

export.py NET MODEL [--mean-with NET] [--head chain|frame]
"""

import argparse
import math
import pickle
import struct
from pathlib import Path

import numpy as np

from net import FROZEN, LAST, LAYERS, WIDTH
from phones import PHONES
from sound import CONTEXT


def _int(value):
    return b"\x04" + struct.pack("<i", value)


def _float(value):
    return b"\x04" + struct.pack("<f", value)


def _double(value):
    return b"\x08" + struct.pack("<d", value)


def _ints(values):
    return b"\x04" + struct.pack(f"<{len(values) + 1}i", len(values), *values)


def _vector(values):
    values = np.asarray(values, np.float32)
    return b"FV " + _int(len(values)) + values.tobytes()


def _matrix(values):
    values = np.ascontiguousarray(values, np.float32)
    return b"FM " + _int(values.shape[0]) + _int(values.shape[1]) + values.tobytes()


def transition_model():
    """Give one state per phone that is left to go on or stayed in, with a probability density for each of the two."""
    count = len(PHONES)
    body = b"<TransitionModel> <Topology> " + _ints(range(1, count + 1)) + _ints([-1] + [0] * count)
    body += _int(-1) + _int(1) + _int(2) + _int(0) + _int(1) + _int(2)
    body += _int(0) + _float(0.5) + _int(1) + _float(0.5) + _int(-1) + _int(-1) + _int(0)
    body += b"</Topology> <Tuples> " + _int(count)
    for k in range(count):
        body += _int(k + 1) + _int(0) + _int(2 * k) + _int(2 * k + 1)
    return body + b"</Tuples> <LogProbs> " + _vector([0] + [math.log(0.5)] * 2 * count) + b"</LogProbs> </TransitionModel> "


class Network:
    """Collect components and the lines that join them."""

    def __init__(self):
        self.lines = ["input-node name=input dim=40"]
        self.components = []

    def add(self, name, kind, body, source):
        kind = kind.encode()
        self.components.append(b"<ComponentName> %s <%s> " % (name.encode(), kind) + body + b"</%s> " % kind)
        self.lines.append(f"component-node name={name} component={name} input={source}")
        return name

    def affine(self, name, source, weights, bias=None):
        bias = np.zeros(weights.shape[1]) if bias is None else bias
        return self.add(name, "FixedAffineComponent", b"<LinearParams> " + _matrix(weights.T) + b"<BiasParams> " + _vector(bias), source)

    def pointwise(self, name, kind, source, width):
        body = b"<Dim> " + _int(width) + b"<ValueAvg> " + _vector([]) + b"<DerivAvg> " + _vector([]) + b"<Count> " + _double(0)
        body += b"<OderivRms> " + _vector(np.zeros(width)) + b"<OderivCount> " + _double(0)
        return self.add(name, kind, body + b"<NumDimsSelfRepaired> " + _double(0) + b"<NumDimsProcessed> " + _double(0), source)

    def relu(self, name, source, width=WIDTH):
        return self.pointwise(name, "RectifiedLinearComponent", source, width)

    def norm(self, name, source, scale, shift):
        scaled = self.add(f"{name}.s", "FixedScaleComponent", b"<Scales> " + _vector(scale), source)
        return self.add(f"{name}.t", "FixedBiasComponent", b"<Bias> " + _vector(shift), scaled)

    def sum(self, name, source):
        return self.add(name, "NoOpComponent", b"<Dim> " + _int(WIDTH) + b"<BackpropScale> " + _float(1), source)

    def written(self, last):
        lines = [*self.lines, f"output-node name=output input={last} objective=linear"]
        return b"<Nnet3> \n" + "\n".join(lines).encode() + b"\n\n<NumComponents> " + _int(len(self.components)) + b"".join(self.components) + b"</Nnet3> "


def network(p, head):
    made = Network()
    h = made.affine("lda", "Append(Offset(input, -1), input, Offset(input, 1))", p["in"], p["in.b"])
    h = made.affine("tdnn1.affine", h, p["1.w"], p["1.b"])
    h = made.norm("tdnn1.bn", made.relu("tdnn1.relu", h), p["1.s"], p["1.t"])
    for k in range(2, LAYERS + 1):
        name, step = f"tdnnf{k}", 1 if k < 5 else 0 if k == 5 else 3
        narrow = made.affine(f"{name}.linear", f"Append(Offset({h}, -{step}), {h})" if step else h, p[f"{k}.l"])
        joined = f"Append({narrow}, Offset({narrow}, {step}))" if step else narrow
        wide = made.affine(f"{name}.affine", joined, p[f"{k}.w"], p[f"{k}.b"])
        y = made.norm(f"{name}.bn", made.relu(f"{name}.relu", wide), p[f"{k}.s"], p[f"{k}.t"])
        h = made.sum(f"{name}.noop", f"Sum(Scale(0.66, {h}), {y})")
    h = made.affine("pc", made.affine("pl", h, p["p.l"]), p["p.w"], p["p.b"])
    h = made.norm("pc.bn", made.relu("pc.relu", h, p["p.w"].shape[1]), p["p.s"], p["p.t"])
    h = made.norm("pr.bn", made.affine("pr", h, p["q.l"]), p["q.s"], p["q.t"])
    h = made.affine("output.affine", h, p[f"{head}.w"], p[f"{head}.b"])
    if head == "frame":
        h = made.pointwise("output.lsm", "LogSoftmaxComponent", h, 2 * len(PHONES))
    return made.written(h)


def main():
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("net", type=Path)
    parser.add_argument("model", type=Path)
    parser.add_argument("--mean-with", type=Path, help="a net that one of the two went on from; the mean of both is often better than each")
    parser.add_argument("--head", choices=("chain", "frame"), default="chain")
    parser.add_argument("--quiet", type=float, default=0.0, help="add this to the scores of silence")
    arguments = parser.parse_args()
    saved = pickle.loads(arguments.net.read_bytes())
    weights = dict(saved["frozen"]) | dict(saved["average"])
    if arguments.mean_with:
        other = pickle.loads(arguments.mean_with.read_bytes())["average"]
        weights |= {name: (weights[name] + value) / 2 for name, value in other.items()}
    bias = np.array(weights[f"{arguments.head}.b"])
    bias[:2] += arguments.quiet
    weights[f"{arguments.head}.b"] = bias
    priors = np.maximum(saved["priors"], 1e-4) if arguments.head == "frame" else []
    side = _int(CONTEXT)
    data = b"\0B" + transition_model() + network(weights, arguments.head)
    data += b"<LeftContext> " + side + b"<RightContext> " + side + b"<Priors> " + _vector(priors)
    (arguments.model / "am").mkdir(parents=True, exist_ok=True)
    (arguments.model / "am/final.mdl").write_bytes(data)
    print(f"step {saved['steps']}: {len(data) / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
