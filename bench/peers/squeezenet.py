"""SqueezeNet 1.0 (Iandola et al., 2016)."""

import torch
import torch.nn.functional as F
from torch import nn

# Squeeze and expand channels of fire2 … fire9.
FIRES = [(16, 64), (16, 64), (32, 128), (32, 128), (48, 192), (48, 192), (64, 256), (64, 256)]
POOLED_AFTER = {"conv1", "fire4", "fire8"}


class Fire(nn.Module):
    def __init__(self, channels_in, squeeze, expand):
        super().__init__()
        self.squeeze = nn.Conv2d(channels_in, squeeze, 1)
        self.expand1x1 = nn.Conv2d(squeeze, expand, 1)
        self.expand3x3 = nn.Conv2d(squeeze, expand, 3, padding=1)

    def forward(self, x):
        x = F.relu(self.squeeze(x), inplace=True)
        return torch.cat([F.relu(self.expand1x1(x), inplace=True), F.relu(self.expand3x3(x), inplace=True)], 1)


class SqueezeNet(nn.Module):
    def __init__(self, classes=1000):
        super().__init__()
        layers = [("conv1", nn.Sequential(nn.Conv2d(3, 96, 7, 2), nn.ReLU(inplace=True)))]
        channels_in = 96
        for number, (squeeze, expand) in enumerate(FIRES, start=2):
            layers.append((f"fire{number}", Fire(channels_in, squeeze, expand)))
            channels_in = 2 * expand
        layers.append(("conv10", nn.Sequential(nn.Conv2d(channels_in, classes, 1), nn.ReLU(inplace=True))))
        self.layers = nn.ModuleDict(layers)

    def forward(self, x, last=None):
        """Logits, or the activation of the layer `last`, behind which nothing is computed."""
        for name, layer in self.layers.items():
            x = layer(x)
            if name == last:
                return x
            if name in POOLED_AFTER:
                x = F.max_pool2d(x, 3, 2, ceil_mode=True)
        return x.mean((2, 3))
