"""AdamW with decay on matrices only, a cosine schedule, and an average of the weights."""

import copy
import math

import torch


def create_optimiser(model, rate, weight_decay):
    matrices = [p for p in model.parameters() if p.ndim >= 2]
    vectors = [p for p in model.parameters() if p.ndim < 2]
    groups = [
        {"params": matrices, "weight_decay": weight_decay},
        {"params": vectors, "weight_decay": 0.0},
    ]
    return torch.optim.AdamW(groups, lr=rate, betas=(0.9, 0.98))


def rate_at(step, steps, rate, warmup):
    """Linear from 0 over the warm-up, then half a cosine down to a fiftieth."""
    if step < warmup:
        return rate * (step + 1) / warmup
    progress = min(1.0, (step - warmup) / max(1, steps - warmup))
    return rate * (0.02 + 0.98 * 0.5 * (1 + math.cos(math.pi * progress)))


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
