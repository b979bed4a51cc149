"""The peer's end of the line protocol: one line asks, one line of JSON answers."""

import hashlib
import json
import resource
import sys
import time

WARM_UPS = 2


def speak(prepare, versions):
    """Takes steps on demand until standard input ends.

    Called as `script.py <threads> <values as JSON>`. `prepare(threads, values)` returns a function that takes one step. A
    step that returns text must return the same text on both sides: its digest is told.
    """
    begun = time.perf_counter()
    step = prepare(int(sys.argv[1]), json.loads(sys.argv[2]))
    result = step()
    cold_start_ms = milliseconds_since(begun)
    for _ in range(WARM_UPS):
        step()
    digest = {"digest": hashlib.sha256(result.encode()).hexdigest()} if isinstance(result, str) else {}
    answer(coldStartMs=cold_start_ms, versions=versions, **digest)
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
