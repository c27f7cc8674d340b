"""
Exports a trained model to the folder that the site ships.

    python3 -m characters.export --model tang-lstm --run runs/tang-lstm \\
        --corpus poems.txt --baseline runs/tang-lstm/baseline.json --out ../public/models/tang-lstm

Writes model.json, weights.bin, values.json, card.json, and for a transformer the folder layout of
the Hugging Face hub; and test.txt beside the checkpoint, the part of the corpus not trained on.
"""

import argparse
import copy
import json
import sys
from pathlib import Path

import torch

from .architectures import create_model
from .card import make_card, read_curve
from .corpus import CorpusError, encode, read_corpus, split_corpus
from .evaluate import bits_per_character
from .flat_file import write_flat_file
from .hub_folder import write_hub_folder
from .json_file import write_json
from .tensors import apply_quantisation
from .value_table import make_value_table


def main(arguments=None):
    parser = argparse.ArgumentParser(description=__doc__.strip().split("\n")[0])
    parser.add_argument("--model", required=True, help="a name of params.yaml")
    parser.add_argument("--run", required=True, help="the folder that training wrote")
    parser.add_argument("--corpus", required=True, help="the text that training read")
    parser.add_argument("--baseline", required=True, help="the JSON file that ngram wrote")
    parser.add_argument("--out", required=True, help="the folder to ship")
    options = parser.parse_args(arguments)
    try:
        export(
            options.model,
            Path(options.run),
            read_corpus(options.corpus),
            json.loads(Path(options.baseline).read_text()),
            Path(options.out),
        )
    except (CorpusError, OSError) as error:
        sys.exit(str(error))


def export(name, run, text, baseline, out):
    checkpoint = torch.load(run / "checkpoint.pt", map_location="cpu")
    summary = json.loads((run / "summary.json").read_text())
    curve = read_curve(run / "curve.csv")
    params, vocabulary = checkpoint["params"], checkpoint["vocabulary"]
    model = create_model(params["architecture"], len(vocabulary), params["config"])
    model.load_state_dict(checkpoint["weights"])
    model.eval()
    header = write_flat_file(out, name, params["architecture"], vocabulary, model)
    if params["architecture"] == "transformer":
        write_hub_folder(out, name, vocabulary, model)
    shipped = apply_quantisation(copy.deepcopy(model))
    seed = params["training"]["seed"]
    write_json(out / "values.json", make_value_table(shipped, seed))
    test = split_corpus(text, params["unit"], seed).test
    (run / "test.txt").write_text("".join(test), encoding="utf-8")
    tokens = [encode(vocabulary, part) for part in test]
    metrics = {
        "float32": bits_per_character(model, tokens, params["unit"]),
        "int8": bits_per_character(shipped, tokens, params["unit"]),
    }
    card = make_card(name, params, model, header, summary, curve, baseline, metrics)
    write_json(out / "card.json", card)
    print(json.dumps(card["bitsPerCharacter"]))


if __name__ == "__main__":
    main()
