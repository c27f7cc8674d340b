"""The transformer as an ONNX graph with everything it computes as extra outputs."""

import math

import numpy as np
import onnx

from .graph import FLOAT, INT64, Graph
from .tensors import name_tensors
from .transformer import MASKED

EPSILON = 1e-5


def build_onnx(name, model):
    """
    input_ids [B, T ≤ context] → logits [B, T, V], attentions [B, L, H, T, T], queries, keys and
    values [B, L, H, T, d], hidden_states [B, L + 1, T, D].
    """
    config = model.config
    L, H, D, context = (config[key] for key in ("layers", "heads", "width", "context"))
    tensors = name_tensors(model)
    V = len(tensors["embedding"])
    graph = Graph(tensors)
    length = graph.node("Shape", "input_ids", start=1, end=2)  # [1]: T
    embedding = graph.weight("embedding")
    positions = slice_rows(graph, graph.weight("position"), length)
    X = graph.node("Add", graph.node("Gather", embedding, "input_ids"), positions)
    mask = np.triu(np.full((context, context), MASKED, dtype=np.float32), 1)
    mask = slice_rows(graph, graph.store("mask", mask), length)
    mask = graph.node("Slice", mask, graph.integers(0), length, graph.integers(1))
    hidden, kept = [X], {"attentions": [], "queries": [], "keys": [], "values": []}
    for layer in range(L):
        X, parts = add_block(graph, f"block.{layer}", X, mask, H, D)
        hidden.append(X)
        for key, value in zip(kept, parts):
            kept[key].append(value)
    Z = normalise(graph, "norm", X)
    logits = graph.linear(Z, embedding, graph.weight("head.bias"))
    graph.node("Identity", logits, name="logits")
    for key, values in {**kept, "hidden_states": hidden}.items():
        raised = [graph.node("Unsqueeze", value, graph.integers(1)) for value in values]
        graph.node("Concat", *raised, name=key, axis=1)
    vectors = ("batch", L, H, "length", D // H)
    outputs = {
        "logits": (FLOAT, ("batch", "length", V)),
        "attentions": (FLOAT, ("batch", L, H, "length", "length")),
        "queries": (FLOAT, vectors),
        "keys": (FLOAT, vectors),
        "values": (FLOAT, vectors),
        "hidden_states": (FLOAT, ("batch", L + 1, "length", D)),
    }
    built = graph.build(name, {"input_ids": (INT64, ("batch", "length"))}, outputs)
    onnx.checker.check_model(built)
    return built


def add_block(graph, name, X, mask, H, D):
    Z = normalise(graph, f"{name}.norm1", X)
    q, k, v = (
        split_heads(graph, apply_layer(graph, f"{name}.{part}", Z), H, D)
        for part in ("query", "key", "value")
    )  # [B, H, T, d]
    scores = graph.node("MatMul", q, graph.node("Transpose", k, perm=[0, 1, 3, 2]))
    scores = graph.node("Div", scores, graph.constant(math.sqrt(D // H), np.float32))
    A = graph.node("Softmax", graph.node("Add", scores, mask), axis=-1)
    mixed = graph.node("Transpose", graph.node("MatMul", A, v), perm=[0, 2, 1, 3])
    mixed = graph.node("Reshape", mixed, graph.integers(0, 0, D))
    X = graph.node("Add", X, apply_layer(graph, f"{name}.output", mixed))
    up = apply_layer(graph, f"{name}.up", normalise(graph, f"{name}.norm2", X))
    down = apply_layer(graph, f"{name}.down", gelu(graph, up))
    return graph.node("Add", X, down), (A, q, k, v)


def apply_layer(graph, name, X):
    return graph.linear(X, graph.weight(f"{name}.weight"), graph.weight(f"{name}.bias"))


def split_heads(graph, X, H, D):
    parted = graph.node("Reshape", X, graph.integers(0, 0, H, D // H))
    return graph.node("Transpose", parted, perm=[0, 2, 1, 3])


def normalise(graph, name, X):
    weight, bias = graph.weight(f"{name}.weight"), graph.weight(f"{name}.bias")
    return graph.node("LayerNormalization", X, weight, bias, axis=-1, epsilon=EPSILON)


def gelu(graph, x):
    """x · sigmoid(2 √(2/π) (x + 0.044715 x³)), as in transformer.py."""
    cube = graph.node("Mul", graph.node("Mul", x, x), x)
    inner = graph.node("Add", x, graph.node("Mul", cube, graph.constant(0.044715, np.float32)))
    scaled = graph.node("Mul", inner, graph.constant(2 * math.sqrt(2 / math.pi), np.float32))
    return graph.node("Mul", x, graph.node("Sigmoid", scaled))


def slice_rows(graph, matrix, length):
    return graph.node("Slice", matrix, graph.integers(0), length, graph.integers(0))
