"""Call the quantiser in whisper-jni's jar: the same natives that the adapter hears with."""

import ctypes as c
import platform
import zipfile

import numpy as np

# number of a matrix's kind and of the whole file's
KINDS = {"f16": (1, 1), "q4_0": (2, 2), "q4_1": (3, 3), "q5_0": (6, 8), "q5_1": (7, 9), "q8_0": (8, 7), "q4_k": (12, 12), "q5_k": (13, 13), "iq4_nl": (20, 19)}
QUANTISER_VERSION = 2


def unpack(jar, folder):
    """Unpack this machine's library and load it."""
    place = {"x86_64": "debian-amd64", "aarch64": "debian-arm64"}[platform.machine()]
    fast = {"x86_64": "libggml+mf16c+mfma+mavx+mavx2.so", "aarch64": "libggml+crc.so"}[platform.machine()]
    folder.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(jar) as archive:
        (folder / "libggml.so").write_bytes(archive.read(f"{place}/{fast}"))
    return c.CDLL(str(folder / "libggml.so"))


def kind(ggml, name):
    """Return what weights.write needs to write matrices in a kind."""
    number, ftype = KINDS[name]
    if name == "f16":
        return number, ftype, lambda matrix: matrix.astype(np.float16).tobytes()
    chunk = ggml.ggml_quantize_chunk
    chunk.restype = c.c_size_t
    chunk.argtypes = [c.c_int, c.c_void_p, c.c_void_p, c.c_int64, c.c_int64, c.c_int64, c.c_void_p]

    def pack(matrix):
        packed = c.create_string_buffer(matrix.size * 2)
        length = chunk(number, matrix.ctypes.data, packed, 0, *matrix.shape, None)
        return packed.raw[:length]

    return number, ftype + 1000 * QUANTISER_VERSION, pack
