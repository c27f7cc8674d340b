"""Weights in 8 bits: one scale per row, symmetric around zero."""

import numpy as np

LARGEST = 127


def quantise_rows(W):
    """W: [R, C] float → (integers [R, C] int8, scales [R] float32), W ≈ integers · scale."""
    peak = np.abs(W).max(axis=1)
    scales = np.where(peak > 0, peak / LARGEST, 1.0).astype(np.float32)
    integers = np.clip(np.rint(W / scales[:, None]), -LARGEST, LARGEST).astype(np.int8)
    return integers, scales


def dequantise_rows(integers, scales):
    """The float32 numbers that every engine computes with: [R, C]."""
    return integers.astype(np.float32) * scales[:, None]


def is_quantised(W):
    """Matrices ship as integers; vectors are few and ship as float32."""
    return W.ndim > 1
