"""The outside reference of `npm run bench -- --torch`: PyTorch on one thread does what the suites training, propagation and
products do, and prints the medians as JSON. It refuses to be slow: Debian's PyTorch computes with whatever is installed as
libblas.so.3, and the reference BLAS that comes with it is fourteen times slower than OpenBLAS.
"""

import json
import os
import re
import statistics
import sys
import time

try:
    import torch
except ImportError:
    sys.exit("there is no torch for this Python: install python3-torch and libopenblas0-serial (Debian) or torch (pip)")


def blas():
    """The BLAS that is loaded: the file behind libblas.so.3, or what torch brought along."""
    with open("/proc/self/maps") as maps:
        files = {os.path.realpath(line.split()[-1]) for line in maps if re.search(r"blas|mkl", line)}
    if any(re.search(r"/blas/|/libblas/", file) for file in files):
        sys.exit(f"torch computes with the reference BLAS, {sorted(files)}: put the folder of OpenBLAS in LD_LIBRARY_PATH")
    return sorted(files) or ["built into torch"]


def median_ms(run, warm_up, rounds):
    times = []
    for turn in range(warm_up + rounds):
        start = time.perf_counter()
        run()
        if turn >= warm_up:
            times.append(1000 * (time.perf_counter() - start))
    return statistics.median(times)


def network(widths):
    layers = []
    for fan_in, fan_out in zip(widths, widths[1:]):
        layers += [torch.nn.Linear(fan_in, fan_out), torch.nn.ReLU()]
    return torch.nn.Sequential(*layers[:-1])


def training(batch=128):
    """784-100-100-100-100-10, gradient descent, the loss read at every step."""
    net = network([784, 100, 100, 100, 100, 10])
    optimizer = torch.optim.SGD(net.parameters(), lr=0.01)
    inputs, labels = torch.randn(batch, 784), torch.arange(batch) * 7 % 10

    def step():
        optimizer.zero_grad(set_to_none=True)
        loss = torch.nn.functional.cross_entropy(net(inputs), labels)
        loss.backward()
        optimizer.step()
        return loss.item()

    return median_ms(step, 50, 300)


def propagation(batch=256):
    """50 layers of width 512 with ReLU, forward only."""
    net, inputs = network([512] * 51), torch.randn(batch, 512)
    with torch.no_grad():
        return median_ms(lambda: net(inputs)[0, 0].item(), 2, 11)


def product():
    """256 x 512 times 512 x 512, in 10^9 operations per second."""
    a, b = torch.randn(256, 512), torch.randn(512, 512)
    return 2 * 256 * 512 * 512 / median_ms(lambda: a @ b, 20, 100) / 1e6


torch.set_num_threads(1)
torch.manual_seed(7)
print(json.dumps({"version": torch.__version__, "blas": blas(), "training": training(), "propagation": propagation(), "gflops": product()}))
