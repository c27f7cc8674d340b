"""model.json and weights.bin, which the TypeScript core reads."""

import hashlib

from .corpus import START_TOKEN, UNKNOWN_TOKEN
from .json_file import write_json
from .quantise import is_quantised, quantise_rows
from .tensors import name_tensors


def write_flat_file(folder, name, architecture, vocabulary, model):
    """Returns the header. Every array begins at a multiple of four bytes, little-endian."""
    data, entries = bytearray(), []

    def append(values):
        offset = len(data)
        data.extend(values.tobytes())
        data.extend(bytes(-len(data) % 4))
        return offset

    for tensor, W in name_tensors(model).items():
        entry = {"name": tensor, "shape": list(W.shape)}
        if is_quantised(W):
            integers, scales = quantise_rows(W)
            entry |= {"type": "int8", "offset": append(integers)}
            entry["scale"] = append(scales.astype("<f4"))
        else:
            entry |= {"type": "float32", "offset": append(W.astype("<f4"))}
        entries.append(entry)
    header = {
        "format": 1,
        "name": name,
        "architecture": architecture,
        "vocabulary": vocabulary,
        "unknown": UNKNOWN_TOKEN,
        "start": START_TOKEN,
        "config": model.config,
        "tensors": entries,
        "bytes": len(data),
        "sha256": hashlib.sha256(data).hexdigest(),
    }
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "weights.bin").write_bytes(data)
    write_json(folder / "model.json", header)
    return header
