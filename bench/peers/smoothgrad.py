"""SmoothGrad (Smilkov et al., 2017): the gradient of each image's class score, averaged over its noisy copies.

All copies of all images go through the network at once; the parameters are frozen, so only the image's gradient is taken.
"""

import torch

from masked_training import random_images
from networks import build
from serve import serve


def prepare(architecture, images, copies, size, channels, classes, deviation, channelsLast):
    layout = torch.channels_last if channelsLast else torch.contiguous_format
    model = build(architecture, channels, classes).eval().requires_grad_(False).to(memory_format=layout)
    batch = random_images(images, size, channels).contiguous(memory_format=layout)
    labels = torch.randint(classes, (images,)).repeat(copies).unsqueeze(1)

    def saliency():
        copied = batch.repeat(copies, 1, 1, 1)
        noisy = copied.add_(torch.randn_like(copied), alpha=deviation).requires_grad_()
        scores = model(noisy).gather(1, labels).sum()
        (gradient,) = torch.autograd.grad(scores, noisy)
        return gradient.view(copies, images, channels, size, size).mean(0)

    return saliency


serve(prepare)
