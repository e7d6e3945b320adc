"""The training tasks: each draws a batch of pairs (left text, right text) that should lie close together."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from .augment import Noise, apply_noise, choose_words
from .corpora import Corpora
from .lexicon import Lexicon
from .ragged import Ragged, join
from .synonyms import Synonyms, substitute
from .thesaurus import draw_pairs

QUESTION_WORDS = {
    "fr": "quel quelle quels quelles qui que quoi ou quand comment pourquoi combien est ce qu a t il elle dans de du la le les des un une "
    "en par pour sur ? l d".split(),
    "en": "what which who whom whose where when why how many much is was are were did does do the a an of in to for by on ?".split(),
}


@dataclass(frozen=True)
class Batch:
    """Rows of pieces. Pairs whose keys are equal on either side are not each other's negatives."""

    left: Ragged
    right: Ragged
    left_key: np.ndarray  # int64 [rows]
    right_key: np.ndarray


Task = Callable[[np.random.Generator], Batch]


def _content_hash(rows: Ragged) -> np.ndarray:
    """int64 [rows]: equal for rows that hold the same words."""
    mixed = (rows.values.astype(np.int64) + 1) * 0x9E3779B97F4A7C1 % (1 << 61)
    return np.add.reduceat(np.append(mixed, 0), rows.starts[:-1])


def _share_random_pieces(left: Ragged, right: Ragged, vocabulary: int, random: np.random.Generator) -> tuple[Ragged, Ragged]:
    """Adds the same few random pieces to both sides of some pairs.

    Names and numbers are written alike in both languages; this teaches every piece, rare ones too, to speak for itself.
    """
    counts = random.poisson(1.0, len(left)) * (random.random(len(left)) < 0.6)
    extra = Ragged(random.integers(2, vocabulary, int(counts.sum()), dtype=np.int32), np.concatenate([[0], np.cumsum(counts)]))
    return join(left, extra), join(right, extra)


@dataclass(frozen=True)
class Tasks:
    corpora: Corpora
    lexicon: Lexicon
    synonyms: Synonyms
    substitution: float  # chance that a word of a question or a line gives way to a synonym
    vocabulary: int

    def translation(self, sources: list[tuple[str, int]]) -> Task:
        """A sentence and its translation; the batch takes the given number of pairs from each source."""

        def draw(random: np.random.Generator) -> Batch:
            english, french = [], []
            for name, count in sources:
                source = self.corpora.parallel[name]
                rows = random.integers(0, len(source.english), count)
                english.append(source.english.take(rows))
                french.append(source.french.take(rows))
            left, right = _stack(english), _stack(french)
            noise = Noise(drop=0.05, inflect=0.03, misspell=0.06)
            pieces = _share_random_pieces(
                apply_noise(left, self.lexicon, noise, random), apply_noise(right, self.lexicon, noise, random), self.vocabulary, random
            )
            return Batch(*pieces, _content_hash(left), _content_hash(right))

        return draw

    def question(self, lines: Ragged, asked: Ragged, language: str, rows: int, document: np.ndarray | None = None) -> Task:
        """A passage of `lines` against a few rare words of one of its lines, dressed as a question.

        `asked` holds the same lines as they are asked about: itself, or the translation.
        """
        question_words = self._question_words(language)
        weights = np.where(self.lexicon.is_content, np.clip(self.lexicon.rarity - 3.0, 0.05, 8.0) ** 1.5, 0.0)

        def draw(random: np.random.Generator) -> Batch:
            first, last = self._passages(lines, rows, document, random)
            passages = lines.spans(first, last)
            about = first + (random.random(rows) * (last - first)).astype(np.int64)
            # Half of the questions join words of two neighbouring lines, as a question with a name from the context does.
            until = np.where(random.random(rows) < 0.5, np.minimum(about + 2, last), about + 1)
            chosen = choose_words(asked.spans(about, until), weights, random.integers(2, 8, rows), random)
            chosen = substitute(chosen, self.synonyms, self.substitution, random)
            counts = random.integers(1, 6, rows)
            dressing = Ragged(random.choice(question_words, int(counts.sum())).astype(np.int32), np.concatenate([[0], np.cumsum(counts)]))
            questions = join(dressing, chosen)
            left = apply_noise(questions, self.lexicon, Noise(inflect=0.2, misspell=0.08), random)
            right = apply_noise(passages, self.lexicon, Noise(drop=0.1, misspell=0.03), random)
            return Batch(left, right, np.arange(rows), _content_hash(passages))

        return draw

    def neighbour(self, lines: Ragged, rows: int, document: np.ndarray | None = None) -> Task:
        """A line and the passage around it, from which it is taken out."""

        def draw(random: np.random.Generator) -> Batch:
            first, last = self._passages(lines, rows, document, random)
            last = np.maximum(last, np.minimum(first + 2, len(lines)))
            front = random.random(rows) < 0.5
            line = np.where(front, first, last - 1)
            asked = substitute(lines.take(line), self.synonyms, self.substitution, random)
            left = apply_noise(asked, self.lexicon, Noise(drop=0.2, misspell=0.05), random)
            right = apply_noise(lines.spans(first + front, last - ~front), self.lexicon, Noise(drop=0.2, misspell=0.03), random)
            return Batch(left, right, np.arange(rows), np.arange(rows))

        return draw

    def synonym(self, rows: int) -> Task:
        """Two members of one group of the thesaurus, in whichever languages."""
        thesaurus = self.corpora.thesaurus

        def draw(random: np.random.Generator) -> Batch:
            left, right = draw_pairs(thesaurus, rows, random)
            noise = Noise(inflect=0.1, misspell=0.06)
            sides = [apply_noise(thesaurus.members.take(members), self.lexicon, noise, random) for members in (left, right)]
            return Batch(*sides, thesaurus.key[left], thesaurus.key[right])

        return draw

    def _question_words(self, language: str) -> np.ndarray:
        ids = {word: index for index, word in enumerate(self.corpora.words)}
        return np.array([ids[word] for word in QUESTION_WORDS[language] if word in ids], np.int32)

    @staticmethod
    def _passages(lines: Ragged, rows: int, document: np.ndarray | None, random: np.random.Generator) -> tuple[np.ndarray, np.ndarray]:
        """Random runs first..last-1 of 30 to 160 words, inside one document where documents are known."""
        first = random.integers(0, len(lines) - 2, rows)
        last = np.searchsorted(lines.starts, lines.starts[first] + random.integers(30, 160, rows))
        last = np.clip(last, first + 1, np.minimum(first + 12, len(lines)))
        if document is not None:
            last = np.minimum(last, np.searchsorted(document, document[first], side="right"))
        return first, last


def _stack(parts: list[Ragged]) -> Ragged:
    """The rows of all parts, one part after the other."""
    lengths = np.concatenate([part.lengths() for part in parts])
    return Ragged(np.concatenate([part.values for part in parts]), np.concatenate([[0], np.cumsum(lengths)]))
