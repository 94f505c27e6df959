"""Mix training streams: speech one after the other, in rooms, over noise and other people's talk, with labels."""

from pathlib import Path

import numpy as np
from scipy import fft
from scipy.signal import oaconvolve

from features import STEP, WIDTH, filters, log_mel, mfcc

RATE = 16_000
OUTPUTS = 400
# Frames of 10 ms that the network needs on each side of an output of 30 ms.
CONTEXT = 34
FRAMES = 3 * OUTPUTS + 2 * CONTEXT - 2
LENGTH = (FRAMES - 1) * STEP + WIDTH
_WARPS = [filters(warp) for warp in np.linspace(0.86, 1.14, 15)]


class Pool:
    """Hold the utterances of all shards that are there; `refresh` takes in new ones."""

    def __init__(self, folder):
        self.folder, self.known = Path(folder), set()
        self.groups = {}

    def refresh(self):
        for path in sorted(set(self.folder.glob("*.npz")) - self.known):
            self.known.add(path)
            with np.load(path) as shard:
                sounds = np.split(shard["sound"], np.cumsum(shard["lengths"])[:-1])
                cuts = np.cumsum(shard["counts"])[:-1]
                rows = zip(sounds, np.split(shard["phones"], cuts), np.split(shard["ends"], cuts))
                self.groups.setdefault(path.name.split("-")[0], []).extend(rows)
        return {name: len(rows) for name, rows in self.groups.items()}

    def draw(self, rng):
        """Draw an utterance; natural voices are few and drawn more often than their share."""
        names = sorted(self.groups)
        weights = np.array([np.sqrt(len(self.groups[name])) for name in names])
        rows = self.groups[names[rng.choice(len(names), p=weights / weights.sum())]]
        return rows[rng.integers(len(rows))]


def labels(phones, ends, outputs, first):
    """Give an output's label: twice the phone's number in its first frame, one more in the others.

    `first` is the time of the first output's centre.
    """
    places = np.ceil((np.asarray(ends) - first) / 0.03).astype(int)
    # Every phone has a frame, if need be one of the phone after it.
    places = np.maximum.accumulate(places - np.arange(len(places))) + np.arange(len(places))
    result = np.ones(outputs, np.int32)
    before = min(0, places[0] - 1) if len(places) else 0
    for phone, place in zip(phones, places):
        begin, end = max(before, 0), min(place, outputs)
        if end > begin:
            result[begin:end] = 2 * phone + 1
            if before >= 0:
                result[begin] = 2 * phone
        before = place
    return result


