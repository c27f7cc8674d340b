"""model.json and weights.bin: a header and the arrays that it names, which the TypeScript core reads."""

import hashlib

from .json_file import write_json
from .quantise import is_quantised, quantise_rows


def write_weights(folder, about, tensors):
    """
    about: what the header says first; tensors: {name: float array}, of which those with more than
    one axis are rounded row by row. Returns the header. Every array begins at a multiple of four
    bytes, little-endian.
    """
    data, entries = bytearray(), []

    def append(values):
        offset = len(data)
        data.extend(values.tobytes())
        data.extend(bytes(-len(data) % 4))
        return offset

    for name, W in tensors.items():
        entry = {"name": name, "shape": list(W.shape)}
        if is_quantised(W):
            integers, scales = quantise_rows(W.reshape(len(W), -1))
            entry |= {"type": "int8", "offset": append(integers)}
            entry["scale"] = append(scales.astype("<f4"))
        else:
            entry |= {"type": "float32", "offset": append(W.astype("<f4"))}
        entries.append(entry)
    digest = hashlib.sha256(data).hexdigest()
    header = {**about, "tensors": entries, "bytes": len(data), "sha256": digest}
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "weights.bin").write_bytes(data)
    write_json(folder / "model.json", header)
    return header
