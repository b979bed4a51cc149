"""One step of feature visualization through SqueezeNet.

`cut: false` is Lucent's way: the whole network runs, a hook takes the layer's activation, and the parameters gather
gradients that nobody reads. `cut: true` is the best way: nothing behind the layer, frozen parameters.
"""

import torch

from serve import serve
from squeezenet import SqueezeNet
from visualizer import visualizer

# Lucent's, in pixels.
PADDING = 12


def prepare(layer, channel, size, pictures, learningRate, cut, channelsLast):
    layout = torch.channels_last if channelsLast else torch.contiguous_format
    network = SqueezeNet().eval().to(memory_format=layout).requires_grad_(not cut)
    activation = cut_activation(network, layer) if cut else hooked_activation(network, layer)
    return visualizer(activation, channel, pictures, size, PADDING, learningRate, layout)


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
