"""Optimisers, the schedule of their rates, and an average of the weights."""

import copy
import math

import torch

from .muon import Muon


def create_optimisers(model, settings):
    """
    AdamW, with decay on matrices only. With `matrix_rate` in the settings, the matrices of the
    transformer's blocks go to Muon instead, which learns as much from a third of the epochs.
    """
    decay = settings["weight_decay"]
    named = dict(model.named_parameters())
    hidden = []
    if "matrix_rate" in settings:
        hidden = [name for name, p in named.items() if name.startswith("block.") and p.ndim == 2]
    matrices = [p for name, p in named.items() if p.ndim >= 2 and name not in hidden]
    vectors = [p for p in named.values() if p.ndim < 2]
    groups = [
        {"params": matrices, "weight_decay": decay},
        {"params": vectors, "weight_decay": 0.0},
    ]
    optimisers = [torch.optim.AdamW(groups, lr=settings["rate"], betas=(0.9, 0.98))]
    if hidden:
        blocks = [named[name] for name in hidden]
        optimisers.append(Muon(blocks, lr=settings["matrix_rate"], weight_decay=decay))
    for optimiser in optimisers:
        for group in optimiser.param_groups:
            group["full_rate"] = group["lr"]
    return optimisers


def set_rates(optimisers, step, steps, warmup, cycles=1):
    share = schedule(step, steps, warmup, cycles)
    for optimiser in optimisers:
        for group in optimiser.param_groups:
            group["lr"] = group["full_rate"] * share


def schedule(step, steps, warmup, cycles=1):
    """
    The share of the full rate: linear from 0 at first, then half a cosine to a fiftieth. Several
    cycles restart it (Loshchilov and Hutter 2017), each from half the rate of the one before.
    """
    if cycles > 1:
        length = math.ceil(steps / cycles)
        return 0.5 ** (step // length) * schedule(step % length, length, warmup)
    if step < warmup:
        return (step + 1) / warmup
    progress = min(1.0, (step - warmup) / max(1, steps - warmup))
    return 0.02 + 0.98 * 0.5 * (1 + math.cos(math.pi * progress))


class AveragedModel:
    """An exponential average of a model's weights (Polyak and Juditsky 1992), for evaluation."""

    def __init__(self, model, decay):
        self.model = copy.deepcopy(model).eval()
        self.decay = decay
        self.updates = 0

    @torch.no_grad()
    def update(self, model):
        self.updates += 1
        # Young averages forget faster, or the first weights would weigh on them for long.
        decay = min(self.decay, self.updates / (self.updates + 10))
        for average, value in zip(self.model.parameters(), model.parameters()):
            average.lerp_(value, 1 - decay)
