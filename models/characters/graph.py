"""A small writer of ONNX graphs, whose matrices stay in 8 bits inside the file."""

import numpy as np
from onnx import TensorProto, helper, numpy_helper

from .quantise import is_quantised, quantise_rows

OPSET = 17  # the first with LayerNormalization


class Graph:
    def __init__(self, tensors):
        self.tensors = tensors
        self.nodes, self.initialisers, self.constants = [], [], {}

    def node(self, operator, *inputs, name=None, **attributes):
        """Adds a node; returns the name of its output."""
        output = name or f"{operator.lower()}_{len(self.nodes)}"
        self.nodes.append(helper.make_node(operator, list(inputs), [output], **attributes))
        return output

    def constant(self, values, dtype):
        array = np.asarray(values, dtype=dtype)
        key = (array.tobytes(), array.shape, array.dtype.str)
        if key not in self.constants:
            self.constants[key] = self.store(f"constant_{len(self.constants)}", array)
        return self.constants[key]

    def integers(self, *values):
        return self.constant(values, np.int64)

    def weight(self, name):
        """A tensor of the model: matrices as integers with one scale per row."""
        W = self.tensors[name]
        if not is_quantised(W):
            return self.store(name, W)
        integers, scales = quantise_rows(W)
        stored = (
            self.store(f"{name}.integers", integers),
            self.store(f"{name}.scales", scales),
            self.constant(np.zeros(len(W)), np.int8),
        )
        return self.node("DequantizeLinear", *stored, name=name, axis=0)

    def linear(self, X, W, b):
        """X Wᵀ + b for a weight W: [out, in]."""
        transposed = self.node("Transpose", W, perm=[1, 0])
        return self.node("Add", self.node("MatMul", X, transposed), b)

    def store(self, name, array):
        self.initialisers.append(numpy_helper.from_array(np.ascontiguousarray(array), name))
        return name

    def build(self, name, inputs, outputs):
        """inputs, outputs: {name: (type, shape)}; an axis given as text is dynamic."""
        declared = [
            [helper.make_tensor_value_info(key, *value) for key, value in group.items()]
            for group in (inputs, outputs)
        ]
        graph = helper.make_graph(self.nodes, name, *declared, self.initialisers)
        return helper.make_model(
            graph,
            opset_imports=[helper.make_opsetid("", OPSET)],
            ir_version=8,
            producer_name="characters",
        )


FLOAT, INT64 = TensorProto.FLOAT, TensorProto.INT64
