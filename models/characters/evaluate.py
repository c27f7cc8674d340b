"""Bits per character over all characters of a text, line ends included."""

import math

import torch
import torch.nn.functional as F

from .batches import IGNORED, line_batches
from .corpus import START_TOKEN


@torch.no_grad()
def bits_per_character(model, texts, unit, device="cpu"):
    """
    texts: lists of tokens. "line": each from an empty context. "stream": one text; a recurrent
    model carries its state through, a transformer sees at least half a context of what went before.
    """
    was_training = model.training
    model.eval()
    if unit == "line":
        nats, count = score_lines(model, texts, device)
    elif "context" in model.config:
        nats, count = score_windows(model, texts[0], device)
    else:
        nats, count = score_carried(model, texts[0], device)
    model.train(was_training)
    return nats / count / math.log(2)


def score_lines(model, lines, device):
    nats = count = 0
    for inputs, targets in line_batches(lines, 64, seed=0):
        logits, _ = model(inputs.to(device))
        nats += cross_entropy(logits, targets.to(device)).item()
        count += (targets != IGNORED).sum().item()
    return nats, count


def score_windows(model, stream, device):
    context = model.config["context"]
    tokens = torch.tensor([START_TOKEN, *stream])
    nats, scored = 0, 0
    while scored < len(stream):
        end = min(len(stream), scored + context // 2 if scored else context)
        first = max(0, end - context)
        logits, _ = model(tokens[None, first:end].to(device))
        fresh = logits[:, scored - first :]
        nats += cross_entropy(fresh, tokens[None, scored + 1 : end + 1].to(device)).item()
        scored = end
    return nats, len(stream)


def score_carried(model, stream, device):
    tokens = torch.tensor([START_TOKEN, *stream])
    nats, state = 0, None
    for i in range(0, len(stream), 512):
        end = min(i + 512, len(stream))
        logits, state = model(tokens[None, i:end].to(device), state)
        nats += cross_entropy(logits, tokens[None, i + 1 : end + 1].to(device)).item()
    return nats, len(stream)


def cross_entropy(logits, targets, reduction="sum"):
    """logits: [B, T, V], targets: [B, T]; padding does not count."""
    return F.cross_entropy(
        logits.flatten(0, 1), targets.flatten(), ignore_index=IGNORED, reduction=reduction
    )
