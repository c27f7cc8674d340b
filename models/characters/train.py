"""
Trains one model of params.yaml.

    python3 -m characters.train --model tang-lstm --corpus poems.txt --out runs/tang-lstm
    torchrun --nproc_per_node 2 -m characters.train --model …

Writes to --out: checkpoint.pt (the averaged weights of the best epoch), curve.csv, summary.json.
"""

import argparse
import csv
import json
import sys
import time
from pathlib import Path

import torch

from .architectures import create_model
from .batches import carried_batches, line_batches, window_batches
from .corpus import (
    CorpusError,
    build_vocabulary,
    check_lines,
    encode,
    read_corpus,
    split_corpus,
)
from .distributed import Processes
from .evaluate import bits_per_character, cross_entropy
from .optimiser import AveragedModel, create_optimiser, rate_at
from .params import ROOT, read_params


def main(arguments=None):
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[1])
    parser.add_argument("--model", required=True, help="a name of params.yaml")
    parser.add_argument("--corpus", required=True, help="a UTF-8 text file")
    parser.add_argument("--out", required=True, help="folder for checkpoint and curves")
    parser.add_argument("--params", default=ROOT / "params.yaml")
    options = parser.parse_args(arguments)
    try:
        params = read_params(options.model, options.params)
        text = read_corpus(options.corpus)
        train(params, text, Path(options.out))
    except (CorpusError, ValueError) as error:
        sys.exit(str(error))


def train(params, text, out):
    settings = params["training"]
    torch.manual_seed(settings["seed"])
    processes = Processes()
    unit = params["unit"]
    split = split_corpus(text, unit, settings["seed"])
    if unit == "line" and "context" in params["config"]:
        check_lines(text.split("\n"), params["config"]["context"] - 1)
    vocabulary = build_vocabulary(split.train)
    parts = [
        [encode(vocabulary, line) for line in part]
        for part in (split.train, split.validation, split.test)
    ]
    model = create_model(
        params["architecture"], len(vocabulary), {**params["config"], **params["regularisation"]}
    )
    wrapped = processes.wrap(model)
    torch.manual_seed(settings["seed"] + processes.rank)  # processes drop out different units
    average = AveragedModel(model, settings["averaging"])
    optimiser = create_optimiser(model, settings["rate"], settings["weight_decay"])
    steps_per_epoch = sum(1 for _ in epoch_batches(params, parts[0], 0))
    steps = settings["epochs"] * steps_per_epoch
    curve, best, began = [], None, time.monotonic()
    out.mkdir(parents=True, exist_ok=True)
    for epoch in range(settings["epochs"]):
        training = run_epoch(
            wrapped, average, optimiser, params, parts[0], epoch, steps, steps_per_epoch, processes
        )
        validation = processes.agree(
            bits_per_character(average.model, parts[1], unit, processes.device)
            if processes.is_first
            else 0.0
        )
        curve.append(
            {
                "epoch": epoch + 1,
                "seconds": round(time.monotonic() - began, 1),
                "training": round(training, 4),
                "validation": round(validation, 4),
            }
        )
        if best is None or validation < best["validation"]:
            best = curve[-1]
            if processes.is_first:
                torch.save(
                    {
                        "params": params,
                        "vocabulary": vocabulary,
                        "weights": average.model.state_dict(),
                    },
                    out / "checkpoint.pt",
                )
        if processes.is_first:
            print(json.dumps(curve[-1]), flush=True)
            write_curve(out / "curve.csv", curve)
        if epoch + 1 - best["epoch"] >= settings["patience"]:
            break
    if processes.is_first:
        write_summary(out, curve, best, parts[2], unit, average.model, processes)
    processes.close()


def epoch_batches(params, texts, epoch):
    """The batches of an epoch, the same in all processes."""
    settings = params["training"]
    seed = settings["seed"] * 1000 + epoch
    if params["unit"] == "line":
        return line_batches(
            texts, settings["batch"], seed, settings["packed"], settings["length"]
        )
    cut = window_batches if params["architecture"] == "transformer" else carried_batches
    return cut(texts[0], settings["batch"], settings["length"], seed)


def run_epoch(model, average, optimiser, params, texts, epoch, steps, steps_per_epoch, processes):
    """One pass; returns the mean training loss in bits per character, dropout included."""
    settings = params["training"]
    model.train()
    carries = params["unit"] == "stream" and params["architecture"] == "lstm"
    state, total, count = None, 0.0, 0
    for index, batch in enumerate(epoch_batches(params, texts, epoch)):
        step = epoch * steps_per_epoch + index
        for group in optimiser.param_groups:
            group["lr"] = rate_at(step, steps, settings["rate"], settings["warmup"])
        inputs, targets = processes.take_share(batch)
        with torch.autocast(inputs.device.type, torch.bfloat16, enabled=settings["bfloat16"]):
            logits, state = model(inputs, state)
        state = tuple(part.detach() for part in state) if carries else None
        loss = cross_entropy(logits.float(), targets, reduction="mean")
        optimiser.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimiser.step()
        average.update(model)
        total += loss.item()
        count += 1
    return total / count / 0.6931471805599453


def write_curve(path, curve):
    with open(path, "w", newline="", encoding="utf-8") as file:
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
