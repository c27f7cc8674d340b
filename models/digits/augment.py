"""Random turns, scales, slants, shifts, elastic bends (Simard et al., 2003) and stroke widths."""

import math

import torch
from torch.nn import functional as F


def distort(X, settings, draw):
    """X [B, 1, 28, 28] → as many pictures, each distorted in its own way."""
    B, _, size, _ = X.shape
    spread = lambda *shape: torch.rand(*shape, generator=draw) * 2 - 1  # noqa: E731
    angle = spread(B) * math.radians(settings["rotation"])
    scale = torch.exp(spread(B, 2) * math.log(1 + settings["scale"]))
    slant = spread(B) * settings["shear"]
    pixel = 2 / size  # of grid_sample's −1 … 1
    theta = torch.zeros(B, 2, 3)
    theta[:, 0, 0] = scale[:, 0] * angle.cos()
    theta[:, 0, 1] = scale[:, 0] * (slant - angle.sin())
    theta[:, 1, 0] = scale[:, 1] * angle.sin()
    theta[:, 1, 1] = scale[:, 1] * angle.cos()
    theta[:, :, 2] = spread(B, 2) * settings["shift"] * pixel
    grid = F.affine_grid(theta, list(X.shape), align_corners=False)
    bend = F.interpolate(spread(B, 2, 6, 6), size=size, mode="bicubic", align_corners=False)
    grid = grid + bend.permute(0, 2, 3, 1) * settings["elastic"] * pixel
    bent = F.grid_sample(X, grid, align_corners=False)
    return change_width(bent, settings["width"], draw)


def change_width(X, share, draw):
    """Thickens or thins the strokes of a share of the pictures by up to a pixel."""
    amount = torch.rand(len(X), 1, 1, 1, generator=draw)
    choice = torch.rand(len(X), 1, 1, 1, generator=draw)
    thick = F.max_pool2d(X, 3, stride=1, padding=1)
    thin = -F.max_pool2d(-X, 2, stride=1, padding=1)[:, :, :-1, :-1]
    X = torch.where(choice < share, X + amount * (thick - X), X)
    return torch.where(choice > 1 - share / 2, X + amount * (thin - X), X)
