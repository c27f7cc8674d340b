"""
The baseline: an interpolated n-gram model with absolute discounting (Ney et al. 1994), whose
lower orders count distinct contexts (Kneser and Ney 1995).

    python3 -m characters.ngram --model tang-lstm --corpus poems.txt --out baseline.json
"""

import argparse
import json
import math
import sys
from collections import Counter
from pathlib import Path

from .corpus import CorpusError, START_TOKEN, build_vocabulary, encode, read_corpus, split_corpus
from .params import read_params

DISCOUNT = 0.75
LARGEST_ORDER = 7


class NgramModel:
    def __init__(self, texts, order, vocabulary):
        """texts: lists of tokens, each read from a context of start tokens."""
        self.order = order
        self.vocabulary = vocabulary
        self.counts = [Counter() for _ in range(order)]
        top = self.counts[-1]
        for text in texts:
            tokens = (START_TOKEN,) * (order - 1) + tuple(text)
            top.update(tokens[i : i + order] for i in range(len(text)))
        for n in range(order - 1, 0, -1):
            self.counts[n - 1].update(gram[1:] for gram in self.counts[n])
        self.totals, self.kinds = [], []
        for counts in self.counts:
            totals, kinds = Counter(), Counter()
            for gram, count in counts.items():
                totals[gram[:-1]] += count
                kinds[gram[:-1]] += 1
            self.totals.append(totals)
            self.kinds.append(kinds)

    def probability(self, context, token):
        """context: a tuple of at least order − 1 tokens."""
        p = 1 / self.vocabulary
        for n in range(self.order):
            before = context[len(context) - n :]
            total = self.totals[n].get(before)
            if not total:
                break
            count = self.counts[n].get((*before, token), 0)
            p = (max(0, count - DISCOUNT) + DISCOUNT * self.kinds[n][before] * p) / total
        return p

    def bits_per_character(self, texts):
        bits = count = 0
        for text in texts:
            tokens = (START_TOKEN,) * (self.order - 1) + tuple(text)
            for i in range(len(text)):
                context = tokens[i : i + self.order - 1]
                bits -= math.log2(self.probability(context, tokens[i + self.order - 1]))
            count += len(text)
        return bits / count


def find_baseline(params, text):
    """The order that is best on the validation part, and its bits on the test part."""
    split = split_corpus(text, params["unit"], params["training"]["seed"])
    vocabulary = build_vocabulary(split.train)
    train, validation, test = (
        [encode(vocabulary, line) for line in part]
        for part in (split.train, split.validation, split.test)
    )
    best = None
    for order in range(1, LARGEST_ORDER + 1):
        model = NgramModel(train, order, len(vocabulary))
        bits = model.bits_per_character(validation)
        if best is None or bits < best["validation"]:
            best = {"order": order, "validation": bits, "test": model.bits_per_character(test)}
    return {key: round(value, 4) for key, value in best.items()}


def main(arguments=None):
    parser = argparse.ArgumentParser(description=__doc__.strip().split("\n")[0])
    parser.add_argument("--model", required=True, help="a name of params.yaml")
    parser.add_argument("--corpus", required=True, help="a UTF-8 text file")
    parser.add_argument("--out", required=True, help="a JSON file")
    options = parser.parse_args(arguments)
    try:
        baseline = find_baseline(read_params(options.model), read_corpus(options.corpus))
    except (CorpusError, ValueError) as error:
        sys.exit(str(error))
    out = Path(options.out)
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text(json.dumps(baseline, indent=2) + "\n")
    print(json.dumps(baseline))


if __name__ == "__main__":
    main()
