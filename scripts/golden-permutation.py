"""Prints public/golden/numpy_permutation.json: how NumPy's two generators shuffle 0 ... n - 1.

    python3 scripts/golden-permutation.py > public/golden/numpy_permutation.json

Needs NumPy and nothing else. The format is explained in public/golden/README.md.
"""

import json
import platform

import numpy as np

# Around powers of two, where the number of bits that are drawn changes.
SIZES = [0, 1, 2, 3, 8, 9, 10, 64, 65, 300]
LEGACY_SEEDS = ["0", "7", "4294967295", ["1", "2", "3"]]
GENERATOR_SEEDS = ["0", "7", "340282366920938463481821351505477763075", ["1", "2", "3"]]


def entropy(seed):
    return [int(part) for part in seed] if isinstance(seed, list) else int(seed)


def case(fn, generator, seed, n):
    order = generator(entropy(seed)).permutation(n).tolist()
    name = "-".join(seed) if isinstance(seed, list) else seed
    return {"id": f"{fn}-{name}-{n}", "fn": fn, "seed": seed, "n": n, "out_int": order}


def main():
    cases = [case("permutation", np.random.RandomState, seed, n) for seed in LEGACY_SEEDS for n in SIZES]
    cases += [case("generator_permutation", np.random.default_rng, seed, n) for seed in GENERATOR_SEEDS for n in SIZES]
    meta = {
        "numpy": np.__version__,
        "python": platform.python_version(),
        "arch": platform.machine(),
        "generator": "scripts/golden-permutation.py",
        "description": "permutation(n) of np.random.RandomState(seed), and as generator_permutation of np.random.default_rng(seed)",
    }
    lines = ",\n".join(json.dumps(each) for each in cases)
    print(f'{{"meta": {json.dumps(meta)},\n"cases": [\n{lines}\n]}}')


main()
