"""The model that a set of parameters describes."""

from .lstm import Lstm
from .transformer import Transformer

ARCHITECTURES = {"transformer": Transformer, "lstm": Lstm}


def create_model(architecture, vocabulary, config):
    """An untrained model. vocabulary: number of tokens; config: the architecture's own sizes."""
    if architecture not in ARCHITECTURES:
        raise ValueError(
            f"unknown architecture {architecture!r}: give one of {', '.join(ARCHITECTURES)}"
        )
    return ARCHITECTURES[architecture](vocabulary, **config)
