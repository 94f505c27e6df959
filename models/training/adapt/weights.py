"""Read the weights back from a network that graph.py wrote: an adaptation begins with what the robot has, not with its teacher."""

import numpy as np
import onnx
from onnx import numpy_helper

PRODUCTS, NORMS = ("qkv", "ao", "fi", "fo"), ("aln", "oln")


def read(path):
    """Give (weights, words): all as 32-bit floats, and the embedding's 4-bit blocks as they are."""
    graph = onnx.load(str(path)).graph
    constants = {tensor.name: tensor for tensor in graph.initializer}

    def array(name):
        return np.array(numpy_helper.to_array(constants[name]))

    def nodes(kind):
        return [node for node in graph.node if node.op_type == kind]

    products = nodes("DynamicQuantizeMatMul")
    if not products or len(products) % len(PRODUCTS):
        raise SystemExit(f"{path}: not in the form of models/encoder-ja-small (layers with 8-bit weights)")
    weights = {"places": array(nodes("Slice")[0].input[0])}
    norms = iter(nodes("LayerNormalization"))
    names = ["ln", *(f"{n}.{norm}" for n in range(len(products) // len(PRODUCTS)) for norm in NORMS)]
    for name, node in zip(names, norms, strict=True):
        weights[f"{name}.w"], weights[f"{name}.b"] = array(node.input[1]), array(node.input[2])
    for k, node in enumerate(products):
        name = f"{k // len(PRODUCTS)}.{PRODUCTS[k % len(PRODUCTS)]}"
        whole, scale, bias = (array(node.input[at]) for at in (1, 2, 4))
        weights[f"{name}.w"], weights[f"{name}.b"] = whole.astype(np.float32) * scale, bias
    values, scales = _words(nodes("GatherBlockQuantized")[0], constants, array)
    blocks = (values.astype(np.float32) - 8) * scales[:, None]
    weights["words"] = blocks.reshape(-1, weights["places"].shape[1])
    return weights, (values, scales)


def _words(node, constants, array):
    """Give the blocks as graph.py takes them: 0 to 15 with 8 for nothing."""
    table = constants[node.input[0]]
    packed = np.frombuffer(table.raw_data, np.uint8)
    values = np.empty(packed.size * 2, np.uint8)
    values[0::2], values[1::2] = (packed & 15) ^ 8, (packed >> 4) ^ 8
    return values.reshape(-1, 32), array(node.input[2]).reshape(-1).astype(np.float32)
