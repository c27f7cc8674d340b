"""The weights of a model under the names of the flat file, and back into the model."""

import re

import numpy as np
import torch

from .quantise import dequantise_rows, is_quantised, quantise_rows


def name_tensors(model):
    """{name in the flat file: float32 array}; an LSTM's two biases are added up."""
    weights = {name: p.detach().cpu().numpy() for name, p in model.named_parameters()}
    tensors = {}
    for name, value in weights.items():
        if re.match(r"lstm\.bias_ih_l(\d+)", name):
            value = value + weights[name.replace("_ih_", "_hh_")]
        renamed = rename(name)
        if renamed:
            tensors[renamed] = value.astype(np.float32)
    return tensors


def rename(name):
    """None for the second of an LSTM's biases."""
    found = re.fullmatch(r"lstm\.(weight_ih|weight_hh|bias_ih|bias_hh)_l(\d+)", name)
    if found:
        part = {
            "weight_ih": "input.weight",
            "weight_hh": "recurrent.weight",
            "bias_ih": "bias",
            "bias_hh": None,
        }[found[1]]
        return part and f"lstm.{found[2]}.{part}"
    return {
        "embedding.weight": "embedding",
        "head_bias": "head.bias",
    }.get(name, name)


@torch.no_grad()
def apply_quantisation(model):
    """Rounds the model's matrices in place to the numbers that ship."""
    for parameter in model.parameters():
        W = parameter.detach().cpu().numpy()
        if is_quantised(W):
            parameter.copy_(torch.from_numpy(dequantise_rows(*quantise_rows(W))))
    return model
