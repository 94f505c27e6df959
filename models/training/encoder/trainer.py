"""Take steps of Adam with checkpoints: what both stages share. A run goes on where it stopped, with the same batches."""

import pickle
import time

import jax
import jax.numpy as jnp
import numpy as np
import optax
from tqdm import tqdm

WARM_UP = 15


def save(path, state):
    part = path.with_suffix(".part")
    with part.open("wb") as out:
        pickle.dump(jax.tree.map(np.asarray, state), out)
    part.rename(path)


def load(path):
    return pickle.loads(path.read_bytes())


def train(out, still, moving, loss, batch, steps, rate, seed=1, every=20):
    """Train `moving` and write all weights to `out`.

    loss(still, moving, batch) gives (value, told), told a dictionary of figures to show; batch(rng, step) gives arrays,
    from few shapes, since each is compiled anew.
    """
    schedule = optax.schedules.join_schedules(
        [optax.linear_schedule(0, rate, WARM_UP), optax.linear_schedule(rate, 0.02 * rate, max(1, steps - WARM_UP))], [WARM_UP]
    )
    optimizer = optax.chain(optax.clip_by_global_norm(1.0), optax.adamw(schedule, b2=0.99, weight_decay=0.01))
    checkpoint, done, seconds = out.with_suffix(".state"), 0, 0.0
    state = optimizer.init(moving)
    if checkpoint.exists():
        saved = load(checkpoint)
        done, moving, seconds = int(saved["done"]), saved["moving"], float(saved["seconds"])
        state = jax.tree.unflatten(jax.tree.structure(state), saved["leaves"])
    still, moving, state = (jax.tree.map(jnp.asarray, part) for part in (still, moving, state))
    if not done:
        save(out, {"seconds": 0.0, "steps": 0, "weights": {**still, **moving}})

    @jax.jit
    def update(moving, state, given):
        grads, told = jax.grad(lambda m: loss(still, m, given), has_aux=True)(moving)
        change, state = optimizer.update(grads, state, moving)
        return optax.apply_updates(moving, change), state, told

    bar = tqdm(total=steps, initial=done, desc=out.stem, unit="step", mininterval=20)
    shown, begin = [], time.process_time()
    while done < steps:
        moving, state, told = update(moving, state, batch(np.random.default_rng([seed, done]), done))
        shown.append({name: float(value) for name, value in told.items()})
        done += 1
        bar.update()
        if done % every == 0 or done == steps:
            figures = {name: np.mean([figure[name] for figure in shown]) for name in shown[0]}
            seconds, begin, shown = seconds + time.process_time() - begin, time.process_time(), []
            bar.write(f"step {done} " + " ".join(f"{k} {v:.4f}" for k, v in figures.items()) + f" {seconds / 60:.1f} CPU minutes")
            leaves = jax.tree.leaves(state)
            save(out, {"seconds": seconds, "steps": done, "weights": {**still, **moving}})
            save(checkpoint, {"done": done, "moving": moving, "leaves": leaves, "seconds": seconds})
