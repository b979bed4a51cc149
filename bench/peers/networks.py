"""Untrained networks under the names that Kindred has for them."""

from cifar_resnet import CifarResNet
from wide_resnet import WideResNet


def build(architecture, channels, classes):
    if architecture == "resnet20":
        return CifarResNet(20, channels, classes)
    if architecture == "wrn-16-4":
        return WideResNet(16, 4, channels, classes)
    raise ValueError(f'Unknown architecture "{architecture}".')
