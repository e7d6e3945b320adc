"""What training knows about each word: its pieces, noisy variants of them, its rarity and an inflected partner."""

from collections import defaultdict
from dataclasses import dataclass

import numpy as np

from .corpora import Corpora
from .ragged import Ragged
from .wordpiece import WordPiece

LETTERS = "abcdefghijklmnopqrstuvwxyz"

# Endings that leave the sense of a French or English word alone, longest first.
ENDINGS = sorted(
    "s x e es ee ees er ers ez ent ant ants ante antes ait aient ons a ai as ont eur eurs euse euses rice rices ion ions "
    "ement ements ment aux al ale ales if ifs ive ives iste istes isme ed ing ings ly y ies ied d".split(),
    key=len,
    reverse=True,
)
SHORTEST_STEM = 5


@dataclass(frozen=True)
class Lexicon:
    """Arrays indexed by word id."""

    segments: Ragged  # row variant * words + word: its pieces; variant 0 is exact, the others misspelt or finely cut
    variants: int
    rarity: np.ndarray  # float32 [words]: log inverse frequency
    partner: np.ndarray  # int32 [words]: another inflection of the word, or itself
    is_content: np.ndarray  # bool [words]: has a letter or digit


def stem(word: str) -> str:
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST_STEM:
            return word[: -len(ending)]
    return word


def _misspell(word: str, random: np.random.Generator) -> str:
    """One dropped, doubled, swapped or replaced letter."""
    at = int(random.integers(1, len(word)))
    kind = int(random.integers(4))
    if kind == 0:
        return word[:at] + word[at + 1 :]
    if kind == 1:
        return word[:at] + word[at - 1 :]
    if kind == 2:
        return word[: at - 1] + word[at] + word[at - 1] + word[at + 1 :]
    return word[:at] + LETTERS[int(random.integers(26))] + word[at + 1 :]


def _noisy_segmentation(pieces: WordPiece, word: str, random: np.random.Generator) -> list[int]:
    if len(word) < 4 or not word.isalpha():
        return pieces.segment(word)
    if random.random() < 0.4:
        return pieces.segment(_misspell(word, random))
    return pieces.segment(word, longest=int(random.integers(2, len(word))))


def _inflection_partners(words: list[str], random: np.random.Generator) -> np.ndarray:
    families: defaultdict[str, list[int]] = defaultdict(list)
    for index, word in enumerate(words):
        if word.isalpha():
            families[stem(word)].append(index)
    partner = np.arange(len(words), dtype=np.int32)
    for family in families.values():
        if len(family) > 1:
            family = list(random.permutation(family))
            partner[family] = family[1:] + family[:1]
    return partner


def build_lexicon(corpora: Corpora, pieces: WordPiece, seed: int, variants: int = 2) -> Lexicon:
    random = np.random.default_rng([seed, 1])
    words = corpora.words
    counts = np.array([corpora.piece_counts[word] for word in words], np.float64)
    segments = [pieces.segment(word) for word in words]
    for _ in range(variants):
        segments += [_noisy_segmentation(pieces, word, random) for word in words]
    return Lexicon(
        segments=Ragged.of(segments),
        variants=variants,
        rarity=np.log(counts.sum() / np.maximum(counts, 1)).astype(np.float32),
        partner=_inflection_partners(words, random),
        is_content=np.array([any(map(str.isalnum, word)) for word in words]),
    )
