"""Write a network as ONNX: 4-bit words as the teacher has them, layers as 32-bit floats or as 8-bit integers."""

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

from network import POSITIONS, depth

OPSET, MICROSOFT = 21, "com.microsoft"
# How much of the inputs' unevenness goes into the weights: 0.5 and 1 are both further from 32 bits.
EVEN = 0.75


class Graph:
    def __init__(self):
        self.nodes, self.constants = [], []

    def add(self, kind, *inputs, domain="", out=None, **attributes):
        out = out or f"t{len(self.nodes)}"
        inputs = [name if isinstance(name, str) else self.constant(name) for name in inputs]
        self.nodes.append(helper.make_node(kind, inputs, [out], domain=domain, **attributes))
        return out

    def constant(self, value):
        name = f"c{len(self.constants)}"
        self.constants.append(numpy_helper.from_array(np.asarray(value, order="C"), name))
        return name

    def words(self, values, scales, wide):
        """Look up rows of 4-bit blocks; ONNX Runtime takes 0 for nothing where the teacher has 8."""
        flat = values.reshape(-1).astype(np.uint8) ^ 8
        table = onnx.TensorProto(name="words", data_type=TensorProto.INT4)
        table.dims.extend([values.size // wide, wide])
        table.raw_data = (flat[0::2] | (flat[1::2] << 4)).tobytes()
        self.constants.append(table)
        scales = scales.reshape(-1, wide // 32).astype(np.float16)
        found = self.add("GatherBlockQuantized", "words", "input_ids", scales, domain=MICROSOFT, gather_axis=0, quantize_axis=1, block_size=32)
        return self.add("Cast", found, to=TensorProto.FLOAT)

    def linear(self, x, weight, bias, eight_bits, peaks=None):
        if not eight_bits:
            return self.add("Add", self.add("MatMul", x, weight), bias)
        even = np.ones(len(weight), np.float32)
        if peaks is not None:
            # Else a few large inputs take all 8 bits: Xiao and others, "SmoothQuant" (ICML 2023).
            even = peaks**EVEN / np.maximum(np.abs(weight).max(1), 1e-6) ** (1 - EVEN)
            even = np.maximum(even / np.median(even), 0.01).astype(np.float32)
            x = self.add("Mul", x, 1 / even)
        weight = weight * even[:, None]
        scale = np.maximum(np.abs(weight).max(0), 1e-9) / 127
        whole = np.clip(np.rint(weight / scale), -127, 127).astype(np.int8)
        zero = np.zeros(len(scale), np.int8)
        return self.add("DynamicQuantizeMatMul", x, whole, scale.astype(np.float32), zero, bias, domain=MICROSOFT)


def products(weights):
    """Name the products of all layers."""
    return [f"{n}.{part}" for n in range(depth(weights)) for part in ("qkv", "ao", "fi", "fo")]


def build(weights, words, path, eight_bits=True, hidden=False, peaks=None, heads=12, epsilon=1e-12):
    """Write the network.

    words: (4-bit values, scales) of the kept rows; hidden: also give each piece's vector and what goes into each product;
    peaks: name, as "0.qkv", to the largest absolute input in each place, by which 8 bits are shared out.
    """
    g, wide = Graph(), weights["places"].shape[1]
    length = g.add("Gather", g.add("Shape", "input_ids"), np.array([1]))
    places = g.add("Slice", weights["places"][:POSITIONS], np.array([0]), length, np.array([0]))
    x = g.add("Add", g.words(*words, wide), places)

    def norm(x, name):
        return g.add("LayerNormalization", x, weights[f"{name}.w"], weights[f"{name}.b"], axis=-1, epsilon=epsilon)

    def linear(x, name):
        if hidden:
            g.add("Identity", x, out=name)
        peak = peaks[name] if peaks else None
        return g.linear(x, weights[f"{name}.w"], weights[f"{name}.b"], eight_bits, peak)

    x = norm(x, "ln")
    mask = g.add("Cast", "attention_mask", to=TensorProto.FLOAT)
    absent = g.add("Sub", np.array(1, np.float32), mask)
    bias = g.add("Unsqueeze", g.add("Mul", absent, np.array(-1e9, np.float32)), np.array([1, 2]))
    split = np.array([0, 0, 3, heads, wide // heads])
    for n in range(depth(weights)):
        three = g.add("Transpose", g.add("Reshape", linear(x, f"{n}.qkv"), split), perm=[2, 0, 3, 1, 4])
        q, k, v = (g.add("Gather", three, np.array(part), axis=0) for part in range(3))
        scores = g.add("MatMul", q, g.add("Transpose", k, perm=[0, 1, 3, 2]))
        scores = g.add("Mul", scores, np.array((wide // heads) ** -0.5, np.float32))
        seen = g.add("MatMul", g.add("Softmax", g.add("Add", scores, bias), axis=-1), v)
        seen = g.add("Reshape", g.add("Transpose", seen, perm=[0, 2, 1, 3]), np.array([0, 0, wide]))
        x = norm(g.add("Add", x, linear(seen, f"{n}.ao")), f"{n}.aln")
        x = norm(g.add("Add", x, linear(g.add("Gelu", linear(x, f"{n}.fi")), f"{n}.fo")), f"{n}.oln")
    total = g.add("ReduceSum", g.add("Mul", x, g.add("Unsqueeze", mask, np.array([2]))), np.array([1]), keepdims=0)
    g.add("Div", total, g.add("ReduceL2", total, np.array([1]), keepdims=1), out="embedding")
    outputs = [helper.make_tensor_value_info("embedding", TensorProto.FLOAT, ["batch", wide])]
    if hidden:
        g.add("Identity", x, out="hidden")
        outputs.append(helper.make_tensor_value_info("hidden", TensorProto.FLOAT, ["batch", "pieces", wide]))
        outputs += [helper.make_tensor_value_info(name, TensorProto.FLOAT, None) for name in products(weights)]
    inputs = [helper.make_tensor_value_info(n, TensorProto.INT64, ["batch", "pieces"]) for n in ("input_ids", "attention_mask")]
    made = helper.make_graph(g.nodes, "encoder", inputs, outputs, g.constants)
    opsets = [helper.make_opsetid("", OPSET), helper.make_opsetid(MICROSOFT, 1)]
    onnx.save(helper.make_model(made, opset_imports=opsets, ir_version=10), str(path))


class OnnxEncoder:
    """Encode by a file, on one thread, as the robot does."""

    def __init__(self, path, tokenizer, prefix="query: "):
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        self.session = onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
        self.tokenizer, self.prefix = tokenizer, prefix

    def rows(self, texts, batch=16, most=128, names=("embedding",)):
        """Yield (number, ids, outputs) of each text, batches of one length so that nothing is padded."""
        ids = [self.tokenizer(self.prefix + text.strip(), most) for text in texts]
        order = sorted(range(len(ids)), key=lambda n: len(ids[n]))
        while order:
            same = [n for n in order[:batch] if len(ids[n]) == len(ids[order[0]])]
            order = order[len(same) :]
            given = np.array([ids[n] for n in same])
            outputs = self.session.run(list(names), {"input_ids": given, "attention_mask": np.ones_like(given)})
            for k, n in enumerate(same):
                yield n, ids[n], [out[k] for out in outputs]

    def __call__(self, texts):
        out = np.zeros((len(texts), self.session.get_outputs()[0].shape[1]), np.float32)
        for n, _, (vector,) in self.rows(texts):
            out[n] = vector
        return out
