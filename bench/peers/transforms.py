"""Lucent's standard transforms, each drawn once a step for the whole batch.

Lucent lets a picture grow when it is scaled up. Here it is cropped back around its centre, so that the network sees the
same number of pixels at every step, as Kindred's does.
"""

import math
import random

import torch
import torch.nn.functional as F

SCALES = [1 + (index - 5) / 50 for index in range(11)]
DEGREES = [*range(-10, 11), 0, 0, 0, 0, 0]


def standard_transforms(images, padding):
    padded = F.pad(images, (padding,) * 4, value=0.5)
    return jitter(rotate(scale(jitter(padded, 8), random.choice(SCALES)), random.choice(DEGREES)), 4)


def jitter(images, pixels):
    across, down = random.randrange(pixels), random.randrange(pixels)
    return F.pad(images, (across, -across, down, -down))


def scale(images, factor):
    size = images.shape[-1]
    scaled = round(factor * size)
    before = (size - scaled) // 2
    after = size - scaled - before
    resized = F.interpolate(images, (scaled, scaled), mode="bilinear", align_corners=True)
    return F.pad(resized, (before, after, before, after))


def rotate(images, degrees):
    cos, sin = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    matrix = torch.tensor([[[cos, -sin, 0.0], [sin, cos, 0.0]]]).expand(len(images), 2, 3)
    grid = F.affine_grid(matrix, images.shape, align_corners=True)
    return F.grid_sample(images, grid, mode="bilinear", padding_mode="zeros", align_corners=True)
