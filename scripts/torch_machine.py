"""What a recorded output of PyTorch must say about the machine that it came from."""

import platform
import shutil
import subprocess

import torch


def torch_version():
    """Debian's PyTorch 1.13.1 calls itself 1.13.0a0; the package that it came in knows better."""
    if shutil.which("dpkg-query") is None or not torch.__file__.startswith("/usr/lib/python3/"):
        return torch.__version__
    query = ["dpkg-query", "--show", "--showformat=${Version}", "python3-torch"]
    package = subprocess.run(query, capture_output=True, text=True, check=True).stdout
    return f"{package.split('+')[0]} (Debian {package})"


def cpu_capability():
    line = next(line for line in torch.__config__.show().splitlines() if "CPU capability usage" in line)
    return line.split(":")[1].strip()


def machine():
    return {"torch": torch_version(), "python": platform.python_version(), "arch": platform.machine(),
            "torch_cpu_capability": cpu_capability(), "torch_threads": torch.get_num_threads()}
