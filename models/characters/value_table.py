"""Values that every engine must reproduce: what the shipped weights give on ten sentences."""

import torch

from .corpus import START_TOKEN, UNKNOWN_TOKEN

TOLERANCE = 1e-3
SENTENCES = 10
EXCERPT = 8


@torch.no_grad()
def make_value_table(model, seed):
    """model: after apply_quantisation, in eval mode."""
    draw = torch.Generator().manual_seed(seed)
    longest = model.config.get("context", 64)
    lengths = [1, 2, longest, *(5 + 3 * i for i in range(SENTENCES - 3))]
    sentences = []
    for index, length in enumerate(lengths):
        tokens = sample(model, length, draw)
        if index == SENTENCES - 1:
            tokens[2] = UNKNOWN_TOKEN
        describe = describe_transformer if "context" in model.config else describe_lstm
        sentences.append({"tokens": tokens, **describe(model, tokens)})
    return {"tolerance": TOLERANCE, "sentences": sentences}


def sample(model, length, draw):
    """The start token and length − 1 tokens that the model itself goes on with."""
    tokens = [START_TOKEN]
    while len(tokens) < length:
        logits, _ = model(torch.tensor([tokens]))
        p = torch.softmax(logits[0, -1], 0)
        tokens.append(torch.multinomial(p, 1, generator=draw).item())
    return tokens


def describe_transformer(model, tokens):
    found = {key: value[0] for key, value in model.inspect(torch.tensor([tokens])).items()}
    T = len(tokens)
    layers, heads = model.config["layers"], model.config["heads"]
    places = [(layer, (layer + T) % heads, T - 1 - layer % T) for layer in range(layers)]
    return {
        "logits": describe_logits(found["logits"]),
        "attention": [
            {"layer": l, "head": h, "query": t, "values": shorten(found["attentions"][l, h, t])}
            for l, h, t in places
        ],
        "vectors": [
            {
                "layer": l,
                "head": h,
                "position": t,
                "query": shorten(found["queries"][l, h, t, :EXCERPT]),
                "key": shorten(found["keys"][l, h, t, :EXCERPT]),
                "value": shorten(found["values"][l, h, t, :EXCERPT]),
            }
            for l, h, t in places
        ],
        "hidden": [
            {
                "layer": layer,
                "position": T - 1,
                "values": shorten(found["hidden_states"][layer, T - 1, :EXCERPT]),
            }
            for layer in range(layers + 1)
        ],
    }


def describe_lstm(model, tokens):
    logits, (h, c) = model(torch.tensor([tokens]))
    return {
        "logits": describe_logits(logits[0]),
        "states": [
            {
                "layer": layer,
                "hidden": shorten(h[layer, 0, :EXCERPT]),
                "cell": shorten(c[layer, 0, :EXCERPT]),
            }
            for layer in range(model.config["layers"])
        ],
    }


def describe_logits(logits):
    """First, middle and last position: the largest logits, some fixed ones, and log Σ exp."""
    rows = []
    for position in sorted({0, len(logits) // 2, len(logits) - 1}):
        row = logits[position]
        step = max(1, len(row) // EXCERPT)
        tokens = row.topk(EXCERPT).indices.tolist() + list(range(0, len(row), step))
        rows.append(
            {
                "position": position,
                "tokens": tokens,
                "values": shorten(row[tokens]),
                "logSumExp": round(torch.logsumexp(row, 0).item(), 6),
            }
        )
    return rows


def shorten(values):
    return [round(value, 6) for value in values.tolist()]
