"""A family tuned the plain way: one child after another, all threads on each."""

import torch

from masked_training import masked_trainer, random_images, random_masks
from networks import build
from serve import serve


def prepare(architecture, batch, size, channels, classes, sparsity, rates, children, steps, channelsLast):
    layout = torch.channels_last if channelsLast else torch.contiguous_format
    model = build(architecture, channels, classes).train().to(memory_format=layout)
    parent = {name: tensor.clone() for name, tensor in model.state_dict().items()}
    masks = [random_masks(model, sparsity) for _ in range(children)]
    images = random_images(batch, size, channels).contiguous(memory_format=layout)
    labels = torch.randint(classes, (batch,))

    def tune_family():
        for mask in masks:
            model.load_state_dict(parent)
            step = masked_trainer(model, mask, **rates)
            for _ in range(steps):
                step(images, labels)

    return tune_family


serve(prepare)
