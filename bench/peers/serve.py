"""A peer that computes with PyTorch."""

import torch

from line_protocol import speak


def serve(prepare):
    """`prepare(**values)` returns a function that takes one step; values that only the other side needs are left to its `**_`."""

    def on_threads(threads, values):
        torch.set_num_threads(threads)
        torch.manual_seed(0)
        return prepare(**values)

    speak(on_threads, {"torch": torch.__version__})
