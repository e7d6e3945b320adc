"""Which words translate which: IBM model 1 in both directions. (Brown and others 1993, Computational Linguistics 19(2))"""

import numpy as np

ITERATIONS = 6

# Likenesses below it are chance; of a word the best ones are kept.
LEAST = 0.02
KEPT = 6


def align(pairs: list[tuple[list[str], list[str]]]) -> dict[str, list[tuple[str, float]]]:
    """pairs: words of an English text, words of its translation → by French word: English words and how sure they are, best first.

    How sure is the geometric mean of the two chances, that one is translated by the other.
    """
    english: dict[str, int] = {}
    french: dict[str, int] = {}
    sides = [
        (np.array([english.setdefault(word, len(english)) for word in left]), np.array([french.setdefault(word, len(french)) for word in right]))
        for left, right in pairs
    ]
    lefts = np.array([len(left) for left, _ in sides])
    rights = np.array([len(right) for _, right in sides])
    # One cell for each word of a text with each of its translation, row by row of the translation.
    cells = np.concatenate([(right[:, None] + len(french) * left.astype(np.int64)[None]).ravel() for left, right in sides])
    distinct, cell = np.unique(cells, return_inverse=True)
    of_english, of_french = distinct // len(french), distinct % len(french)
    size = lefts * rights
    within = np.arange(len(cell)) - np.repeat(_starts(size), size)
    width = np.repeat(lefts, size)
    left_word = np.repeat(_starts(lefts), size) + within % width
    right_word = np.repeat(_starts(rights), size) + within // width
    to_french = _chances(cell, right_word, of_english)
    to_english = _chances(cell, left_word, of_french)
    sure = np.sqrt(to_french * to_english)
    english_words, french_words = list(english), list(french)
    found: dict[str, list[tuple[str, float]]] = {}
    for at in np.flatnonzero(sure > LEAST):
        found.setdefault(french_words[of_french[at]], []).append((english_words[of_english[at]], float(sure[at])))
    return {word: sorted(others, key=lambda other: -other[1])[:KEPT] for word, others in found.items()}


def _starts(lengths: np.ndarray) -> np.ndarray:
    return np.cumsum(lengths) - lengths


def _chances(cell: np.ndarray, explained: np.ndarray, given: np.ndarray) -> np.ndarray:
    """Of each distinct pair: the chance of one word, given the other.

    cell: the distinct pair of each cell; explained: the word in its text that the cell explains; given: of each distinct pair
    """
    chances = np.ones(len(given), np.float32)
    for _ in range(ITERATIONS):
        weights = chances[cell]
        counts = np.bincount(cell, weights / np.bincount(explained, weights)[explained], minlength=len(given))
        chances = (counts / np.bincount(given, counts)[given]).astype(np.float32)
    return chances
