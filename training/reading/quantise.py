"""Keeps the large matrices of a graph in a byte a number and multiplies in whole numbers, and large tables in two: about half the time and half the size."""

from collections.abc import Iterator
from contextlib import contextmanager

import numpy as np
import onnx
import torch
from onnx import helper, numpy_helper
from torch import nn

# Seven bits: eight overflow the sums of processors that add two products in sixteen bits.
GREATEST = 63
SMALLEST_SIDE = 64

# Numbers of a table from which it is kept in two bytes each.
SMALLEST_TABLE = 100_000

# Where onnxruntime keeps the operators of its own: a product of whole numbers that gives back plain ones, with the bias, in one go.
RUNTIME_DOMAIN = "com.microsoft"


@contextmanager
def watched(products: list[nn.Linear]) -> Iterator[list[tuple[float, float]]]:
    """Least and greatest number that each product reads inside the block, zero included."""
    ranges = [(0.0, 0.0)] * len(products)

    def widen(at: int):
        def look(_, inputs):
            ranges[at] = (min(ranges[at][0], inputs[0].min().item()), max(ranges[at][1], inputs[0].max().item()))

        return look

    hooks = [product.register_forward_pre_hook(widen(at)) for at, product in enumerate(products)]
    yield ranges
    for hook in hooks:
        hook.remove()


def named(model: onnx.ModelProto, state: dict[str, torch.Tensor]) -> onnx.ModelProto:
    """Gives matrices that the exporter turned over the names that they had, so that shipped.py finds them again."""
    turned = {own.T.contiguous().numpy().tobytes(): name for name, own in state.items() if own.dim() == 2}
    names = {one.name: turned.get(numpy_helper.to_array(one).tobytes()) for one in model.graph.initializer if one.name.startswith("onnx::")}
    for one in model.graph.initializer:
        one.name = names.get(one.name) or one.name
    for node in model.graph.node:
        node.input[:] = [names.get(name) or name for name in node.input]
    return model


def quantise(model: onnx.ModelProto, ranges: list[tuple[float, float]]) -> onnx.ModelProto:
    """Replaces X @ W by whole numbers, W with a scale a column, X with one scale.

    ranges: least and greatest number of X, product by product. They are measured beforehand, so that what is read of a text does not hang on
    the texts beside it, as it would with DynamicQuantizeLinear.
    """
    graph = model.graph
    matrices = {one.name: numpy_helper.to_array(one) for one in graph.initializer}
    readers = {name: [node for node in graph.node if name in node.input] for node in graph.node for name in node.output}
    nodes, new, replaced, merged = [], [], set(), set()
    for node in graph.node:
        matrix = matrices.get(node.input[1]) if node.op_type == "MatMul" else None
        if node.name in merged:
            continue
        if matrix is None or matrix.ndim != 2 or min(matrix.shape) < SMALLEST_SIDE:
            nodes.append(node)
            continue
        least, greatest = ranges[len(replaced)]
        scale = np.float32((greatest - least) / 255)
        zero = np.uint8(np.clip(round(-least / scale), 0, 255))
        x, name, out = node.input[0], node.input[1], node.output[0]
        scales = np.maximum(np.abs(matrix).max(0) / GREATEST, 1e-9).astype(np.float32)
        constants = {"whole": np.round(matrix / scales).astype(np.int8), "scale": scale, "zero": zero, "scales": scales}
        new += [numpy_helper.from_array(np.asarray(value), f"{name}_{part}") for part, value in constants.items()]
        replaced.add(name)
        inputs = [f"{out}_whole", f"{name}_whole", f"{name}_scale", f"{name}_scales", f"{name}_zero"]
        after = readers[out][0]
        biases = [one for one in after.input if one in matrices and matrices[one].shape == matrix.shape[1:]]
        if len(readers[out]) == 1 and after.op_type == "Add" and biases:
            merged.add(after.name)
            inputs, out = [*inputs, "", biases[0]], after.output[0]
        nodes.append(helper.make_node("QuantizeLinear", [x, f"{name}_scale", f"{name}_zero"], [inputs[0]]))
        nodes.append(helper.make_node("MatMulIntegerToFloat", inputs, [out], domain=RUNTIME_DOMAIN))
    assert len(replaced) == len(ranges), (len(replaced), len(ranges))
    kept = [one for one in graph.initializer if one.name not in replaced] + new
    del graph.node[:], graph.initializer[:]
    graph.node.extend(nodes)
    graph.initializer.extend(kept)
    model.opset_import.append(helper.make_opsetid(RUNTIME_DOMAIN, 1))
    return model


def halve_tables(model: onnx.ModelProto) -> onnx.ModelProto:
    """Keeps what rows are taken from in two bytes a number; the rows are made plain ones as they are taken."""
    graph = model.graph
    tables = {one.name: one for one in graph.initializer}
    nodes = []
    for node in graph.node:
        table = tables.get(node.input[0]) if node.op_type == "Gather" else None
        nodes.append(node)
        if table is None or np.prod(table.dims) < SMALLEST_TABLE:
            continue
        if table.data_type != onnx.TensorProto.FLOAT16:
            table.CopyFrom(numpy_helper.from_array(numpy_helper.to_array(table).astype(np.float16), table.name))
        out = node.output[0]
        node.output[0] = f"{out}_half"
        nodes.append(helper.make_node("Cast", [node.output[0]], [out], to=onnx.TensorProto.FLOAT))
    del graph.node[:]
    graph.node.extend(nodes)
    return model
