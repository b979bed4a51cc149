"""A masked training step on a batch that is in memory already."""

import torch

from masked_training import masked_trainer, random_images, random_masks
from networks import build
from serve import serve


def prepare(architecture, batch, size, channels, classes, sparsity, rates, channelsLast):
    layout = torch.channels_last if channelsLast else torch.contiguous_format
    model = build(architecture, channels, classes).train().to(memory_format=layout)
    step = masked_trainer(model, random_masks(model, sparsity), **rates)
    images = random_images(batch, size, channels).contiguous(memory_format=layout)
    labels = torch.randint(classes, (batch,))
    return lambda: step(images, labels)


serve(prepare)
