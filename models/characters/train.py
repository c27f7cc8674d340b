"""
Trains one model of params.yaml.

    python3 -m characters.train --model tang-lstm --corpus poems.txt --out runs/tang-lstm
    torchrun --nproc_per_node 2 -m characters.train --model …

Writes to --out: checkpoint.pt (the averaged weights of the best epoch), curve.csv, summary.json.
"""

import argparse
import csv
import json
import math
import sys
import time
from pathlib import Path

import torch

from .architectures import create_model
from .batches import epoch_batches
from .corpus import (
    LINE_END,
    CorpusError,
    build_vocabulary,
    check_lines,
    encode,
    read_corpus,
    split_corpus,
)
from .distributed import Processes
from .evaluate import bits_per_character, cross_entropy
from .optimiser import AveragedModel, create_optimisers, set_rates
from .params import ROOT, read_params


def main(arguments=None):
    parser = argparse.ArgumentParser(description=__doc__.strip().split("\n")[0])
    parser.add_argument("--model", required=True, help="a name of params.yaml")
    parser.add_argument("--corpus", required=True, help="a UTF-8 text file")
    parser.add_argument("--out", required=True, help="folder for checkpoint and curves")
    parser.add_argument("--params", default=ROOT / "params.yaml")
    options = parser.parse_args(arguments)
    try:
        params = read_params(options.model, options.params)
        text = read_corpus(options.corpus)
        train(params, text, Path(options.out))
    except ValueError as error:
        sys.exit(str(error))


def train(params, text, out):
    """Trains until the validation loss has stopped falling. Raises CorpusError."""
    settings = params["training"]
    vocabulary, training, validation, test = prepare(params, text)
    torch.manual_seed(settings["seed"])
    processes = Processes()
    config = {**params["config"], **params["regularisation"]}
    model = create_model(params["architecture"], len(vocabulary), config)
    wrapped = processes.wrap(model)
    torch.manual_seed(settings["seed"] + processes.rank)  # processes drop out different units
    average = AveragedModel(model, settings["averaging"])
    optimisers = create_optimisers(model, settings)
    best, curve, began = None, [], time.monotonic()
    for epoch in range(settings["epochs"]):
        loss = run_epoch(wrapped, average, optimisers, params, training, epoch, processes)
        bits = 0.0
        if processes.is_first:
            bits = bits_per_character(average.model, validation, params["unit"], processes.device)
        point = {
            "epoch": epoch + 1,
            "seconds": round(time.monotonic() - began, 1),
            "training": round(loss, 4),
            "validation": round(processes.agree(bits), 4),
        }
        curve.append(point)
        is_best = best is None or point["validation"] < best["validation"]
        best = point if is_best else best
        if processes.is_first:
            print(json.dumps(point), flush=True)
            write_curve(out, curve)
            if is_best:
                write_checkpoint(out, params, vocabulary, average.model)
        if epoch + 1 - best["epoch"] >= settings["patience"]:
            break
    if processes.is_first:
        write_summary(out, curve, best, test, params["unit"], average.model, processes)
    processes.close()


def prepare(params, text):
    """The vocabulary of the training part, and the three parts as lists of tokens."""
    unit, config = params["unit"], params["config"]
    if unit == "line" and "context" in config:
        check_lines(text.split(LINE_END), config["context"] - 1)
    split = split_corpus(text, unit, params["training"]["seed"])
    vocabulary = build_vocabulary(split.train)
    parts = (split.train, split.validation, split.test)
    return vocabulary, *([encode(vocabulary, line) for line in part] for part in parts)


def run_epoch(model, average, optimisers, params, texts, epoch, processes):
    """One pass; returns the mean training loss in bits per character, dropout included."""
    settings = params["training"]
    batches = list(epoch_batches(params, texts, epoch))
    carries = params["unit"] == "stream" and params["architecture"] == "lstm"
    model.train()
    state, total = None, 0.0
    for index, batch in enumerate(batches):
        step, steps = epoch * len(batches) + index, settings["epochs"] * len(batches)
        set_rates(optimisers, step, steps, settings["warmup"], settings.get("cycles", 1))
        inputs, targets = processes.take_share(batch)
        with torch.autocast(inputs.device.type, torch.bfloat16, enabled=settings["bfloat16"]):
            logits, state = model(inputs, state)
        state = tuple(part.detach() for part in state) if carries else None
        loss = cross_entropy(logits.float(), targets, reduction="mean")
        for optimiser in optimisers:
            optimiser.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        for optimiser in optimisers:
            optimiser.step()
        average.update(model)
        total += loss.item()
    return total / len(batches) / math.log(2)


def write_checkpoint(out, params, vocabulary, model):
    content = {"params": params, "vocabulary": vocabulary, "weights": model.state_dict()}
    torch.save(content, out / "checkpoint.pt")


def write_curve(out, curve):
    out.mkdir(parents=True, exist_ok=True)
    with open(out / "curve.csv", "w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, curve[0].keys())
        writer.writeheader()
        writer.writerows(curve)


def write_summary(out, curve, best, test, unit, model, processes):
    model.load_state_dict(torch.load(out / "checkpoint.pt")["weights"])
    summary = {
        "bestEpoch": best["epoch"],
        "epochs": len(curve),
        "seconds": curve[-1]["seconds"],
        "device": processes.device.type,
        "processes": processes.count,
        "validation": best["validation"],
        "test": round(bits_per_character(model, test, unit, processes.device), 4),
    }
    (out / "summary.json").write_text(json.dumps(summary, indent=2) + "\n")
    print(json.dumps(summary), flush=True)


if __name__ == "__main__":
    main()
