"""Call the natives that lie in whisper-jni's jar: the quantiser and the recogniser that the weights are made for."""

import ctypes as c
import platform
import zipfile

import numpy as np

# number in the file, kind of file, values in a block
KINDS = {"f16": (1, 1), "q4_0": (2, 2), "q4_1": (3, 3), "q5_0": (6, 8), "q5_1": (7, 9), "q8_0": (8, 7), "q4_k": (12, 12), "q5_k": (13, 13), "iq4_nl": (20, 19)}
QUANTISER_VERSION = 2


def unpack(jar, folder):
    """Unpack this machine's libraries and load them; returns (ggml, whisper)."""
    place = {"x86_64": "debian-amd64", "aarch64": "debian-arm64"}[platform.machine()]
    fast = {"x86_64": "libggml+mf16c+mfma+mavx+mavx2.so", "aarch64": "libggml+crc.so"}[platform.machine()]
    folder.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(jar) as archive:
        for name, to in ((fast, "libggml.so"), ("libwhisper.so.1", "libwhisper.so.1")):
            (folder / to).write_bytes(archive.read(f"{place}/{name}"))
    ggml = c.CDLL(str(folder / "libggml.so"), mode=c.RTLD_GLOBAL)
    return ggml, c.CDLL(str(folder / "libwhisper.so.1"))


def kind(ggml, name, importance):
    """Return what weights.write needs to write matrices in a kind; importance has the mean square of a matrix's inputs, by its name."""
    number, ftype = KINDS[name]
    if name == "f16":
        return number, ftype, lambda _, matrix: matrix.astype(np.float16).tobytes()
    chunk = ggml.ggml_quantize_chunk
    chunk.restype = c.c_size_t
    chunk.argtypes = [c.c_int, c.c_void_p, c.c_void_p, c.c_int64, c.c_int64, c.c_int64, c.c_void_p]

    def pack(name, matrix):
        weight = importance.get(name)
        weight = None if weight is None else np.ascontiguousarray(weight, np.float32)
        packed = c.create_string_buffer(matrix.size * 2)
        length = chunk(number, matrix.ctypes.data, packed, 0, *matrix.shape, None if weight is None else weight.ctypes.data)
        return packed.raw[:length]

    return number, ftype + 1000 * QUANTISER_VERSION, pack


class Params(c.Structure):
    """whisper_full_params of whisper.cpp 1.7.1."""

    _fields_ = [
        ("strategy", c.c_int), ("n_threads", c.c_int), ("n_max_text_ctx", c.c_int), ("offset_ms", c.c_int), ("duration_ms", c.c_int),
        ("translate", c.c_bool), ("no_context", c.c_bool), ("no_timestamps", c.c_bool), ("single_segment", c.c_bool),
        ("print_special", c.c_bool), ("print_progress", c.c_bool), ("print_realtime", c.c_bool), ("print_timestamps", c.c_bool),
        ("token_timestamps", c.c_bool), ("thold_pt", c.c_float), ("thold_ptsum", c.c_float), ("max_len", c.c_int),
        ("split_on_word", c.c_bool), ("max_tokens", c.c_int), ("debug_mode", c.c_bool), ("audio_ctx", c.c_int), ("tdrz_enable", c.c_bool),
        ("suppress_regex", c.c_char_p), ("initial_prompt", c.c_char_p), ("prompt_tokens", c.c_void_p), ("prompt_n_tokens", c.c_int),
        ("language", c.c_char_p), ("detect_language", c.c_bool), ("suppress_blank", c.c_bool), ("suppress_non_speech_tokens", c.c_bool),
        ("temperature", c.c_float), ("max_initial_ts", c.c_float), ("length_penalty", c.c_float), ("temperature_inc", c.c_float),
        ("entropy_thold", c.c_float), ("logprob_thold", c.c_float), ("no_speech_thold", c.c_float), ("best_of", c.c_int),
        ("beam_size", c.c_int), ("patience", c.c_float), ("callbacks", c.c_void_p * 10), ("grammar", c.c_void_p * 3), ("grammar_penalty", c.c_float),
    ]  # fmt: skip


class Whisper:
    """Recognise one sound at a time."""

    def __init__(self, library, model):
        self.library = library
        for name, result, given in (
            ("whisper_init_from_file", c.c_void_p, [c.c_char_p]),
            ("whisper_full_default_params", Params, [c.c_int]),
            ("whisper_full", c.c_int, [c.c_void_p, Params, c.c_void_p, c.c_int]),
            ("whisper_full_n_segments", c.c_int, [c.c_void_p]),
            ("whisper_full_get_segment_text", c.c_char_p, [c.c_void_p, c.c_int]),
            ("whisper_full_n_tokens", c.c_int, [c.c_void_p, c.c_int]),
            ("whisper_full_get_token_p", c.c_float, [c.c_void_p, c.c_int, c.c_int]),
            ("whisper_free", None, [c.c_void_p]),
        ):
            function = getattr(library, name)
            function.restype, function.argtypes = result, given
        silent = self.silent = c.CFUNCTYPE(None, c.c_int, c.c_char_p, c.c_void_p)(lambda *_: None)
        library.whisper_log_set(silent, None)
        self.model = library.whisper_init_from_file(str(model).encode())
        if not self.model:
            raise ValueError(f"{model} cannot be read")

    def transcribe(self, sound, context, threads, prompt="", beam=0):
        """Return the text and its tokens' probabilities; context is in steps of 20 ms."""
        params = self.library.whisper_full_default_params(1 if beam else 0)
        params.n_threads, params.audio_ctx = threads, context
        params.no_context = params.no_timestamps = params.single_segment = params.suppress_blank = True
        params.suppress_non_speech_tokens = True
        params.print_progress = False
        params.temperature_inc = 0
        params.max_tokens = 0
        params.best_of = 1
        if beam:
            params.beam_size = beam
        params.language = b"ja"
        params.initial_prompt = prompt.encode() or None
        sound = np.ascontiguousarray(sound, np.float32)
        if self.library.whisper_full(self.model, params, sound.ctypes.data, len(sound)):
            raise ValueError("the recogniser failed")
        text, shares = "", []
        for segment in range(self.library.whisper_full_n_segments(self.model)):
            text += self.library.whisper_full_get_segment_text(self.model, segment).decode(errors="replace")
            tokens = self.library.whisper_full_n_tokens(self.model, segment)
            shares += [self.library.whisper_full_get_token_p(self.model, segment, at) for at in range(tokens)]
        return text, shares

    def close(self):
        self.library.whisper_free(self.model)
