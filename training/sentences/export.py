"""Writes the encoder as one ONNX graph that takes rows of words and texts made of them, and reads it back."""

from pathlib import Path

import onnx
import torch
from torch import nn

from ..reading.export import OPSET
from ..reading.quantise import named, quantise, watched
from ..shipped import weights_of
from .model import SIGNS, Encoder, in_bytes, mean_of


class Graph(nn.Module):
    """Beside what texts mean, what each of their words means where it stands."""

    def __init__(self, encoder: Encoder) -> None:
        super().__init__()
        self.encoder = encoder

    def forward(self, words, tokens):
        """→ float [B, D], of length one; uint8 [B, L - 2, D], see in_bytes, of the words between the signs"""
        states = self.encoder.states(self.encoder.rows(words), tokens)
        return mean_of(states, tokens), in_bytes(states[:, 1:-1])


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
        Graph(encoder),
        example,
        file,
        opset_version=OPSET,
        input_names=["words", "tokens"],
        output_names=["vectors", "states"],
        dynamic_axes={"words": {0: "words"}, "tokens": {0: "texts", 1: "tokens"}, "vectors": {0: "texts"}, "states": {0: "texts", 1: "words"}},
    )
    graph = named(onnx.load(file), {f"encoder.{name}": own for name, own in encoder.state_dict().items()})
    onnx.save(quantise(graph, ranges), file)


def read_back(file: Path) -> Encoder:
    """An encoder as it is shipped, large matrices rounded to seven bits."""
    layers = sum(one.name.endswith("first_norm.weight") for one in onnx.load(str(file)).graph.initializer)
    encoder = Encoder(layers)
    encoder.load_state_dict(weights_of(file, "encoder", encoder.state_dict()))
    return encoder
