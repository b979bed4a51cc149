"""The peer's end of the line protocol: one line asks, one line of JSON answers."""

import json
import resource
import sys
import time

import torch

WARM_UPS = 2


def serve(prepare):
    """Takes steps on demand until standard input ends.

    Called as `script.py <threads> <values as JSON>`. `prepare(**values)` returns a function that takes one step; values
    that only the other side needs are left to its `**_`.
    """
    threads, values = int(sys.argv[1]), json.loads(sys.argv[2])
    torch.set_num_threads(threads)
    torch.manual_seed(0)
    begun = time.perf_counter()
    step = prepare(**values)
    step()
    cold_start_ms = milliseconds_since(begun)
    for _ in range(WARM_UPS):
        step()
    answer(coldStartMs=cold_start_ms, versions={"torch": torch.__version__})
    for line in sys.stdin:
        question = line.strip()
        if question == "step":
            begun = time.perf_counter()
            step()
            answer(ms=milliseconds_since(begun))
        elif question == "memory":
            answer(bytes=peak_bytes())
        else:
            raise ValueError(f'Unknown question "{question}": known are step, memory.')


def milliseconds_since(begun):
    return (time.perf_counter() - begun) * 1000


def answer(**values):
    print(json.dumps(values), flush=True)


def peak_bytes():
    """Linux's own high-water mark; getrusage would count what the parent held before this program was started."""
    try:
        with open("/proc/self/status") as status:
            return next(int(line.split()[1]) * 1024 for line in status if line.startswith("VmHWM"))
    except OSError:
        unit = 1 if sys.platform == "darwin" else 1024
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit
