"""Make the training speech: shards of sound with phones and times. Run it again to go on where it stopped.

speak.py hts|kokoro TEXTS FOLDER --shards N [--first N]
"""

import argparse
import random
from pathlib import Path

import numpy as np

from phones import NUMBER
from voices import RATE, Hts, Kokoro

PER_SHARD = {"hts": 150, "kokoro": 40}
TOHOKU = ("neutral", "happy", "angry", "sad")
# Kokoro's voices that are kept for the blind set.
HELD_OUT = {"jf_nezumi", "zm_yunyang", "am_michael", "bf_emma", "af_sarah"}


def hts_speaker(folder):
    import pyopenjtalk

    mei = Hts([Path(pyopenjtalk.__file__).parent / "htsvoice/mei_normal.htsvoice"])
    tohoku = Hts([Path(folder) / f"tohoku-f01-{style}.htsvoice" for style in TOHOKU])

    def speak(text, rng):
        weights = rng.dirichlet([0.5] * len(TOHOKU)).round(3)
        voice = mei if rng.random() < 0.5 else tohoku
        spread = rng.uniform(0.5, 1.2, 2).round(2)
        return voice.speak(
            text,
            weights,
            speed=round(float(rng.uniform(0.8, 1.35)), 3),
            half_tones=round(float(rng.uniform(-9, 4)), 2),
            warp=round(float(rng.uniform(0.49, 0.61)), 3),
            postfilter=round(float(rng.uniform(0, 0.3)), 2),
            spread=spread,
        )

    return speak


def kokoro_speaker(folder):
    kokoro = Kokoro(folder)
    names = sorted(set(kokoro.voices) - HELD_OUT)
    japanese = [name for name in names if name.startswith("j")]

    def speak(text, rng):
        # Half of the weight or more from a Japanese voice as a rule: the others have an accent.
        home, other = rng.choice(japanese), rng.choice(names)
        share = rng.choice([1.0, rng.uniform(0.2, 0.8), 0.0], p=[0.2, 0.6, 0.2])
        mixture = {str(home): share}
        mixture[str(other)] = mixture.get(str(other), 0.0) + 1 - share
        return kokoro.speak(text, mixture, float(rng.uniform(0.8, 1.3)))

    return speak


def shard(speak, texts, rng):
    sounds, phones, ends = [], [], []
    for text in texts:
        try:
            sound, spoken = speak(text, rng)
        except Exception as error:  # a sentence that a voice cannot read is one less
            print(f"left out: {text}: {error}", flush=True)
            continue
        if len(spoken) < 3 or any(phone not in NUMBER for phone, _ in spoken):
            print(f"left out: {text}", flush=True)
            continue
        sounds.append((np.clip(sound / max(np.abs(sound).max(), 1e-6), -1, 1) * 30_000).astype(np.int16))
        phones.append(np.array([NUMBER[phone] for phone, _ in spoken], np.uint8))
        ends.append(np.array([end for _, end in spoken], np.float32))
    lengths = [len(sound) for sound in sounds]
    return {
        "sound": np.concatenate(sounds),
        "lengths": np.array(lengths),
        "phones": np.concatenate(phones),
        "ends": np.concatenate(ends),
        "counts": np.array([len(p) for p in phones]),
    }


def main():
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("kind", choices=PER_SHARD)
    parser.add_argument("texts", type=Path)
    parser.add_argument("voices", type=Path, help="folder of *.htsvoice or of Kokoro's *.bin")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--shards", type=int, required=True)
    parser.add_argument("--first", type=int, default=0)
    arguments = parser.parse_args()
    texts = arguments.texts.read_text("utf-8").splitlines()
    random.Random(f"{arguments.kind} {arguments.texts.name}").shuffle(texts)
    speak = {"hts": hts_speaker, "kokoro": kokoro_speaker}[arguments.kind](arguments.voices)
    arguments.folder.mkdir(parents=True, exist_ok=True)
    size = PER_SHARD[arguments.kind]
    for number in range(arguments.first, arguments.first + arguments.shards):
        target = arguments.folder / f"{arguments.kind}-{arguments.texts.stem}-{number:03d}.npz"
        if target.exists():
            continue
        chosen = [texts[k % len(texts)] for k in range(number * size, (number + 1) * size)]
        made = shard(speak, chosen, np.random.default_rng([number, len(arguments.texts.stem), size]))
        part = target.with_suffix(".part")
        with part.open("wb") as out:
            np.savez(out, **made)
        part.rename(target)
        print(f"{target.name}: {made['lengths'].sum() / RATE / 60:.1f} min", flush=True)


if __name__ == "__main__":
    main()
