"""SmoothGrad (Smilkov et al., 2017): the gradient of each image's class score, averaged over its noisy copies.

The parameters are frozen, so only the images' gradients are taken. `batch` copies go through the network at once: 40
lie better in the caches than all of 160.
"""

import torch

from masked_training import random_images
from networks import build
from serve import serve


def prepare(architecture, images, copies, batch, size, channels, classes, deviation, channelsLast):
    layout = torch.channels_last if channelsLast else torch.contiguous_format
    model = build(architecture, channels, classes).eval().requires_grad_(False).to(memory_format=layout)
    originals = random_images(images, size, channels).contiguous(memory_format=layout)
    labels = torch.randint(classes, (images,)).repeat(copies).unsqueeze(1)

    def gradients_of(noisy, labels):
        noisy.requires_grad_()
        return torch.autograd.grad(model(noisy).gather(1, labels).sum(), noisy)[0]

    def saliency():
        copied = originals.repeat(copies, 1, 1, 1)
        noisy = copied.add_(torch.randn_like(copied), alpha=deviation)
        gradients = torch.cat([gradients_of(*some) for some in zip(noisy.split(batch), labels.split(batch))])
        return gradients.view(copies, images, channels, size, size).mean(0)

    return saliency


serve(prepare)
