"""The words of the training folder's texts, folded as the reader folds them (src/reading/tokens.ts)."""

import re
from collections import Counter
from pathlib import Path

from ..corpora import PARALLEL_FILES, lines
from ..folding import fold

PLACES = "lexicon/places-languages.tsv"
SPOKEN = {"fr": "common-voice-sentences/fr.txt.gz", "en": "common-voice-sentences/en.txt.gz"}

# Longer lines of laws hold so many words that each could stand for any.
LONGEST = 40

# How often a pair of names of places is read: they are listed once.
PLACES_TIMES = 3

# Of the laws every eighth line counts for how common a word is: there are more of them than of all else.
LAWS_EVERY = 8

_word = re.compile(r"(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)'(?=[a-z])|[a-z][a-z0-9]*(?:'[a-z]+)*")


def words_of(text: str) -> list[str]:
    """Folded words; elided articles apart, without the English genitive."""
    return [word.removesuffix("'s") for word in _word.findall(fold(text.replace("’", "'")))]


def translations(folder: Path) -> list[tuple[list[str], list[str]]]:
    """Words of English texts and of their French translations."""
    pairs = []
    for name in ("tatoeba", "laws", "python"):
        for line in lines(folder / PARALLEL_FILES[name]):
            english, french = (words_of(column) for column in line.split("\t")[:2])
            if max(len(english), len(french)) <= LONGEST:
                pairs.append((english, french))
    for line in lines(folder / PARALLEL_FILES["glossary"]):
        english, french = (words_of(column) for column in line.split("\t")[:2])
        pairs.append((english, french))
    for line in lines(folder / PLACES):
        _, french, english = line.split("\t")[:3]
        pairs += [(words_of(english), words_of(french))] * PLACES_TIMES
    return [(english, french) for english, french in pairs if english and french]


def frequencies(folder: Path) -> tuple[Counter, Counter]:
    """How often each English and each French word stands in the texts."""
    english, french = Counter(), Counter()
    for name in ("tatoeba", "laws"):
        for number, line in enumerate(lines(folder / PARALLEL_FILES[name])):
            if name == "laws" and number % LAWS_EVERY:
                continue
            columns = line.split("\t")
            english.update(words_of(columns[0]))
            french.update(words_of(columns[1]))
    for language, counts in (("fr", french), ("en", english)):
        for line in lines(folder / SPOKEN[language]):
            counts.update(words_of(line))
    return english, french
