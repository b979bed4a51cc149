"""What the rows of training share: a masked step of SGD with Nesterov momentum, as a PyTorch user would write it."""

import torch
import torch.nn.functional as F


def random_images(count, size, channels):
    return torch.randn(count, channels, size, size)


def random_masks(model, sparsity):
    """Prunes that share of every convolution; parameter → mask."""
    return {
        parameter: (torch.rand_like(parameter) >= sparsity).float()
        for parameter in model.parameters()
        if parameter.dim() == 4
    }


def hold(tensors, masks):
    with torch.no_grad():
        torch._foreach_mul_(tensors, masks)


def masked_trainer(model, masks, learningRate, momentum, weightDecay):
    """Returns a function that takes a step on a batch and returns its loss; the optimiser's state is its own."""
    optimizer = torch.optim.SGD(
        model.parameters(),
        lr=learningRate,
        momentum=momentum,
        nesterov=True,
        weight_decay=weightDecay,
        foreach=True,
    )
    pruned, kept = list(masks.keys()), list(masks.values())
    hold(pruned, kept)

    def step(images, labels):
        optimizer.zero_grad(set_to_none=True)
        loss = F.cross_entropy(model(images), labels)
        loss.backward()
        hold([parameter.grad for parameter in pruned], kept)
        optimizer.step()
        hold(pruned, kept)
        return loss.item()

    return step
