"""Runs the programs that scripts/take-home.ts prints in PyTorch, and prints what came out: tests/take-home.jsonl.

    node scripts/take-home.ts | python3 scripts/run-take-home.py > tests/take-home.jsonl

Each program runs in public/data/, where digits.bin lies. Kept are the SHA-256 of the program, so that a test notices when a
program was changed and not run again, the SHA-256 of the weights that it drew, its results, and what it printed.
"""

import contextlib
import hashlib
import io
import json
import math
import os
import pathlib
import sys

from torch_machine import machine

COMMAND = "node scripts/take-home.ts | python3 scripts/run-take-home.py > tests/take-home.jsonl"


def described(tensor):
    values = tensor.detach().contiguous().numpy()
    assert values.dtype == "float32", values.dtype
    return {"shape": values.shape, "sha256": hashlib.sha256(values.astype("<f4").tobytes()).hexdigest()}


def rounded(results):
    """Nine digits tell every float32 from the next one; JSON has no infinities."""
    if isinstance(results, (list, tuple)):
        return [rounded(result) for result in results]
    return float(f"{results:.9g}") if math.isfinite(results) else str(results)


def run(case):
    variables = {}
    with contextlib.redirect_stdout(io.StringIO()) as output:
        exec(case["code"], variables)
    results = rounded(eval(case["results"], variables))
    weights = [described(tensor) for tensor in eval(case["weights"], variables)]
    return {"experiment": case["experiment"], "values": case["values"],
            "sha256": hashlib.sha256(case["code"].encode()).hexdigest(),
            "weights": weights, "results": results, "output": output.getvalue()}


os.chdir(pathlib.Path(__file__).parent.parent / "public" / "data")
print(json.dumps({"meta": {**machine(), "command": COMMAND}}))
for line in sys.stdin:
    print(json.dumps(run(json.loads(line)), ensure_ascii=False), flush=True)
