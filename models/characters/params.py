"""The parameters of a model, from params.yaml."""

from pathlib import Path

import yaml

ROOT = Path(__file__).parent.parent


def read_params(name, path=ROOT / "params.yaml"):
    """The entry of a model; its corpus is described under `corpora`."""
    entries = read_entries(path)["models"]
    if name not in entries:
        raise ValueError(f"unknown model {name!r}: give one of {', '.join(entries)}")
    return entries[name]


def read_entries(path=ROOT / "params.yaml"):
    return yaml.safe_load(Path(path).read_text(encoding="utf-8"))
