"""
Trains the digit recogniser of params.yaml.

    python3 -m digits.train --images images.gz --labels labels.gz --out runs/digits/training

Writes to --out: checkpoint.pt (the averaged weights of the last epoch), curve.csv, summary.json.
"""

import argparse
import copy
import csv
import json
import math
import time
from pathlib import Path

import numpy as np
import torch
from torch.nn import functional as F

from characters.params import read_entries

from .augment import distort
from .idx_file import read_digits
from .network import DigitNetwork
from .preprocess import centre_digits


def main(arguments=None):
    parser = argparse.ArgumentParser(description=__doc__.strip().split("\n")[0])
    parser.add_argument("--images", required=True, help="an IDX file of images, gzipped or not")
    parser.add_argument("--labels", required=True, help="the IDX file of their labels")
    parser.add_argument("--out", required=True, help="the folder to write to")
    options = parser.parse_args(arguments)
    X, y = read_digits(options.images, options.labels)
    train(read_entries()["digits"], centre_digits(X), y, Path(options.out))


def split(count, held_out, seed):
    """(indices to train on, indices held out), drawn with the seed."""
    order = np.random.default_rng(seed).permutation(count)
    return order[held_out:], order[:held_out]


def train(params, X, y, out):
    """X [N, 28, 28] as the drawing pad gives them, y [N]."""
    settings = params["training"]
    seed, batch = settings["seed"], settings["batch"]
    torch.manual_seed(seed)
    draw = torch.Generator().manual_seed(seed)
    inside, outside = split(len(X), settings["held_out"], seed)
    X, y = torch.from_numpy(X)[:, None], torch.from_numpy(y)
    model = DigitNetwork(params["config"], settings["dropout"])
    averaged = copy.deepcopy(model).eval()
    optimiser = torch.optim.AdamW(
        model.parameters(), lr=settings["rate"], weight_decay=settings["weight_decay"]
    )
    steps = settings["epochs"] * (len(inside) // batch)
    curve, step, start = [], 0, time.time()
    for epoch in range(1, settings["epochs"] + 1):
        model.train()
        order = torch.from_numpy(inside)[torch.randperm(len(inside), generator=draw)]
        losses = []
        for first in range(0, len(order) - batch + 1, batch):
            chosen = order[first : first + batch]
            for group in optimiser.param_groups:
                group["lr"] = settings["rate"] * schedule(step / steps)
            logits = model(distort(X[chosen], params["augmentation"], draw))
            loss = F.cross_entropy(logits, y[chosen], label_smoothing=settings["smoothing"])
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            step += 1
            average(averaged, model, min(settings["averaging"], step / (step + 10)))
            losses.append(loss.item())
        row = {
            "epoch": epoch,
            "training": round(float(np.mean(losses)), 4),
            "heldOut": round(accuracy(averaged, X[outside], y[outside]), 4),
        }
        curve.append(row)
        print(json.dumps(row), f"{time.time() - start:.0f} s", flush=True)
    out.mkdir(parents=True, exist_ok=True)
    torch.save({"params": params, "weights": averaged.state_dict()}, out / "checkpoint.pt")
    with open(out / "curve.csv", "w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, curve[0])
        writer.writeheader()
        writer.writerows(curve)
    summary = {"epochs": len(curve), "heldOut": curve[-1]["heldOut"]}
    (out / "summary.json").write_text(json.dumps(summary) + "\n")
    return averaged


def schedule(progress):
    """A short warm-up, then half a cosine down to nothing."""
    return min(1, progress * 20) * 0.5 * (1 + math.cos(math.pi * progress))


@torch.no_grad()
def average(averaged, model, keep):
    for mean, now in zip(averaged.parameters(), model.parameters()):
        mean.lerp_(now, 1 - keep)


@torch.no_grad()
def accuracy(model, X, y):
    """The share of right answers, 0 … 1."""
    return (model(X).argmax(1) == y).float().mean().item()


if __name__ == "__main__":
    main()
