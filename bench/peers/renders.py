"""A family's pictures the plain way: one batch of a model after another, all threads on each.

Only what PyTorch gains from its threads is told of this. The networks are cut at the layer and their parameters frozen.
"""

import torch
from torch import nn

from networks import build
from serve import serve
from visualizer import visualizer


def prepare(architecture, channels, classes, models, batches, pictures, blocks, size, padding, learningRate, steps, **_):
    networks = [cut(build(architecture, channels, classes), blocks) for _ in range(models)]
    renderings = [
        visualizer(network, batch, pictures, size, padding, learningRate, torch.contiguous_format)
        for network in networks
        for batch in range(batches)
    ]

    def render():
        for step in renderings:
            for _ in range(steps):
                step()

    return render


def cut(network, blocks):
    """Nothing behind so many blocks."""
    layers = [network.conv1, network.bn1, nn.ReLU(inplace=True), *network.blocks[:blocks]]
    return nn.Sequential(*layers).eval().requires_grad_(False)


serve(prepare)
