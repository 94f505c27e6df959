"""Compute the features that Vosk computes from conf/mfcc.conf: 40 MFCC of 25 ms each 10 ms, as Kaldi does."""

import numpy as np
from scipy import fft

WIDTH, STEP, SIZE, BINS = 400, 160, 512, 40
LOW, HIGH, RATE = 20.0, 7600.0, 16_000
_WINDOW = ((0.5 - 0.5 * np.cos(2 * np.pi * np.arange(WIDTH) / (WIDTH - 1))) ** 0.85).astype(np.float32)


def _mel(hertz):
    return 1127.0 * np.log(1 + np.asarray(hertz) / 700.0)


def filters(warp=1.0):
    """Give the mel filters; a warp above 1 moves formants as a longer vocal tract does."""
    edges = np.linspace(_mel(LOW), _mel(HIGH), BINS + 2)
    place = _mel(np.minimum(np.arange(SIZE // 2) * RATE / SIZE * warp, RATE / 2))
    up = (place - edges[:-2, None]) / (edges[1:-1] - edges[:-2])[:, None]
    down = (edges[2:, None] - place) / (edges[2:] - edges[1:-1])[:, None]
    return np.maximum(np.minimum(up, down), 0).astype(np.float32)


def _cosines():
    rows = np.sqrt(2 / BINS) * np.cos(np.pi / BINS * np.arange(BINS)[:, None] * (np.arange(BINS) + 0.5))
    rows[0] = np.sqrt(1 / BINS)
    lifter = 1 + 11 * np.sin(np.pi * np.arange(BINS) / 22)
    return (rows * lifter[:, None]).astype(np.float32)


_FILTERS, _COSINES = filters(), _cosines()


def log_mel(sound, rng, bank=_FILTERS):
    """Give the log energies of the mel filters; sound is in the scale of 16 bit."""
    count = 1 + (len(sound) - WIDTH) // STEP
    frames = np.lib.stride_tricks.sliding_window_view(sound.astype(np.float32), WIDTH)[: count * STEP : STEP]
    frames = frames + rng.standard_normal(frames.shape, np.float32)
    frames -= frames.mean(1, keepdims=True)
    sharp = frames.copy()
    sharp[:, 1:] -= 0.97 * frames[:, :-1]
    sharp[:, 0] -= 0.97 * frames[:, 0]
    power = np.abs(fft.rfft(sharp * _WINDOW, SIZE, axis=1)[:, : SIZE // 2]) ** 2
    return np.log(np.maximum(power.astype(np.float32) @ bank.T, 1.19e-7))


def mfcc(energies):
    return energies @ _COSINES.T
