"""Dropout that costs a CPU little: eight random bytes per draw instead of one number."""

import torch
from torch import nn


class Dropout(nn.Module):
    """
    Zeroes a share of the values in training. `locked` draws one mask per sequence for all its
    positions (Gal and Ghahramani 2016). The share is rounded to 1/256.
    """

    def __init__(self, share, locked=False):
        super().__init__()
        self.threshold = round(share * 256)
        self.locked = locked

    def forward(self, X):
        if not self.training or self.threshold == 0:
            return X
        B, T, D = X.shape
        shape = (B, 1, D) if self.locked else (B, T, D)
        return X * draw_mask(shape, self.threshold, X)


def draw_mask(shape, threshold, like):
    """A mask of 0 and 1 / (share kept), in the type and on the device of `like`."""
    size = torch.Size(shape).numel()
    words = torch.empty((size + 7) // 8, dtype=torch.int64, device=like.device)
    octets = words.random_(-(2**63), None).view(torch.uint8)[:size]
    return (octets >= threshold).to(like.dtype).mul_(256 / (256 - threshold)).view(shape)
