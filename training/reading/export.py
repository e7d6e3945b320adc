"""Writes the reader as one ONNX graph that takes a question and B sentences at once."""

from pathlib import Path

import numpy as np
import onnx
import torch
from torch import nn

from ..sentences.model import from_bytes
from .examples import Batch, Examples
from .model import CONTEXT, SENTENCE, Reader, unit
from .quantise import SMALLEST_SIDE, halve_tables, named, quantise, watched

# What onnxruntime 1.14 reads.
OPSET = 15

# Pairs of each kind from which the ranges of numbers are taken.
SAMPLED = 512


class Graph(nn.Module):
    """One text asked, B texts told; words as rows of a table of vectors, so that each is projected and compared once."""

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self.reader = reader

    def forward(self, vectors, asked, told, segment, likeness, asked_context, told_context):
        """vectors: float [U, D]; asked: int32 [Q, 4]; told: int32 [B, T, 4]; segment: int32 [B, T]; likeness: float [B, Q, T];
        asked_context: uint8 [Q, C]; told_context: uint8 [B, T, C], read where the segment is the sentence."""
        asked, told, segment = asked.long(), told.long(), segment.long()
        count, length = told.shape[:2]
        question = asked[None].expand(count, -1, -1)
        mask = torch.ones_like(question[..., 0], dtype=torch.bool)
        batch = Batch(question, mask, told, segment != 0, segment, likeness, None, None, None, None)
        reader = self.reader
        contexts = torch.cat([from_bytes(asked_context), from_bytes(told_context).flatten(0, 1) * (segment == SENTENCE).flatten()[:, None]])
        contexts = reader.context(contexts)
        own, view = contexts[:, : reader.settings.width], unit(contexts[:, reader.settings.width :])
        across = (view[: asked.shape[0]] @ view[asked.shape[0] :].T).view(-1, count, length).permute(1, 0, 2)
        cosines = [*(cosine_of(space, asked, told) for space in reader.fixed_spaces(vectors)), across]
        projected = vectors @ reader.project.weight.T
        asked_own = projected[question[..., 0]] + own[: asked.shape[0]]
        told_own = projected[told[..., 0]] + own[asked.shape[0] :].view(count, length, -1)
        answers, bears_out, inside, stance = reader.read(batch, asked_own, told_own, cosines)
        return answers, bears_out, inside, torch.softmax(stance, -1)


def cosine_of(vectors, asked, told):
    """float [B, Q, T]"""
    rows = vectors[asked[:, 0]] @ vectors.T
    return rows[:, told[..., 0]].permute(1, 0, 2)


@torch.no_grad()
def input_ranges(reader: Reader, examples: Examples) -> list[tuple[float, float]]:
    """Least and greatest number that each large product reads, in the order of the graph, over some hundred pairs of texts."""
    products = [reader.context, reader.project, *(part for layer in reader.layers for part in (layer.attention, layer.mixed, layer.inner, layer.outer))]
    products = [product for product in products if min(product.weight.shape) >= SMALLEST_SIDE]
    questions = [question["first"] for question in examples.questions if question["count"] > 0]
    claims = [claim["pair"] for claim in examples.claims]
    with watched(products) as ranges:
        for pairs, longest in ((questions, reader.settings.question_lengths), (claims, reader.settings.claim_lengths)):
            sampled = np.array(pairs[:: max(1, len(pairs) // SAMPLED)])
            for chosen in np.array_split(sampled, max(1, len(sampled) // 64)):
                reader(examples.batch(torch.from_numpy(chosen), examples.lengths_of(chosen, longest)), examples.vectors)
    return ranges


def export(reader: Reader, examples: Examples, folder: Path) -> None:
    """examples: on the CPU, as the reader, with contexts"""
    folder.mkdir(parents=True, exist_ok=True)
    reader.eval()
    ranges = input_ranges(reader, examples)
    dimensions = reader.project.weight.shape[1]
    unknown, asked, told = 7, 5, 6
    example = (
        torch.randn(unknown, dimensions),
        torch.randint(0, 2, (asked, 4), dtype=torch.int32),
        torch.randint(0, 2, (3, told, 4), dtype=torch.int32),
        torch.randint(1, 4, (3, told), dtype=torch.int32),
        torch.rand(3, asked, told),
        torch.randint(0, 255, (asked, CONTEXT), dtype=torch.uint8),
        torch.randint(0, 255, (3, told, CONTEXT), dtype=torch.uint8),
    )
    file = str(folder / "reader.onnx")
    torch.onnx.export(
        Graph(reader),
        example,
        file,
        opset_version=OPSET,
        input_names=["vectors", "asked", "told", "segment", "likeness", "asked_context", "told_context"],
        output_names=["answers", "bears_out", "inside", "stances"],
        dynamic_axes={
            "vectors": {0: "words"},
            "asked": {0: "asked"},
            "told": {0: "texts", 1: "told"},
            "segment": {0: "texts", 1: "told"},
            "likeness": {0: "texts", 1: "asked", 2: "told"},
            "asked_context": {0: "asked"},
            "told_context": {0: "texts", 1: "told"},
            "answers": {0: "texts"},
            "bears_out": {0: "texts"},
            "inside": {0: "texts", 1: "told"},
            "stances": {0: "texts"},
        },
    )
    graph = named(onnx.load(file), {f"reader.{name}": own for name, own in reader.state_dict().items()})
    onnx.save(halve_tables(quantise(graph, ranges)), file)