def resized(sound, factor):
    """Play faster by a factor: pitch, tempo and vocal tract move together."""
    count = fft.next_fast_len(len(sound), real=True)
    target = int(round(count / factor))
    spectrum = fft.rfft(sound, count)
    wide = np.zeros(target // 2 + 1, np.complex64)
    keep = min(len(spectrum), len(wide))
    wide[:keep] = spectrum[:keep]
    return fft.irfft(wide, target)[: int(len(sound) / factor)].astype(np.float32) * (target / count)


def room(rng):
    """Give a room's response: direct sound, a few early reflections, a decaying tail."""
    count = int(rng.uniform(0.08, 0.5) * RATE)
    tail = rng.standard_normal(count) * np.exp(-6.9 * np.arange(count) / count)
    # Walls swallow high sounds first.
    tail = np.convolve(tail, [0.6, 0.4])[:count] * rng.uniform(0.01, 0.12)
    tail[: int(0.004 * RATE)] = 0
    for _ in range(rng.integers(0, 6)):
        tail[rng.integers(20, min(count, 900))] += rng.uniform(-0.5, 0.5)
    tail[0] = 1
    return tail.astype(np.float32)


def coloured(rng, length=LENGTH):
    count = fft.next_fast_len(length, real=True)
    spectrum = fft.rfft(rng.standard_normal(count, np.float32))
    slope = rng.uniform(0, 1.1)
    spectrum /= np.maximum(np.arange(len(spectrum)), 40 * count / RATE).astype(np.float32) ** slope
    return fft.irfft(spectrum, count)[:length].astype(np.float32)


def tones(rng):
    """Give an alarm, a hum or a piece of music: chords that change."""
    time = np.arange(LENGTH, dtype=np.float32) / RATE
    sound = np.zeros(LENGTH, np.float32)
    beat = rng.uniform(0.15, 0.9)
    gate = (np.sin(np.pi * time / beat) > rng.uniform(-1, 0.3)).astype(np.float32)
    steps = (time / beat).astype(int)
    for _ in range(rng.integers(1, 5)):
        scale = 2 ** (rng.integers(0, 12, steps[-1] + 1) / 12) if rng.random() < 0.6 else np.ones(steps[-1] + 1)
        pitch = rng.choice([50, 100, rng.uniform(200, 2500)]) * scale
        phase = 2 * np.pi * np.cumsum(pitch[steps]) / RATE
        sound += sum(np.sin(k * phase) / k for k in range(1, rng.integers(2, 5))).astype(np.float32)
    return sound * (gate if rng.random() < 0.6 else 1) + 0.02 * rng.standard_normal(LENGTH, np.float32)


def talk(rng, pool, voices, gap):
    """Give other people's talk: some voices, each speaking on."""
    mix = np.zeros(LENGTH, np.float32)
    for _ in range(voices):
        at = -int(rng.uniform(0, 3) * RATE)
        factor, level = rng.uniform(0.85, 1.18), 10 ** (rng.uniform(-8, 0) / 20)
        while at < LENGTH:
            sound = resized(pool.draw(rng)[0].astype(np.float32), factor) * level
            begin, end = max(at, 0), min(at + len(sound), LENGTH)
            if end > begin:
                mix[begin:end] += sound[begin - at : end - at]
            at += len(sound) + int(rng.exponential(gap) * RATE)
    return oaconvolve(mix, room(rng))[:LENGTH] if rng.random() < 0.7 else mix


def background(rng, pool, alone):
    """Give noise and how far, in dB, speech must at least stand out from it."""
    kind = rng.choice(["noise", "babble", "other", "tones"], p=[0.4, 0.38, 0.1, 0.12])
    if kind == "noise":
        return coloured(rng), -5
    if kind == "tones":
        return tones(rng), -3
    voices = int(rng.integers(3, 10)) if kind == "babble" or alone else int(rng.integers(1, 3))
    return talk(rng, pool, voices, gap=0.3) + 0.05 * coloured(rng), 0 if kind == "babble" else 7


def speech(rng, pool):
    """Give a stream of utterances with its labels."""
    mix = np.zeros(LENGTH, np.float32)
    phones, ends = [], []
    at = int(rng.uniform(-0.1, 0.8) * RATE)
    while at < LENGTH:
        sound, spoken, until = pool.draw(rng)
        sound = sound.astype(np.float32)
        factor = rng.uniform(0.84, 1.18) if rng.random() < 0.6 else 1.0
        if factor != 1.0:
            sound = resized(sound, factor)
        sound *= 10 ** (rng.uniform(-5, 0) / 20)
        begin, end = max(at, 0), min(at + len(sound), LENGTH)
        mix[begin:end] += sound[begin - at : end - at]
        phones += [0, *spoken]
        ends += [at / RATE, *(until / factor + at / RATE)]
        at += int(until[-1] / factor * RATE) + int(rng.choice([rng.uniform(0, 0.5), rng.uniform(0.8, 2.5)], p=[0.85, 0.15]) * RATE)
    return mix, labels(phones, ends, OUTPUTS, CONTEXT * 0.01 + 0.0125)


def stream(rng, pool):
    """Give the features of one stream and the label of each of its outputs."""
    alone = rng.random() < 0.08
    if alone:
        mix, target = np.zeros(LENGTH, np.float32), np.ones(OUTPUTS, np.int32)
        loud = 3000.0
    else:
        mix, target = speech(rng, pool)
        loud = np.sqrt((mix**2).mean()) + 1e-3
        if rng.random() < 0.45:
            mix = oaconvolve(mix, room(rng))[:LENGTH]
    if alone or rng.random() < 0.75:
        noise, least = background(rng, pool, alone)
        mix = mix + noise / (noise.std() + 1e-6) * loud * 10 ** (-rng.uniform(least, 25) / 20)
    mix = device(rng, mix)
    energies = log_mel(mix, rng, _WARPS[rng.integers(len(_WARPS))] if rng.random() < 0.5 else filters_plain)
    if rng.random() < 0.3:
        holes(rng, energies)
    found = mfcc(energies)
    if rng.random() < 0.2:  # a recording that begins with the speech: Vosk repeats its first frame
        found[:CONTEXT] = found[CONTEXT]
    return found, target


filters_plain = filters()


def device(rng, mix):
    """Play a microphone: tilt, narrow bands, level, clipping."""
    if rng.random() < 0.5:
        mix = mix + rng.uniform(-0.4, 0.4) * np.concatenate([mix[:1], mix[:-1]])
    if rng.random() < 0.1:
        spectrum = fft.rfft(mix)
        hertz = np.arange(len(spectrum)) * RATE / len(mix)
        spectrum[(hertz < rng.uniform(50, 350)) | (hertz > rng.uniform(3300, 7000))] *= 0.01
        mix = fft.irfft(spectrum, len(mix))
    level = 32767 * 10 ** (rng.uniform(-34, 0) / 20)
    mix = mix / (np.abs(mix).max() + 1e-6) * level
    if rng.random() < 0.06:
        mix = np.clip(mix, -level * rng.uniform(0.2, 0.7), level * rng.uniform(0.2, 0.7))
    return np.clip(mix, -32768, 32767).astype(np.float32)


def holes(rng, energies):
    mean = energies.mean(0)
    for _ in range(rng.integers(1, 8)):
        at, width = rng.integers(len(energies)), rng.integers(2, 9)
        energies[at : at + width] = mean
    for _ in range(rng.integers(0, 3)):
        at, width = rng.integers(40), rng.integers(1, 6)
        energies[:, at : at + width] = mean[at : at + width]
