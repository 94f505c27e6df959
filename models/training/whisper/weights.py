"""Name and shape Whisper's weights as whisper.cpp wants them, and write its file."""

import json
import struct

import numpy as np

MAGIC = 0x67676D6C
MELS, RATE, WINDOW = 80, 16_000, 400


def tensors(source):
    """Rename CTranslate2's variables; its attention layers hold query, key and value in one."""
    made = {
        "encoder.positional_embedding": source["encoder/position_encodings/encodings"],
        "decoder.positional_embedding": source["decoder/position_encodings/encodings"],
        "decoder.token_embedding.weight": source["decoder/embeddings/weight"],
    }
    width = made["encoder.positional_embedding"].shape[1]

    def linear(to, name, rows=slice(None), bias=True):
        made[f"{to}.weight"] = source[f"{name}/weight"][rows]
        if bias:
            made[f"{to}.bias"] = source[f"{name}/bias"][rows]

    def norm(to, name):
        made[f"{to}.weight"], made[f"{to}.bias"] = source[f"{name}/gamma"], source[f"{name}/beta"]

    def part(number):
        return slice(number * width, (number + 1) * width)

    for number in (1, 2):
        linear(f"encoder.conv{number}", f"encoder/conv{number}")
        # A bias is added to [time, channel].
        made[f"encoder.conv{number}.bias"] = made[f"encoder.conv{number}.bias"].reshape(-1, 1)
    norm("encoder.ln_post", "encoder/layer_norm")
    norm("decoder.ln", "decoder/layer_norm")
    for side in ("encoder", "decoder"):
        for layer in range(layers(source, side)):
            to, name = f"{side}.blocks.{layer}", f"{side}/layer_{layer}"
            for at, what in enumerate(("query", "key", "value")):
                linear(f"{to}.attn.{what}", f"{name}/self_attention/linear_0", part(at), bias=what != "key")
            linear(f"{to}.attn.out", f"{name}/self_attention/linear_1")
            norm(f"{to}.attn_ln", f"{name}/self_attention/layer_norm")
            linear(f"{to}.mlp.0", f"{name}/ffn/linear_0")
            linear(f"{to}.mlp.2", f"{name}/ffn/linear_1")
            norm(f"{to}.mlp_ln", f"{name}/ffn/layer_norm")
            if side == "decoder":
                linear(f"{to}.cross_attn.query", f"{name}/attention/linear_0")
                for at, what in enumerate(("key", "value")):
                    linear(f"{to}.cross_attn.{what}", f"{name}/attention/linear_1", part(at), bias=what != "key")
                linear(f"{to}.cross_attn.out", f"{name}/attention/linear_2")
                norm(f"{to}.cross_attn_ln", f"{name}/attention/layer_norm")
    return made


def layers(source, side):
    return len({name.split("/")[1] for name in source if name.startswith(f"{side}/layer_") and name.split("/")[1][6:].isdigit()})


def words(tokenizer):
    """Return the bytes of each ordinary token, by its number."""
    printable = [*range(33, 127), *range(161, 173), *range(174, 256)]
    letters = {chr(byte): byte for byte in printable}
    others = (byte for byte in range(256) if byte not in printable)
    letters |= {chr(256 + at): byte for at, byte in enumerate(others)}
    vocabulary = json.loads(tokenizer.read_text("utf-8"))["model"]["vocab"]
    ordinary = sorted((number, token) for token, number in vocabulary.items() if number < 50257 and not token.startswith("<|"))
    return [bytes(letters[letter] for letter in token) for _, token in ordinary]


def mel_filters():
    """Return Slaney's triangles, [80, 201], as Whisper was trained with."""

    def mel(hertz):
        return np.where(hertz < 1000, hertz * 3 / 200, 15 + np.log(np.maximum(hertz, 1e-9) / 1000) * 27 / np.log(6.4))

    def hertz(mel):
        return np.where(mel < 15, mel * 200 / 3, 1000 * np.exp((mel - 15) * np.log(6.4) / 27))

    edges = hertz(np.linspace(0, mel(np.array(RATE / 2.0)), MELS + 2))
    steps = np.linspace(0, RATE / 2, 1 + WINDOW // 2)
    rising = (steps - edges[:-2, None]) / np.diff(edges)[:-1, None]
    falling = (edges[2:, None] - steps) / np.diff(edges)[1:, None]
    return (np.maximum(0, np.minimum(rising, falling)) * (2 / (edges[2:] - edges[:-2]))[:, None]).astype(np.float32)


def write(path, named, vocabulary, kind, heads):
    """Write whisper.cpp's file; kind has the numbers of the matrices' kind and of the file's, and what packs a float32 matrix."""
    number, ftype, pack = kind
    context = named["encoder.positional_embedding"].shape[0]
    tokens, width = named["decoder.token_embedding.weight"].shape
    text_context = named["decoder.positional_embedding"].shape[0]
    counts = [1 + max(int(name.split(".")[2]) for name in named if name.startswith(f"{side}.blocks")) for side in ("encoder", "decoder")]
    filters = mel_filters()
    with open(path, "wb") as out:
        out.write(struct.pack("<12i", MAGIC, tokens, context, width, heads, counts[0], text_context, width, heads, counts[1], MELS, ftype))
        out.write(struct.pack("<2i", *filters.shape) + filters.tobytes())
        out.write(struct.pack("<i", len(vocabulary)))
        for word in vocabulary:
            out.write(struct.pack("<i", len(word)) + word)
        for name, value in named.items():
            matrix = value.ndim == 2 and name.endswith("weight")
            if matrix:
                form, data = number, pack(np.ascontiguousarray(value, np.float32))
            elif value.ndim == 3:
                form, data = 1, value.astype(np.float16).tobytes()
            else:
                form, data = 0, value.astype(np.float32).tobytes()
            label = name.encode()
            out.write(struct.pack("<3i", value.ndim, len(label), form))
            out.write(struct.pack(f"<{value.ndim}i", *reversed(value.shape)))
            out.write(label + data)
