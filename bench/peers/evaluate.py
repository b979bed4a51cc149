"""Logits of many images that are in memory already, without gradients, in batches that lie well in the caches.

Folding the normalisations or torch.jit.freeze gained nothing beyond noise.
"""

import torch

from masked_training import random_images
from networks import build
from serve import serve


def prepare(architecture, images, batch, size, channels, classes, channelsLast):
    layout = torch.channels_last if channelsLast else torch.contiguous_format
    model = build(architecture, channels, classes).eval().to(memory_format=layout)
    batches = random_images(images, size, channels).contiguous(memory_format=layout).split(batch)

    @torch.inference_mode()
    def evaluate():
        return torch.cat([model(images) for images in batches])

    return evaluate


serve(prepare)
