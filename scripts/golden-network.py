"""Prints tests/golden/torch_network.json: what networks do in PyTorch, forward, backward and in training.

    python3 scripts/golden-network.py > tests/golden/torch_network.json

Needs PyTorch on an x86 machine with AVX2 and public/data/digits.bin. tests/golden/README.md explains the format. It takes a minute.
"""

import gzip
import hashlib
import json
import pathlib
import struct

import torch
import torch.nn.functional as F
from torch import nn
from torch.nn import init

from torch_machine import machine

DIGITS = pathlib.Path(__file__).parent.parent / "public" / "data" / "digits.bin"
DIGITS_WIDTHS = [784, 100, 100, 100, 100, 10]

STARTS = {
    "zero": init.zeros_,
    "normal1": lambda w: init.normal_(w, 0.0, 1.0),
    "normal001": lambda w: init.normal_(w, 0.0, 0.01),
    "lecunNormal": lambda w: init.kaiming_normal_(w, nonlinearity="linear"),
    "xavierNormal": init.xavier_normal_,
    "xavierUniform": init.xavier_uniform_,
    "heNormal": lambda w: init.kaiming_normal_(w, nonlinearity="relu"),
    "heUniform": lambda w: init.kaiming_uniform_(w, nonlinearity="relu"),
    "torchDefault": None,  # what nn.Linear does by itself
}
ACTIVATIONS = {
    "linear": nn.Identity(),
    "relu": nn.ReLU(),
    "tanh": nn.Tanh(),
    "sigmoid": nn.Sigmoid(),
    "hardTanh": nn.Hardtanh(),
    "leakyRelu": nn.LeakyReLU(0.01),
    "elu": nn.ELU(),
    "selu": nn.SELU(),
    "gelu": nn.GELU(),
    "silu": nn.SiLU(),
    "softplus": nn.Softplus(threshold=1000),  # PyTorch's own threshold, 20, makes it linear from there on
}


def draw_layer(start, fan_in, fan_out):
    if start == "torchDefault":
        return nn.Linear(fan_in, fan_out)
    layer = nn.utils.skip_init(nn.Linear, fan_in, fan_out)
    STARTS[start](layer.weight)
    init.zeros_(layer.bias)
    return layer


def draw_layers(start, widths, seed):
    torch.manual_seed(seed)
    return [draw_layer(start, fan_in, fan_out) for fan_in, fan_out in zip(widths, widths[1:])]


def network(layers, activation):
    parts = [part for layer in layers for part in (layer, ACTIVATIONS[activation])]
    return nn.Sequential(*parts[:-1])


def draw_inputs(*shape):
    torch.manual_seed(-1)
    return torch.randn(*shape)


def read_digits():
    with gzip.open(DIGITS) as file:
        content = bytearray(file.read())
    train, test, pixels = struct.unpack("<3I", content[4:16])
    labels = torch.frombuffer(content, dtype=torch.uint8, offset=16, count=train + test).long()
    images = torch.frombuffer(content, dtype=torch.uint8, offset=16 + train + test).reshape(train + test, pixels)
    return images[:train] / 255, labels[:train]


def digest(tensor):
    values = tensor.detach().flatten().tolist()
    return hashlib.sha256(struct.pack(f"<{len(values)}f", *values)).hexdigest()


def number(value):
    """Nine digits are enough to tell every float32 from the next one; JSON has no infinities."""
    return float(format(value, ".9g")) if abs(value) < float("inf") else str(value)


def numbers(tensor):
    return [number(value) for value in tensor.detach().flatten().tolist()]


def second_moments(start, activation, depth, width, batch=32, seed=7):
    x = draw_inputs(batch, width)
    moments = [x.double().square().mean().item()]
    with torch.no_grad():
        for layer in draw_layers(start, [width] * (depth + 1), seed):
            z = layer(x)
            moments.append(z.double().square().mean().item())
            x = ACTIVATIONS[activation](z)
    return {"start": start, "activation": activation, "depth": depth, "width": width, "batch": batch, "seed": seed,
            "q": [number(q) for q in moments]}


def described(gradient):
    """All of a small gradient; of a large one a sample, the sums of its rows and of its columns: no entry goes unseen."""
    if gradient.numel() <= 400:
        return {"all": numbers(gradient)}
    stride = gradient.numel() // 150
    exact = gradient.double()
    return {"largest": number(gradient.abs().max().item()), "norm": number(exact.norm().item()), "stride": stride,
            "sample": numbers(gradient.flatten()[::stride]), "rows": numbers(exact.sum(1)), "columns": numbers(exact.sum(0))}


def gradients(start, activation, widths, batch, seed=7):
    if widths[0] == 784:
        x, labels = (part[:batch] for part in read_digits())
    else:
        x, labels = draw_inputs(batch, widths[0]), torch.arange(batch) % widths[-1]
    layers = draw_layers(start, widths, seed)
    loss = F.cross_entropy(network(layers, activation)(x), labels)
    loss.backward()
    return {"start": start, "activation": activation, "widths": widths, "batch": batch, "seed": seed, "loss": number(loss.item()),
            "layers": [{"weightsSha256": digest(layer.weight), "biasSha256": digest(layer.bias),
                        "weights": described(layer.weight.grad), "bias": described(layer.bias.grad)} for layer in layers]}


def losses(start, activation, dtype, steps=200, batch=100, rate=0.1, seed=7):
    images, labels = read_digits()
    model = network(draw_layers(start, DIGITS_WIDTHS, seed), activation).to(dtype)
    optimizer = torch.optim.SGD(model.parameters(), lr=rate)
    result = []
    for step in range(steps):
        picked = torch.arange(step * batch, (step + 1) * batch) % len(labels)
        loss = F.cross_entropy(model(images[picked].to(dtype)), labels[picked])
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        result.append(loss.item())
    return result


