"""card.json: what a reader should know of a model before believing it."""

import csv

from .params import read_entries


def make_card(name, params, model, header, summary, curve, baseline, metrics):
    """metrics: {"float32", "int8"} in bits per character on the test part."""
    return {
        "format": 1,
        "name": name,
        "architecture": params["architecture"],
        "config": model.config,
        "parameters": sum(p.numel() for p in parameters_shipped(model)),
        "vocabulary": len(header["vocabulary"]),
        "bytes": header["bytes"],
        "sha256": header["sha256"],
        "corpus": read_entries()["corpora"][params["corpus"]],
        "unit": params["unit"],
        "bitsPerCharacter": {
            "validation": summary["validation"],
            "test": round(metrics["int8"], 4),
            "testBeforeQuantisation": round(metrics["float32"], 4),
            "quantisationLoss": round(metrics["int8"] - metrics["float32"], 4),
            "ngram": {"order": baseline["order"], "test": baseline["test"]},
        },
        "training": {
            "seed": params["training"]["seed"],
            "epochs": summary["epochs"],
            "bestEpoch": summary["bestEpoch"],
            "regularisation": params["regularisation"],
            "weightDecay": params["training"]["weight_decay"],
            "command": f"python3 reproduce.py {name}",
        },
        "curve": [
            {key: float(row[key]) for key in ("epoch", "training", "validation")} for row in curve
        ],
    }


def parameters_shipped(model):
    """An LSTM's two biases ship as their sum."""
    return [p for name, p in model.named_parameters() if "bias_hh" not in name]


def read_curve(path):
    with open(path, newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))
