"""Batches of tokens: separate lines, windows of a stream, or a stream with carried state."""

import random

import torch

from .corpus import START_TOKEN

IGNORED = -100  # the target of padding


def epoch_batches(params, texts, epoch):
    """The batches that params.yaml asks for, the same in all processes."""
    settings = params["training"]
    seed = settings["seed"] * 1000 + epoch
    size, length = settings["batch"], settings["length"]
    if params["unit"] == "line":
        return line_batches(texts, size, seed, settings["packed"], length)
    cut = window_batches if params["architecture"] == "transformer" else carried_batches
    return cut(texts[0], size, length, seed)


def line_batches(lines, size, seed, packed=0.0, length=64):
    """
    Batches of lines of one length, each from the start token: inputs and targets [B, T].

    A share `packed` of the batches holds several lines one after another, cut to `length`, so
    that a model also learns to go on after a line end.
    """
    draw = random.Random(seed)
    order = list(lines)
    draw.shuffle(order)
    batches = []
    chunks = [order[i : i + 8 * size] for i in range(0, len(order), 8 * size)]
    for chunk in chunks:  # sorting within chunks keeps padding low and batches mixed
        chunk.sort(key=len)
        batches += [chunk[i : i + size] for i in range(0, len(chunk), size)]
    draw.shuffle(batches)
    for batch in batches:
        if draw.random() < packed:
            batch = [pack_lines(line, order, length, draw) for line in batch[: size // 2]]
        yield pad(batch)


def pack_lines(line, lines, length, draw):
    tokens = list(line)
    while len(tokens) < length:
        tokens += draw.choice(lines)
    return tokens[:length]


def pad(lines):
    longest = max(len(line) for line in lines)
    inputs = torch.full((len(lines), longest), START_TOKEN)
    targets = torch.full((len(lines), longest), IGNORED)
    for row, line in enumerate(lines):
        inputs[row, : len(line)] = torch.tensor([START_TOKEN, *line[:-1]])
        targets[row, : len(line)] = torch.tensor(line)
    return inputs, targets


def window_batches(stream, size, length, seed):
    """Every token once as a target, in windows of `length` at an offset that the seed draws."""
    draw = random.Random(seed)
    tokens = torch.tensor([START_TOKEN, *stream])
    starts = list(range(draw.randrange(length), len(tokens) - length, length))
    draw.shuffle(starts)
    for i in range(0, len(starts) - size + 1, size):
        windows = torch.stack([tokens[s : s + length + 1] for s in starts[i : i + size]])
        yield windows[:, :-1], windows[:, 1:]


def carried_batches(stream, size, length, seed):
    """
    The stream cut into `size` parallel ones; consecutive batches continue them, so that the
    state of one is the start of the next. The seed rotates the stream.
    """
    offset = random.Random(seed).randrange(len(stream))
    tokens = torch.tensor([*stream[offset:], *stream[:offset]])
    columns = (len(tokens) - 1) // size
    inputs = tokens[: size * columns].view(size, columns)
    targets = tokens[1 : size * columns + 1].view(size, columns)
    for i in range(0, columns, length):
        yield inputs[:, i : i + length], targets[:, i : i + length]
