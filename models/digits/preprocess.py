"""
What the drawing pad does to a picture before the network sees it, as demos/digits/preprocess.ts:
crop to the ink, scale the longer side to 20 pixels, put the centre of mass into the middle of
28 × 28. MNIST was made the same way (LeCun et al., 1998).
"""

import numpy as np

SIZE, BOX, THRESHOLD = 28, 20, 0.1


def centre_digit(ink):
    """ink [H, W] in 0 … 1 → [28, 28]. Without ink: zeros."""
    ys, xs = np.nonzero(ink > THRESHOLD)
    if ys.size == 0:
        return np.zeros((SIZE, SIZE), np.float32)
    crop = ink[ys.min() : ys.max() + 1, xs.min() : xs.max() + 1].astype(np.float64)
    height, width = crop.shape
    scale = BOX / max(height, width)
    total = crop.sum()
    y = crop.sum(1) @ (np.arange(height) + 0.5) / total
    x = crop.sum(0) @ (np.arange(width) + 0.5) / total
    return (overlaps(height, y, scale) @ crop @ overlaps(width, x, scale).T).astype(np.float32)


def overlaps(length, centre, scale):
    """[28, length]: which share of each output pixel every input pixel covers."""
    start = (np.arange(SIZE)[:, None] - SIZE / 2) / scale + centre
    pixel = np.arange(length)[None, :]
    shared = np.minimum(start + 1 / scale, pixel + 1) - np.maximum(start, pixel)
    return np.maximum(shared, 0) * scale


def centre_digits(X):
    """[N, H, W] → [N, 28, 28]."""
    return np.stack([centre_digit(image) for image in X])
