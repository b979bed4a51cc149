"""Lucent's picture: a spectrum scaled by 1/frequency, decorrelated colours, a sigmoid."""

import torch

COLOURS = torch.tensor([[0.26, 0.09, 0.02], [0.27, 0.0, -0.05], [0.27, -0.09, 0.03]]) / 0.4619524


def fourier_image(pictures, size):
    """Returns the spectrum, a leaf that wants gradients, and the function that makes [pictures, 3, size, size] of it."""
    rows = torch.fft.fftfreq(size).unsqueeze(1)
    columns = torch.fft.rfftfreq(size)
    scale = 1 / torch.clamp(torch.sqrt(rows**2 + columns**2), min=1 / size)
    spectrum = (0.01 * torch.randn(pictures, 3, size, size // 2 + 1, 2)).requires_grad_()

    def to_images():
        scaled = torch.view_as_complex(spectrum) * scale
        planes = torch.fft.irfft2(scaled, s=(size, size), norm="ortho") / 4
        pixels = torch.einsum("oc,pchw->pohw", COLOURS, planes)
        return torch.sigmoid(pixels)

    return spectrum, to_images
