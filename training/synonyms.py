"""Puts near-synonyms in the place of words, as whoever asks hardly ever uses the words of the passage."""

from collections import defaultdict
from dataclasses import dataclass

import numpy as np

from .lexicon import stem
from .ragged import Ragged
from .thesaurus import Thesaurus

# A word of more groups means too many things for any of its synonyms to be a fair guess.
MOST_MEANINGS = 3


@dataclass(frozen=True)
class Synonyms:
    """What may stand for each word: a row of `units` for each id in the word's row of `choices`."""

    units: Ragged  # the first rows are the words themselves, the others members of the thesaurus
    choices: Ragged  # row of a word: numbers of units
    meanings: np.ndarray  # int64 [words]: groups that hold the word or, where none does, an inflection of it


def build_synonyms(thesaurus: Thesaurus, words: list[str]) -> Synonyms:
    group_of = np.repeat(np.arange(len(thesaurus.groups) - 1), np.diff(thesaurus.groups))
    groups: defaultdict[int, set[int]] = defaultdict(set)
    families: defaultdict[str, set[int]] = defaultdict(set)
    for member in np.flatnonzero(thesaurus.members.lengths() == 1):
        word = int(thesaurus.members.values[thesaurus.members.starts[member]])
        groups[word].add(int(group_of[member]))
        families[stem(words[word])].add(int(group_of[member]))
    choices, meanings = [], []
    for index, word in enumerate(words):
        found = groups.get(index) or (families.get(stem(word), set()) if word.isalpha() else set())
        meanings.append(len(found))
        units = (range(thesaurus.groups[group], thesaurus.groups[group + 1]) for group in sorted(found))
        choices.append([len(words) + member for group in units for member in group] if len(found) <= MOST_MEANINGS else [])
    alone = Ragged(np.arange(len(words), dtype=np.int32), np.arange(len(words) + 1))
    starts = np.concatenate([alone.starts, alone.starts[-1] + thesaurus.members.starts[1:]])
    return Synonyms(Ragged(np.concatenate([alone.values, thesaurus.members.values]), starts), Ragged.of(choices), np.array(meanings))


def substitute(rows: Ragged, synonyms: Synonyms, chance: float, random: np.random.Generator) -> Ragged:
    """Puts a random synonym in the place of some words: with `chance` where a word has one meaning, less where it has more."""
    words = rows.values
    offered = synonyms.choices.lengths()[words]
    replaced = np.flatnonzero((offered > 0) & (random.random(len(words)) * synonyms.meanings[words] < chance))
    units = words.astype(np.int64)
    units[replaced] = synonyms.choices.values[synonyms.choices.starts[words[replaced]] + random.integers(0, offered[replaced])]
    found = synonyms.units.take(units)
    return Ragged(found.values, found.starts[rows.starts])
