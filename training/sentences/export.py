"""Writes the encoder as one ONNX graph that takes rows of words and texts made of them."""

from pathlib import Path

import onnx
import torch

from ..reading.export import OPSET
from ..reading.quantise import quantise, watched
from .model import SIGNS, Encoder


@torch.no_grad()
def input_ranges(encoder: Encoder, words: torch.Tensor, tokens: torch.Tensor) -> list[tuple[float, float]]:
    """Least and greatest number that each product reads, in the order of the graph."""
    products = [encoder.project, *(part for layer in encoder.layers for part in (layer.attention, layer.mixed, layer.inner, layer.outer))]
    with watched(products) as ranges:
        for part in tokens.split(64):
            encoder(words, part)
    return ranges


def export(encoder: Encoder, words: torch.Tensor, tokens: torch.Tensor, folder: Path) -> None:
    """words, tokens: texts from which the ranges of numbers are taken"""
    folder.mkdir(parents=True, exist_ok=True)
    encoder.eval()
    ranges = input_ranges(encoder, words, tokens)
    file = str(folder / "encoder.onnx")
    example = (torch.randn(7, words.shape[1]), torch.randint(SIGNS, SIGNS + 7, (3, 5), dtype=torch.int32))
    torch.onnx.export(
        encoder,
        example,
        file,
        opset_version=OPSET,
        input_names=["words", "tokens"],
        output_names=["vectors"],
        dynamic_axes={"words": {0: "words"}, "tokens": {0: "texts", 1: "tokens"}, "vectors": {0: "texts"}},
    )
    onnx.save(quantise(onnx.load(file), ranges), file)
