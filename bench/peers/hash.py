"""Five hashes a picture by the steps of imagehash 4.3: Pillow resizes, SciPy and PyWavelets transform, NumPy compares.

As in imagehash, each hash starts from the picture itself. Threads make no difference: nothing here is parallel.
"""

import numpy
import PIL
import pywt
import scipy
from PIL import Image
from scipy.fftpack import dct

from line_protocol import speak

SIDE = 8
HUES = 6


def average_hash(image):
    pixels = numpy.asarray(image.convert("L").resize((SIDE, SIDE), Image.LANCZOS))
    return pixels > numpy.mean(pixels)


def perceptual_hash(image):
    pixels = numpy.asarray(image.convert("L").resize((4 * SIDE, 4 * SIDE), Image.LANCZOS))
    low = dct(dct(pixels, axis=0), axis=1)[:SIDE, :SIDE]
    return low > numpy.median(low)


def difference_hash(image):
    pixels = numpy.asarray(image.convert("L").resize((SIDE + 1, SIDE), Image.LANCZOS))
    return pixels[:, 1:] > pixels[:, :-1]


def wavelet_hash(image):
    scale = max(2 ** int(numpy.log2(min(image.size))), SIDE)
    levels = int(numpy.log2(scale))
    pixels = numpy.asarray(image.convert("L").resize((scale, scale), Image.LANCZOS)) / 255.0
    coefficients = list(pywt.wavedec2(pixels, "haar", level=levels))
    coefficients[0] *= 0
    centred = pywt.waverec2(coefficients, "haar")
    # Rounded, which imagehash does not: equal blocks shall be equal, as they are in ours, whatever the noise of floats.
    low = numpy.round(pywt.wavedec2(centred, "haar", level=levels - int(numpy.log2(SIDE)))[0], 6)
    return low > numpy.median(low)


def color_hash(image, binbits=3):
    intensity = numpy.asarray(image.convert("L")).flatten()
    hue, saturation, _ = [numpy.asarray(band).flatten() for band in image.convert("HSV").split()]
    black = intensity < 256 // 8
    grey = saturation < 256 // 3
    colored = numpy.logical_and(~black, ~grey)
    faint = numpy.logical_and(colored, saturation < 256 * 2 // 3)
    bright = numpy.logical_and(colored, saturation > 256 * 2 // 3)
    edges = numpy.linspace(0, 255, HUES + 1)
    counts = [count for some in (faint, bright) for count in numpy.histogram(hue[some], bins=edges)[0]]
    levels = 2**binbits
    fractions = [black.mean(), numpy.logical_and(~black, grey).mean()]
    fractions += [count / max(1, colored.sum()) for count in counts]
    values = [min(levels - 1, int(fraction * levels)) for fraction in fractions]
    return numpy.array(
        [value // 2 ** (binbits - i - 1) % 2 ** (binbits - i) > 0 for value in values for i in range(binbits)]
    )


HASHES = (average_hash, perceptual_hash, difference_hash, wavelet_hash, color_hash)


def prepare(_threads, values):
    images = [Image.fromarray(picture(index, **values)) for index in range(values["pictures"])]

    def hash_all():
        bits = numpy.concatenate([a_hash(image).flatten() for image in images for a_hash in HASHES])
        return "".join(map(str, bits.astype(numpy.uint8)))

    return hash_all


def picture(index, size, cell, **_):
    """Random colours on a lattice and bilinear between them, in whole numbers: what `works/hash.ts` draws."""
    side = size // cell + 1
    places = numpy.arange(side * side * 3, dtype=numpy.uint32) + numpy.uint32(index * side * side * 3)
    lattice = (mixed(places) >> 24).astype(numpy.int32).reshape(side, side, 3)
    share = numpy.arange(size, dtype=numpy.int32) % cell
    from_, right = numpy.arange(size) // cell, share[None, :, None]
    down = share[:, None, None]
    top = lattice[from_][:, from_] * (cell - right) + lattice[from_][:, from_ + 1] * right
    bottom = lattice[from_ + 1][:, from_] * (cell - right) + lattice[from_ + 1][:, from_ + 1] * right
    return ((top * (cell - down) + bottom * down) // cell**2).astype(numpy.uint8)


def mixed(bits):
    bits = (bits ^ (bits >> 15)) * numpy.uint32(0x2C1B3C6D)
    bits = (bits ^ (bits >> 12)) * numpy.uint32(0x297A2D39)
    return bits ^ (bits >> 15)


speak(prepare, {"pillow": PIL.__version__, "numpy": numpy.__version__, "scipy": scipy.__version__, "pywavelets": pywt.__version__})
