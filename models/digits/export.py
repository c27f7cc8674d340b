"""
Exports the trained recogniser to the folder that the site ships.

    python3 -m digits.export --images images.gz --labels labels.gz --run runs/digits/training \\
        --out ../public/models/digits

Writes model.json, weights.bin, values.json and card.json.
"""

import argparse
import csv
import json
from pathlib import Path

import numpy as np
import torch

from characters.json_file import write_json
from characters.quantise import dequantise_rows, is_quantised, quantise_rows
from characters.weights_file import write_weights

from .idx_file import read_digits
from .network import DigitNetwork
from .preprocess import centre_digit, centre_digits
from .train import accuracy, split

TOLERANCE = 1e-3


def main(arguments=None):
    parser = argparse.ArgumentParser(description=__doc__.strip().split("\n")[0])
    parser.add_argument("--images", required=True, help="the images that training read")
    parser.add_argument("--labels", required=True, help="their labels")
    parser.add_argument("--run", required=True, help="the folder that training wrote")
    parser.add_argument("--out", required=True, help="the folder to ship")
    options = parser.parse_args(arguments)
    X, y = read_digits(options.images, options.labels)
    export(X, y, Path(options.run), Path(options.out))


def export(X, y, run, out):
    checkpoint = torch.load(run / "checkpoint.pt", map_location="cpu")
    params = checkpoint["params"]
    model = DigitNetwork(params["config"]).eval()
    model.load_state_dict(checkpoint["weights"])
    settings = params["training"]
    _, outside = split(len(X), settings["held_out"], settings["seed"])
    held = torch.from_numpy(centre_digits(X[outside]))[:, None], torch.from_numpy(y[outside])
    before = accuracy(model, *held)
    about = {
        "format": 1,
        "name": "digits",
        "architecture": "convolution",
        "config": model.config,
    }
    tensors = {name: part.detach().numpy() for name, part in model.named_parameters()}
    header = write_weights(out, about, tensors)
    round_weights(model)
    after = accuracy(model, *held)
    write_json(out / "values.json", make_values(model))
    with open(run / "curve.csv", newline="", encoding="utf-8") as file:
        curve = [{k: float(v) for k, v in row.items()} for row in csv.DictReader(file)]
    card = {
        "format": 1,
        "name": "digits",
        "architecture": "convolution",
        "config": params["config"],
        "parameters": sum(p.numel() for p in model.parameters()),
        "bytes": header["bytes"],
        "sha256": header["sha256"],
        "data": {
            "name": "MNIST",
            "images": len(X),
            "trained": len(X) - len(outside),
            "heldOut": len(outside),
        },
        "accuracy": {"heldOut": round(after, 4), "beforeQuantisation": round(before, 4)},
        "augmentation": params["augmentation"],
        "training": {
            "seed": settings["seed"],
            "epochs": settings["epochs"],
            "command": "python3 reproduce.py digits",
        },
        "curve": curve,
    }
    write_json(out / "card.json", card)
    print(json.dumps(card["accuracy"]), header["bytes"], "bytes")


@torch.no_grad()
def round_weights(model):
    """Rounds the model in place to the numbers that ship."""
    for parameter in model.parameters():
        W = parameter.numpy()
        if is_quantised(W):
            rounded = dequantise_rows(*quantise_rows(W.reshape(len(W), -1)))
            parameter.copy_(torch.from_numpy(rounded.reshape(W.shape)))


@torch.no_grad()
def make_values(model):
    """What the shipped weights give for pictures that a formula draws: strokes of an ink grid."""
    cases = []
    for index in range(6):
        ink = draw_case(index)
        picture = centre_digit(ink)
        found = model.inspect(torch.from_numpy(picture)[None, None])
        cases.append(
            {
                "rows": ["".join(str(round(v * 9)) for v in row) for row in ink.tolist()],
                "picture": shorten(picture[8:20:3, 5:23:3]),
                "conv1": shorten(found["conv1"][0, ::5, 13, 6:22:4]),
                "conv2": shorten(found["conv2"][0, ::7, 6, 3:11:3]),
                "pool2": shorten(found["pool2"][0, ::9, 3, :]),
                "hidden": shorten(found["hidden"][0, :16]),
                "logits": shorten(found["logits"][0]),
            }
        )
    return {"tolerance": TOLERANCE, "cases": cases}


def draw_case(index):
    """A line and an arc on 24 × 30 to 54 × 40, ink in ninths so that it fits into a text."""
    height, width = 24 + 6 * index, 30 + 2 * index
    y, x = np.mgrid[0:height, 0:width]
    radius = np.hypot(y - height / 3, x - width / 2)
    ring = np.clip(2.5 - np.abs(radius - width / (3 + index)), 0, 1)
    line = np.clip(2.5 - np.abs((x - width / 2) * np.cos(index) + (y - height / 2) * 0.3), 0, 1)
    ink = [ring, line, np.maximum(ring, line)][index % 3]
    return np.rint(ink * 9) / 9


def shorten(values):
    return [round(v, 5) for v in values.reshape(-1).tolist()]


if __name__ == "__main__":
    main()
