"""Train the upper layers. Run it again to go on from the last checkpoint.

train.py SPEECH KOREAN_MODEL OUT --steps N
"""

import argparse
import pickle
import time
from pathlib import Path

import jax
import jax.numpy as jnp
import numpy as np
import optax

import net
from phones import PHONES
from sound import FRAMES, OUTPUTS, Pool, stream

STATES = 2 * len(PHONES)
CHUNK, BATCH, STREAMS = 100, 16, 8
# Each piece of sound is used so often before it is replaced by a newly mixed one.
USES = 3
KEEP = 2000
PEAK_RATE, WARM_UP, AVERAGE = 1e-3, 100, 0.99
FRAME_WEIGHT, SIZE_WEIGHT = 0.5, 5e-4


def transitions(counts):
    """Give the log probabilities between states, from counts of phone pairs: stay or go on with one half each."""
    pairs = (counts + 0.5) / (counts + 0.5).sum(1, keepdims=True)
    table = np.zeros((STATES, STATES))
    for state in range(STATES):
        table[state, 0::2] = 0.5 * pairs[state // 2]
        table[state, 2 * (state // 2) + 1] += 0.5
    return np.log(table + 1e-12).astype(np.float32)


def pair_counts(pool):
    counts = np.zeros((len(PHONES), len(PHONES)))
    for rows in pool.groups.values():
        for _, phones, _ in rows:
            np.add.at(counts, (phones[:-1], phones[1:]), 1)
            counts[0, 0] += 1
    return counts


def loss(weights, table, h, y):
    """Score the true sequence of states against all sequences, plus the cross-entropy of each frame."""
    chain, frame = net.top(jnp, weights, h)
    path = jnp.take_along_axis(chain, y[..., None], -1)[..., 0].sum(1) + table[y[:, :-1], y[:, 1:]].sum(1)
    likely = jnp.exp(table)

    def step(alpha, x):
        most = alpha.max(-1, keepdims=True)
        return jnp.log(jnp.exp(alpha - most) @ likely + 1e-30) + most + x, None

    alpha, _ = jax.lax.scan(step, chain[:, 0], chain[:, 1:].transpose(1, 0, 2))
    sequence = (jax.nn.logsumexp(alpha, -1) - path).mean() / y.shape[1]
    logs = jax.nn.log_softmax(frame)
    cross = -jnp.take_along_axis(logs, y[..., None], -1).mean()
    right = (frame.argmax(-1) == y).mean()
    total = sequence + FRAME_WEIGHT * cross + SIZE_WEIGHT * (chain**2).mean()
    return total, (sequence, cross, right)


def save(path, state):
    part = path.with_suffix(".part")
    with part.open("wb") as out:
        pickle.dump(jax.tree.map(np.asarray, state), out)
    part.rename(path)


def main():
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("speech", type=Path)
    parser.add_argument("korean", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--steps", type=int, required=True)
    parser.add_argument("--start", type=Path, help="final.mdl of an earlier starter to go on from")
    parser.add_argument("--every", type=int, default=100, help="steps between checkpoints")
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    pool = Pool(arguments.speech)
    print("utterances", pool.refresh(), "devices", jax.devices(), flush=True)
    frozen, weights = net.from_korean(arguments.korean, STATES, np.random.default_rng(arguments.seed))
    if arguments.start:
        net.from_starter(arguments.start, frozen, weights)
    optimizer = optax.chain(optax.clip_by_global_norm(1.0), optax.scale_by_adam())
    done = 0
    state = {"weights": weights, "average": weights, "optimizer": optimizer.init(weights)}
    state = jax.tree.map(jnp.asarray, state)
    if arguments.out.exists():
        saved = pickle.loads(arguments.out.read_bytes())
        done, state = int(saved["steps"]), {k: jax.tree.map(jnp.asarray, saved[k]) for k in state}
    rng = np.random.default_rng([arguments.seed, done])
    table = jnp.asarray(transitions(pair_counts(pool)))
    frozen_on_device = jax.tree.map(jnp.asarray, frozen)
    below = jax.jit(lambda x: net.trunk(jnp, frozen_on_device, x).astype(jnp.float16))

    @jax.jit
    def update(state, h, y, rate):
        grads, told = jax.grad(loss, has_aux=True)(state["weights"], table, h.astype(jnp.float32), y)
        move, inner = optimizer.update(grads, state["optimizer"])
        weights = jax.tree.map(lambda w, m: w - rate * m, state["weights"], move)
        average = jax.tree.map(lambda a, w: AVERAGE * a + (1 - AVERAGE) * w, state["average"], weights)
        return {"weights": weights, "average": average, "optimizer": inner}, told

    store, counts, told, begin = [], np.zeros(STATES), [], time.monotonic()
    margin = (FRAMES - 3 * OUTPUTS + 2 - 32 * 2 - 4) // 2 + 6  # 6 outputs of context on each side for the upper layers
    assert margin == 6
    while done < arguments.steps:
        mixed = [stream(rng, pool) for _ in range(STREAMS)]
        h = np.asarray(below(np.stack([x for x, _ in mixed])))
        for row, (_, y) in zip(h, mixed):
            counts += np.bincount(y, minlength=STATES)
            for at in range(0, OUTPUTS, CHUNK):
                store.append((row[at : at + CHUNK + 2 * margin], y[at : at + CHUNK]))
        for _ in range(STREAMS * OUTPUTS // CHUNK * USES // BATCH):
            chosen = [store[k] for k in rng.choice(len(store), BATCH, replace=len(store) < BATCH)]
            rate = PEAK_RATE * min(1, (done + 1) / WARM_UP) * (0.02 + 0.98 * (1 - done / arguments.steps))
            state, values = update(state, np.stack([x for x, _ in chosen]), np.stack([y for _, y in chosen]), rate)
            told.append([float(v) for v in values])
            done += 1
            if done % arguments.every == 0:
                sequence, cross, right = np.mean(told, 0)
                told = []
                seen = pool.refresh()
                print(
                    f"step {done} sequence {sequence:.3f} frame {cross:.3f} right {right:.3f}"
                    f" {(time.monotonic() - begin) / 60:.1f} min {seen}",
                    flush=True,
                )
                save(arguments.out, {"steps": done, "priors": counts / counts.sum(), "frozen": frozen, **state})
        store = store[-KEEP:]
    save(arguments.out, {"steps": done, "priors": counts / counts.sum(), "frozen": frozen, **state})


if __name__ == "__main__":
    main()
