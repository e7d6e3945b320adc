"""Random changes to rows of words, and their turning into rows of pieces."""

from dataclasses import dataclass

import numpy as np

from .lexicon import Lexicon
from .ragged import Ragged


@dataclass(frozen=True)
class Noise:
    """Chances, for each word, of being left out, inflected otherwise, or misspelt or cut more finely."""

    drop: float = 0.0
    inflect: float = 0.0
    misspell: float = 0.0


def apply_noise(rows: Ragged, lexicon: Lexicon, noise: Noise, random: np.random.Generator) -> Ragged:
    """Rows of words → rows of pieces."""
    if noise.drop:
        # The first word of a row always stays, so that no row becomes empty.
        kept = random.random(len(rows.values)) >= noise.drop
        kept[np.minimum(rows.starts[:-1], len(kept) - 1)] = True
        rows = rows.keep(kept)
    words = rows.values
    if noise.inflect:
        words = np.where(random.random(len(words)) < noise.inflect, lexicon.partner[words], words)
    return _pieces(Ragged(words, rows.starts), lexicon, noise.misspell, random)


def _pieces(rows: Ragged, lexicon: Lexicon, misspell: float, random: np.random.Generator) -> Ragged:
    """Each word's exact pieces, or with chance `misspell` those of one of its noisy variants."""
    segment = rows.values.astype(np.int64)
    if misspell:
        noisy = np.flatnonzero(random.random(len(segment)) < misspell)
        segment[noisy] += random.integers(1, lexicon.variants + 1, len(noisy)) * len(lexicon.rarity)
    found = lexicon.segments.take(segment)
    return Ragged(found.values, found.starts[rows.starts])


def choose_words(rows: Ragged, weights: np.ndarray, counts: np.ndarray, random: np.random.Generator) -> Ragged:
    """Draws counts[i] words of row i without replacement, with chances in proportion to weights (float [words])."""
    with np.errstate(divide="ignore"):
        keys = np.log(weights[rows.values]) + random.gumbel(size=len(rows.values))
    order = np.lexsort((-keys, rows.row_of_value()))
    rank = np.empty(len(order), np.int64)
    rank[order] = np.arange(len(order))
    rank -= rows.starts[rows.row_of_value()]
    return rows.keep((rank < counts[rows.row_of_value()]) & np.isfinite(keys))
