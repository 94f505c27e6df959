"""The network: the teacher's form with fewer layers. Weights are a dictionary "layer.part" to array, as (in, out)."""

import jax
import jax.numpy as jnp
import numpy as np

PARTS = ("qkv.w", "qkv.b", "ao.w", "ao.b", "aln.w", "aln.b", "fi.w", "fi.b", "fo.w", "fo.b", "oln.w", "oln.b")
PREFIX = "query: "
POSITIONS = 128


def from_e5(model, layers, rows=None):
    """Give the weights of these layers, numbered anew from 0; rows: the pieces that are kept."""
    wide, inner = model.width, model.inner
    words = model.array("emb.word", model.vocabulary, wide)
    places = model.array("emb.pos", model.positions, wide)[:POSITIONS] + model.array("emb.type", -1, wide)[0]
    weights = {"words": words if rows is None else words[rows], "places": places}
    weights |= {"ln.w": model.array("emb.ln.w", wide), "ln.b": model.array("emb.ln.b", wide)}
    for new, old in enumerate(layers):
        def take(part, rows, columns, old=old):
            return model.array(f"l{old}.{part}.w", rows, columns).T, model.array(f"l{old}.{part}.b", rows)

        three = [take(part, wide, wide) for part in "qkv"]
        weights[f"{new}.qkv.w"] = np.concatenate([w for w, _ in three], 1)
        weights[f"{new}.qkv.b"] = np.concatenate([b for _, b in three])
        weights[f"{new}.ao.w"], weights[f"{new}.ao.b"] = take("ao", wide, wide)
        weights[f"{new}.fi.w"], weights[f"{new}.fi.b"] = take("fi", inner, wide)
        weights[f"{new}.fo.w"], weights[f"{new}.fo.b"] = take("fo", wide, inner)
        for norm in ("aln", "oln"):
            for part in "wb":
                weights[f"{new}.{norm}.{part}"] = model.array(f"l{old}.{norm}.{part}", wide)
    return {name: np.array(value, np.float32) for name, value in weights.items()}


def depth(weights):
    return 1 + max(int(name.split(".")[0]) for name in weights if name[0].isdigit())


def parted(weights, frozen):
    """Give (still, moving): the embedding and the lower layers stay as the teacher has them."""
    moving = {k: v for k, v in weights.items() if k[0].isdigit() and int(k.split(".")[0]) >= frozen}
    return {k: v for k, v in weights.items() if k not in moving}, moving


def _norm(x, w, b, epsilon=1e-12):
    x = x - x.mean(-1, keepdims=True)
    return x * jax.lax.rsqrt((x * x).mean(-1, keepdims=True) + epsilon) * w + b


def embed(weights, ids):
    x = weights["words"][ids] + weights["places"][: ids.shape[1]]
    return _norm(x, weights["ln.w"], weights["ln.b"])


def layers(weights, x, mask, numbers, heads=12):
    """Run these layers: x (batch, pieces, width), mask (batch, pieces) with 1 for a piece."""
    batch, length, wide = x.shape
    bias = (1 - mask)[:, None, None, :] * -1e9
    for n in numbers:
        w = {part: weights[f"{n}.{part}"] for part in PARTS}
        q, k, v = jnp.split((x @ w["qkv.w"] + w["qkv.b"]).reshape(batch, length, 3 * heads, wide // heads), 3, 2)
        look = jax.nn.softmax(jnp.einsum("bqhd,bkhd->bhqk", q, k) / np.sqrt(wide // heads) + bias)
        seen = jnp.einsum("bhqk,bkhd->bqhd", look, v).reshape(batch, length, wide)
        x = _norm(x + seen @ w["ao.w"] + w["ao.b"], w["aln.w"], w["aln.b"])
        inner = jax.nn.gelu(x @ w["fi.w"] + w["fi.b"], approximate=False)
        x = _norm(x + inner @ w["fo.w"] + w["fo.b"], w["oln.w"], w["oln.b"])
    return x


def mean(x, mask):
    return unit((x * mask[..., None]).sum(1) / mask.sum(1, keepdims=True))


def unit(x):
    return x / jnp.sqrt((x * x).sum(-1, keepdims=True) + 1e-12)


def padded(rows, length, count):
    """Give (ids, mask) of this shape; rows beyond are empty but for one piece, which keeps the mean finite."""
    ids, mask = np.ones((count, length), np.int32), np.zeros((count, length), np.float32)
    mask[:, 0] = 1
    for n, row in enumerate(rows):
        row = row[:length]
        ids[n, : len(row)], mask[n, : len(row)] = row, 1
    return ids, mask


class Encoder:
    """Encode many texts with weights of this form, in batches of like length."""

    def __init__(self, weights, tokenizer):
        self.weights, self.tokenizer = jax.tree.map(jnp.asarray, weights), tokenizer
        numbers = range(depth(weights))
        self.run = jax.jit(lambda w, ids, mask: mean(layers(w, embed(w, ids), mask, numbers), mask))

    def __call__(self, texts, batch=32):
        rows = [self.tokenizer(PREFIX + text.strip()) for text in texts]
        out = np.zeros((len(rows), self.weights["words"].shape[1]), np.float32)
        order = sorted(range(len(rows)), key=lambda n: len(rows[n]))
        for at in range(0, len(order), batch):
            chosen = order[at : at + batch]
            longest = max(len(rows[n]) for n in chosen)
            ids, mask = padded([rows[n] for n in chosen], min(POSITIONS, -(-longest // 8) * 8), batch)
            out[chosen] = np.asarray(self.run(self.weights, ids, mask))[: len(chosen)]
        return out