def curve(start, activation):
    return {"start": start, "activation": activation, "loss": numbers(torch.tensor(losses(start, activation, torch.float32))),
            "float64": [float(format(loss, ".12g")) for loss in losses(start, activation, torch.float64)]}


def activation_case(name):
    """Values and derivatives on both sides of every bend, and far out; in float64, the truth that float32 rounds."""
    steps = torch.arange(-60, 61) / 8
    z = torch.cat([steps, torch.tensor([-100.0, -30.0, -20.5, 20.5, 30.0, 100.0])]).double().requires_grad_()
    value = ACTIVATIONS[name](z)
    value.sum().backward()
    return {"activation": name, "z": numbers(z), "value": [float(f"{v:.15g}") for v in value.tolist()],
            "derivative": [float(f"{v:.15g}") for v in z.grad.tolist()]}


def mean_squared_error():
    torch.manual_seed(7)
    output, target = torch.randn(4, 5, requires_grad=True), torch.randn(4, 5)
    loss = F.mse_loss(output, target)
    loss.backward()
    return {"output": numbers(output), "target": numbers(target), "loss": number(loss.item()), "gradient": numbers(output.grad)}


def optimizer_case(make, name):
    """Five steps on one layer; the gradients are drawn, so that nothing but the optimizer is compared."""
    torch.manual_seed(7)
    layer = nn.Linear(5, 4)
    optimizer = make(layer.parameters())
    steps = []
    for _ in range(5):
        layer.weight.grad, layer.bias.grad = torch.randn(4, 5), torch.randn(4)
        optimizer.step()
        steps.append({"weights": numbers(layer.weight), "bias": numbers(layer.bias)})
    return {"optimizer": name, "steps": steps}


def clipping(largest):
    torch.manual_seed(7)
    layer = nn.Linear(5, 4)
    layer.weight.grad, layer.bias.grad = torch.randn(4, 5), torch.randn(4)
    norm = nn.utils.clip_grad_norm_(layer.parameters(), largest)
    return {"largest": largest, "norm": number(norm.item()), "weights": numbers(layer.weight.grad), "bias": numbers(layer.bias.grad)}


def normalization(kind):
    torch.manual_seed(7)
    x, slope = torch.randn(8, 6).mul(3).add(2).requires_grad_(), torch.randn(8, 6)
    layer = nn.BatchNorm1d(6) if kind == "batch" else nn.LayerNorm(6)
    init.normal_(layer.weight)
    init.normal_(layer.bias)
    y = layer(x)
    y.backward(slope)
    return {"kind": kind, "x": numbers(x), "slope": numbers(slope), "scale": numbers(layer.weight), "shift": numbers(layer.bias),
            "y": numbers(y), "xGradient": numbers(x.grad), "scaleGradient": numbers(layer.weight.grad),
            "shiftGradient": numbers(layer.bias.grad)}


SMALL = [([6, 5, 4, 3], 4), ([12, 16, 16, 10], 8)]


def sections():
    yield "secondMoments", [
        second_moments("heNormal", "relu", 50, 128),
        second_moments("xavierNormal", "relu", 30, 128),
        second_moments("xavierNormal", "tanh", 50, 128),
        second_moments("lecunNormal", "linear", 50, 100),
        second_moments("normal001", "tanh", 10, 256),
        second_moments("normal1", "relu", 12, 64),
        second_moments("torchDefault", "sigmoid", 20, 128),
        second_moments("heUniform", "leakyRelu", 40, 99),
        second_moments("xavierUniform", "gelu", 20, 512, batch=8),
        second_moments("lecunNormal", "selu", 30, 3, batch=4),
    ]
    yield "gradients", [gradients(start, activation, widths, batch) for activation in ("relu", "tanh", "sigmoid")
                        for start in ("heNormal", "torchDefault") for widths, batch in SMALL] + [
        gradients("heNormal", "relu", DIGITS_WIDTHS, 100),
        gradients("xavierNormal", "tanh", DIGITS_WIDTHS, 100),
        gradients("torchDefault", "sigmoid", DIGITS_WIDTHS, 100),
    ]
    yield "curves", [curve(start, activation) for start in ("heNormal", "xavierNormal", "normal001")
                     for activation in ("relu", "tanh", "sigmoid")]
    yield "activations", [activation_case(name) for name in ACTIVATIONS]
    yield "meanSquaredError", [mean_squared_error()]
    yield "optimizers", [
        optimizer_case(lambda parameters: torch.optim.SGD(parameters, lr=0.1), "sgd"),
        optimizer_case(lambda parameters: torch.optim.SGD(parameters, lr=0.1, momentum=0.9), "momentum"),
        optimizer_case(lambda parameters: torch.optim.Adam(parameters, lr=0.01), "adam"),
    ]
    yield "clipping", [clipping(0.5), clipping(100.0)]
    yield "normalization", [normalization("batch"), normalization("layer")]


def main():
    meta = {**machine(), "command": "python3 scripts/golden-network.py > tests/golden/torch_network.json",
            "digits": digest_of_digits()}
    print(f'{{"meta": {json.dumps(meta)}', end="")
    for name, cases in sections():
        lines = ",\n".join(json.dumps(case) for case in cases)
        print(f',\n"{name}": [\n{lines}\n]', end="")
    print("}")


def digest_of_digits():
    with gzip.open(DIGITS) as file:
        return hashlib.sha256(file.read()).hexdigest()


main()
