"""One step of feature visualization: image, transforms, network, gradient, Adam.

`cut: false` is Lucent's way: the whole network runs, a hook takes the layer's activation, and the parameters gather
gradients that nobody reads. `cut: true` is the best way: nothing behind the layer, frozen parameters.
"""

import torch

from fourier_image import fourier_image
from serve import serve
from squeezenet import SqueezeNet
from transforms import standard_transforms

MEAN = torch.tensor([0.485, 0.456, 0.406]).view(3, 1, 1)
DEVIATION = torch.tensor([0.229, 0.224, 0.225]).view(3, 1, 1)


def prepare(layer, channel, size, pictures, learningRate, cut, channelsLast):
    layout = torch.channels_last if channelsLast else torch.contiguous_format
    network = SqueezeNet().eval().to(memory_format=layout).requires_grad_(not cut)
    activation = cut_activation(network, layer) if cut else hooked_activation(network, layer)
    spectrum, to_images = fourier_image(pictures, size)
    optimizer = torch.optim.Adam([spectrum], lr=learningRate)

    def step():
        optimizer.zero_grad(set_to_none=True)
        images = (standard_transforms(to_images()) - MEAN) / DEVIATION
        loss = -activation(images.contiguous(memory_format=layout))[:, channel].mean()
        loss.backward()
        optimizer.step()

    return step


def cut_activation(network, layer):
    return lambda images: network(images, last=layer)


def hooked_activation(network, layer):
    kept = {}
    network.layers[layer].register_forward_hook(lambda _module, _inputs, output: kept.update(output=output))

    def activation(images):
        network(images)
        return kept["output"]

    return activation


serve(prepare)
