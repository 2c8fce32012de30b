"""Prints public/golden/torch_seed_7.json: what PyTorch itself draws after torch.manual_seed(7).

    python3 scripts/golden-seed-7.py > public/golden/torch_seed_7.json

Needs PyTorch on an x86 machine with AVX2 and nothing else. The format is explained in public/golden/README.md.
"""

import hashlib
import json
import platform
import struct

import torch
from torch.nn import init

from torch_machine import cpu_capability, torch_version

SIZES = [784, 100, 100, 100, 100, 10]
LONGEST_IN_FULL = 1024


def hex_digits(values):
    return "".join(struct.pack(">f", value).hex() for value in values)


def part(values):
    return {"bits": hex_digits(values), "values": [float(format(value, ".9g")) for value in values]}


def array(tensor):
    values = tensor.detach().flatten().tolist()
    described = {"dtype": "f32", "shape": list(tensor.shape), "n": len(values)}
    if len(values) <= LONGEST_IN_FULL:
        return {**described, **part(values)}
    digest = hashlib.sha256(struct.pack(f"<{len(values)}f", *values)).hexdigest()
    return {**described, "sha256": digest, "head": part(values[:24]), "tail": part(values[-24:])}


def next_u24():
    return int(torch.rand(1).item() * 2**24)


def one(name, shape, **args):
    torch.manual_seed(7)
    tensor = getattr(init, name)(torch.empty(shape), **args)
    return {"id": f"seed-7-{name}", "fn": name, "seed": "7", "shape": shape, "args": args,
            "out": array(tensor), "next_u24": next_u24()}


def several(case_id, name, shapes):
    torch.manual_seed(7)
    outs = [array(getattr(init, name)(torch.empty(shape))) for shape in shapes]
    return {"id": case_id, "seed": "7", "ops": [[name, shape] for shape in shapes], "outs": outs, "next_u24": next_u24()}


def linear_layers(case_id):
    torch.manual_seed(7)
    layers = [torch.nn.Linear(fan_in, fan_out) for fan_in, fan_out in zip(SIZES, SIZES[1:])]
    outs = [array(parameter) for layer in layers for parameter in (layer.weight, layer.bias)]
    return {"id": case_id, "seed": "7", "ops": [["Linear", [layer.out_features, layer.in_features]] for layer in layers],
            "outs": outs, "next_u24": next_u24()}


def randn(seed, shape):
    torch.manual_seed(seed)
    return {"id": f"randn-{seed}", "fn": "randn", "seed": str(seed), "shape": shape, "args": {},
            "out": array(torch.randn(*shape)), "next_u24": next_u24()}


def main():
    first = [SIZES[1], SIZES[0]]
    cases = [
        one("kaiming_normal_", first),
        one("xavier_normal_", first),
        one("xavier_uniform_", first),
        one("normal_", first, mean=0.0, std=0.01),
        several("seed-7-network-he", "kaiming_normal_", [[b, a] for a, b in zip(SIZES, SIZES[1:])]),
        linear_layers("seed-7-network-default"),
        several("seed-7-square-he", "kaiming_normal_", [[128, 128]] * 3),
        randn(-1, [128, 128]),
    ]
    meta = {
        "torch": torch_version(),
        "python": platform.python_version(),
        "arch": platform.machine(),
        "torch_cpu_capability": cpu_capability(),
        "generator": "scripts/golden-seed-7.py",
        "description": "the first weights of the course's networks at seed 7, as PyTorch draws them",
    }
    lines = ",\n".join(json.dumps(case) for case in cases)
    print(f'{{"meta": {json.dumps(meta)},\n"cases": [\n{lines}\n]}}')


main()
