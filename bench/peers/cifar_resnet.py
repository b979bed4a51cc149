"""The CIFAR ResNet of He et al. (2015), §4.2, with shortcut option A."""

import torch.nn.functional as F
from torch import nn

WIDTHS = [16, 32, 64]


class Block(nn.Module):
    def __init__(self, channels_in, channels, stride):
        super().__init__()
        self.conv1 = nn.Conv2d(channels_in, channels, 3, stride, 1, bias=False)
        self.bn1 = nn.BatchNorm2d(channels)
        self.conv2 = nn.Conv2d(channels, channels, 3, 1, 1, bias=False)
        self.bn2 = nn.BatchNorm2d(channels)
        self.stride = stride
        self.added = (channels - channels_in) // 2

    def forward(self, x):
        inner = F.relu(self.bn1(self.conv1(x)), inplace=True)
        return F.relu(self.bn2(self.conv2(inner)).add_(self.shortcut(x)), inplace=True)

    def shortcut(self, x):
        """Every second pixel, zero-padded channels."""
        if self.stride == 1:
            return x
        return F.pad(x[:, :, ::2, ::2], (0, 0, 0, 0, self.added, self.added))


class CifarResNet(nn.Module):
    def __init__(self, depth, channels, classes):
        super().__init__()
        self.conv1 = nn.Conv2d(channels, WIDTHS[0], 3, 1, 1, bias=False)
        self.bn1 = nn.BatchNorm2d(WIDTHS[0])
        blocks = []
        for stage, width in enumerate(WIDTHS):
            for index in range((depth - 2) // 6):
                first = index == 0 and stage > 0
                blocks.append(Block(width // 2 if first else width, width, 2 if first else 1))
        self.blocks = nn.Sequential(*blocks)
        self.linear = nn.Linear(WIDTHS[-1], classes)

    def forward(self, x):
        x = self.blocks(F.relu(self.bn1(self.conv1(x)), inplace=True))
        return self.linear(x.mean((2, 3)))
