"""The flat file of a character model."""

from .corpus import START_TOKEN, UNKNOWN_TOKEN
from .tensors import name_tensors
from .weights_file import write_weights


def write_flat_file(folder, name, architecture, vocabulary, model):
    """Returns the header of what was written."""
    about = {
        "format": 1,
        "name": name,
        "architecture": architecture,
        "vocabulary": vocabulary,
        "unknown": UNKNOWN_TOKEN,
        "start": START_TOKEN,
        "config": model.config,
    }
    return write_weights(folder, about, name_tensors(model))
