"""The wide residual network of Zagoruyko & Komodakis (2016): pre-activated blocks, no dropout."""

import torch.nn.functional as F
from torch import nn


class Block(nn.Module):
    def __init__(self, channels_in, channels, stride):
        super().__init__()
        self.bn1 = nn.BatchNorm2d(channels_in)
        self.conv1 = nn.Conv2d(channels_in, channels, 3, stride, 1, bias=False)
        self.bn2 = nn.BatchNorm2d(channels)
        self.conv2 = nn.Conv2d(channels, channels, 3, 1, 1, bias=False)
        same = channels_in == channels and stride == 1
        self.shortcut = None if same else nn.Conv2d(channels_in, channels, 1, stride, bias=False)

    def forward(self, x):
        active = F.relu(self.bn1(x), inplace=True)
        inner = self.conv2(F.relu(self.bn2(self.conv1(active)), inplace=True))
        return inner.add_(self.shortcut(active) if self.shortcut else x)


class WideResNet(nn.Module):
    def __init__(self, depth, width, channels, classes):
        super().__init__()
        self.conv1 = nn.Conv2d(channels, 16, 3, 1, 1, bias=False)
        blocks, channels_in = [], 16
        for stage in range(3):
            for index in range((depth - 4) // 6):
                wide = 16 * width * 2**stage
                blocks.append(Block(channels_in, wide, 2 if index == 0 and stage > 0 else 1))
                channels_in = wide
        self.blocks = nn.Sequential(*blocks)
        self.bn = nn.BatchNorm2d(channels_in)
        self.linear = nn.Linear(channels_in, classes)

    def forward(self, x):
        x = F.relu(self.bn(self.blocks(self.conv1(x))), inplace=True)
        return self.linear(x.mean((2, 3)))
