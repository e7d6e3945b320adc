"""Vectors of the trained table for a handful of texts, for check-export.mjs to compare with the exported model."""

import json
import subprocess
from pathlib import Path

import numpy as np

from .evaluate import embed_texts, piece_ids
from .files import write_bytes
from .wordpiece import WordPiece

# What breaks tokenizers: nothing, blanks, ligatures, soft hyphens, both apostrophes, numbers, other scripts, long words.
ODD_TEXTS = [
    "",
    " \n\t",
    "L’Œuvre d'Ænea : « ça coûte 12 345,60 € », dit-on…",
    "Pre­mier étage du lan­ceur",
    "Netanyahou, Hulata et Ben-Barak (NSO) ont-ils vu Pegasus 3 en 2021-07-18 ?",
    "İstanbul ΑΘΗΝΑ Москва 東京 العربية 😀",
    "a" * 99,
    "b" * 101,
    "https://example.org/?q=1&r=%C3%A9#x_y",
    "e\u0301te\u0301 nai\u0308f NAÏVE",
]


def write_reference(path: Path, table: np.ndarray, pieces: WordPiece, texts: list[str]) -> None:
    texts = ODD_TEXTS + texts
    vectors = embed_texts(table, pieces, texts)
    lines = [
        json.dumps({"text": text, "ids": piece_ids(pieces, text), "vector": [round(float(value), 6) for value in vector]}, ensure_ascii=False)
        for text, vector in zip(texts, vectors)
    ]
    write_bytes(path, ("\n".join(lines) + "\n").encode())


def check_export(model_folder: Path, reference: Path) -> dict:
    """Runs the exported model through @xenova/transformers; raises where it differs from the trained table."""
    script = Path(__file__).with_name("check-export.mjs")
    run = subprocess.run(["node", script, model_folder, reference], capture_output=True, text=True)
    if run.returncode != 0:
        raise RuntimeError(f"Expected the exported model to equal the trained one. {run.stdout}{run.stderr}")
    return json.loads(run.stdout)
