"""
Trains the translator of params.yaml on sentences of the grammar and stores what its attention
looked like at several steps, on sentences that it was not trained on.

    python3 -m translation.train --out ../public/models/translation

Writes pairs.json (the format is described in README.md).
"""

import argparse
import itertools
import json
from pathlib import Path

import torch
import torch.nn.functional as F
import yaml

from characters.json_file import write_json

from .network import Translator
from .sentences import split_pairs

ROOT = Path(__file__).parents[1]
PAD, START, END = "", "⟨s⟩", "⟨/s⟩"  # tokens 0, 1 and 2 of the vocabulary of targets


def main(arguments=None):
    parser = argparse.ArgumentParser(description=__doc__.strip().split("\n")[0])
    parser.add_argument("--out", required=True, help="folder for pairs.json")
    parser.add_argument("--params", default=ROOT / "params.yaml")
    options = parser.parse_args(arguments)
    params = yaml.safe_load(Path(options.params).read_text(encoding="utf-8"))["translation"]
    content = train(params)
    out = Path(options.out)
    out.mkdir(parents=True, exist_ok=True)
    write_json(out / "pairs.json", content)


def train(params):
    """The content of pairs.json."""
    settings = params["training"]
    training, test, shown = split_pairs(
        settings["seed"], (settings["pairs"], settings["held_out"], settings["shown"])
    )
    vocabularies = [
        [PAD, *marks, *sorted({word for pair in training for word in pair[side]})]
        for side, marks in enumerate(((), (START, END)))
    ]
    batches, held_out, pictures = (
        to_tensors(pairs, vocabularies) for pairs in (training, test, shown)
    )
    words = vocabularies[1]
    torch.manual_seed(settings["seed"])
    model = Translator(*(len(words) for words in vocabularies), **params["config"])
    optimiser = torch.optim.AdamW(
        model.parameters(), lr=settings["rate"], weight_decay=settings["weight_decay"]
    )
    snapshots = []
    for step in range(settings["steps"] + 1):
        if step in settings["snapshots"]:
            snapshots.append(take_snapshot(model, step, held_out, test, pictures, words))
            print(json.dumps({k: snapshots[-1][k] for k in ("step", "loss", "correct")}), flush=True)
        rows = torch.randint(len(training), (settings["batch"],))
        source, target = (part[rows] for part in batches)
        for group in optimiser.param_groups:
            group["lr"] = settings["rate"] * min(1.0, (step + 1) / settings["warmup"])
        optimiser.zero_grad()
        mean_loss(model, source, target).backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimiser.step()
    return {
        "format": 1,
        "config": params["config"],
        "parameters": sum(p.numel() for p in model.parameters()),
        "seed": settings["seed"],
        "trainedOn": len(training),
        "heldOut": len(test),
        "pairs": [
            {"source": p.source, "target": [*p.target, END], "alignment": [*p.alignment, []]}
            for p in shown
        ],
        "snapshots": snapshots,
    }


def to_tensors(pairs, vocabularies):
    """Sources [N, S] and targets [N, T + 2] with start and end, padded with 0."""
    places = [{word: at for at, word in enumerate(words)} for words in vocabularies]
    rows = [
        [[places[0][word] for word in pair.source] for pair in pairs],
        [[places[1][word] for word in (START, *pair.target, END)] for pair in pairs],
    ]
    return [
        torch.nn.utils.rnn.pad_sequence([torch.tensor(row) for row in side], batch_first=True)
        for side in rows
    ]


def mean_loss(model, source, target):
    """Cross-entropy per word that is written, in nats."""
    logits, _ = model(source, target[:, :-1])
    return F.cross_entropy(logits.flatten(0, 1), target[:, 1:].flatten(), ignore_index=0)


@torch.no_grad()
def take_snapshot(model, step, held_out, test, pictures, words):
    """
    What the model knows at a step: on the held-out sentences the loss in bits per word, the share
    of sentences written right word for word, and for each head of the cross-attention the share of
    words whose largest weight falls on a word that they render; and for the pictures what the model
    writes and all weights.
    """
    model.eval()
    source, target = held_out
    loss = mean_loss(model, source, target).item() / torch.tensor(2.0).log().item()
    _, weights = model(source, target[:, :-1])
    wanted = target[:, 1:]
    written = write(model, source, wanted.shape[1])
    right = ((written == wanted) | (wanted == 0)).all(1).float().mean().item()
    snapshot = {
        "step": step,
        "loss": round(loss, 4),
        "correct": round(right, 4),
        "aligned": measure_alignment(weights["cross"], test),
        "written": [
            [words[token] for token in itertools.takewhile(lambda token: token != 2, row)]
            for row in write(model, pictures[0], pictures[1].shape[1]).tolist()
        ],
        "weights": list_weights(model, *pictures),
    }
    model.train()
    return snapshot


def write(model, source, length):
    """Greedy translations [N, length], from the start mark on (1)."""
    target = torch.ones(len(source), 1, dtype=torch.long)
    for _ in range(length):
        logits, _ = model(source, target)
        target = torch.cat([target, logits[:, -1:].argmax(-1)], 1)
    return target[:, 1:]


def measure_alignment(cross, pairs):
    """cross: [N, L, H, T, S]. The share of words that are aligned, [L][H]."""
    strongest = cross.argmax(-1)  # [N, L, H, T]
    hits, words = torch.zeros(cross.shape[1:3]), 0
    for n, pair in enumerate(pairs):
        for t, places in enumerate(pair.alignment):
            words += 1
            hits += sum(strongest[n, :, :, t] == place for place in places)
    return [[round(share, 4) for share in layer] for layer in (hits / words).tolist()]


def list_weights(model, source, target):
    """For each picture the weights without padding, in ten-thousandths, row after row."""
    _, weights = model(source, target[:, :-1])
    lists = []
    for n in range(len(source)):
        S, T = int((source[n] != 0).sum()), int((target[n] != 0).sum()) - 1
        sizes = {"source": (S, S), "target": (T, T), "cross": (T, S)}
        lists.append(
            {
                name: [
                    [(10000 * head[:rows, :columns]).round().int().flatten().tolist() for head in layer]
                    for layer in weights[name][n]
                ]
                for name, (rows, columns) in sizes.items()
            }
        )
    return lists


if __name__ == "__main__":
    main()
