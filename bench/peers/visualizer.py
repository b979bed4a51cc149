"""What the rows of pictures share: one step of feature visualization: image, transforms, network, gradient, Adam."""

import torch

from fourier_image import fourier_image
from transforms import standard_transforms

MEAN = torch.tensor([0.485, 0.456, 0.406]).view(3, 1, 1)
DEVIATION = torch.tensor([0.229, 0.224, 0.225]).view(3, 1, 1)


def visualizer(activation, channel, pictures, size, padding, learningRate, layout):
    """Returns a function that takes a step; `activation` makes [pictures, channels, height, width] of images."""
    spectrum, to_images = fourier_image(pictures, size)
    optimizer = torch.optim.Adam([spectrum], lr=learningRate)

    def step():
        optimizer.zero_grad(set_to_none=True)
        images = (standard_transforms(to_images(), padding) - MEAN) / DEVIATION
        loss = -activation(images.contiguous(memory_format=layout))[:, channel].mean()
        loss.backward()
        optimizer.step()

    return step
