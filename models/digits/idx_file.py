"""IDX files, the format of MNIST: big-endian sizes, then bytes. Gzipped or plain."""

import gzip
from pathlib import Path

import numpy as np

IMAGES, LABELS = 0x803, 0x801


def read_idx(path, magic):
    """uint8 array of the file's shape. Raises ValueError for another kind or a broken file."""
    data = Path(path).read_bytes()
    if data[:2] == b"\x1f\x8b":
        data = gzip.decompress(data)
    found = int.from_bytes(data[:4], "big")
    if found != magic:
        raise ValueError(f"invalid {path}: it begins with {found:#x}, expected {magic:#x}")
    dimensions = magic & 0xFF
    shape = tuple(np.frombuffer(data, ">u4", dimensions, 4).tolist())
    values = np.frombuffer(data, np.uint8, offset=4 + 4 * dimensions)
    if values.size != np.prod(shape):
        raise ValueError(f"invalid {path}: {values.size} bytes of content for shape {shape}")
    return values.reshape(shape)


def read_digits(images, labels):
    """images [N, 28, 28] in 0 … 1 and labels [N]."""
    X = read_idx(images, IMAGES).astype(np.float32) / 255
    y = read_idx(labels, LABELS).astype(np.int64)
    if len(X) != len(y):
        raise ValueError(f"ambiguous data: {len(X)} images and {len(y)} labels")
    return X, y
