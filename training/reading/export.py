"""Writes the reader as one ONNX graph that takes a question and B sentences at once."""

from pathlib import Path

import torch
from torch import nn

from .examples import Batch
from .model import Reader

# What onnxruntime 1.14 reads.
OPSET = 15


class Graph(nn.Module):
    """One text asked, B texts told; words as rows of a table of vectors, so that each is projected and compared once."""

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self.reader = reader

    def forward(self, vectors, asked, told, segment, likeness):
        """vectors: float [U, D]; asked: int32 [Q, 4]; told: int32 [B, T, 4]; segment: int32 [B, T]; likeness: float [B, Q, T]."""
        asked, told, segment = asked.long(), told.long(), segment.long()
        count = told.shape[0]
        question = asked[None].expand(count, -1, -1)
        mask = torch.ones_like(question[..., 0], dtype=torch.bool)
        batch = Batch(question, mask, told, segment != 0, segment, likeness, None, None)
        reader = self.reader
        projected = vectors @ reader.project.weight.T
        project, reader.project = reader.project, nn.Identity()
        found = reader.read(batch, projected[question[..., 0]], projected[told[..., 0]], cosine_of(vectors, asked, told))
        reader.project = project
        return found


def cosine_of(vectors, asked, told):
    """float [B, Q, T]"""
    rows = vectors[asked[:, 0]] @ vectors.T
    return rows[:, told[..., 0]].permute(1, 0, 2)


def export(reader: Reader, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    reader.eval()
    dimensions = reader.project.weight.shape[1]
    unknown, asked, told = 7, 5, 6
    example = (
        torch.randn(unknown, dimensions),
        torch.randint(0, 2, (asked, 4), dtype=torch.int32),
        torch.randint(0, 2, (3, told, 4), dtype=torch.int32),
        torch.randint(1, 4, (3, told), dtype=torch.int32),
        torch.rand(3, asked, told),
    )
    torch.onnx.export(
        Graph(reader),
        example,
        str(folder / "reader.onnx"),
        opset_version=OPSET,
        input_names=["vectors", "asked", "told", "segment", "likeness"],
        output_names=["answers", "bears_out", "inside"],
        dynamic_axes={
            "vectors": {0: "words"},
            "asked": {0: "asked"},
            "told": {0: "texts", 1: "told"},
            "segment": {0: "texts", 1: "told"},
            "likeness": {0: "texts", 1: "asked", 2: "told"},
            "answers": {0: "texts"},
            "bears_out": {0: "texts"},
            "inside": {0: "texts", 1: "told"},
        },
    )
