"""How a question begins must not tell whether it has an answer.

People who write questions without an answer write more of "why" and "when": seven in ten of what begins with "pourquoi" had none, of what
begins with "could you" hardly any, and a reader learnt that instead of reading. (Gururangan et al. 2018, arXiv:1803.02324)
"""

from collections import Counter
from dataclasses import dataclass

import numpy as np

from .examples import ASKED, WORD, Examples


@dataclass(frozen=True)
class Balance:
    """So that half of what is read of an opening has an answer."""

    answerable: float  # how often a question with an answer is read in an epoch
    unanswerable: float
    changed: float  # chance that one with an answer is changed into one without


class Openings:
    def __init__(self, examples: Examples, questions: list[dict], least_changed: float, fewest: int = 60, longest: int = 3) -> None:
        """least_changed: chance of a change where no more are needed; fewest: questions that make an opening; longest: its words."""
        beginnings = {question["first"]: _beginnings(examples, question, longest) for question in questions}
        counts = Counter(beginning for found in beginnings.values() for beginning in found)
        self._opening = {
            first: next((beginning for beginning in found if counts[beginning] >= fewest), ()) for first, found in beginnings.items()
        }
        all_of, told_of = Counter(), Counter()
        for question in questions:
            opening = self._opening[question["first"]]
            all_of[opening] += 1
            told_of[opening] += question["answerable"]
        self._balances = {opening: _balance(told_of[opening] / count, least_changed) for opening, count in all_of.items()}
        self._numbers = {opening: number for number, opening in enumerate(all_of)}
        self.count = len(all_of)

    def of(self, question: dict) -> Balance:
        return self._balances[self._opening[question["first"]]]

    def number(self, question: dict) -> int:
        """In [0, count)."""
        return self._numbers[self._opening[question["first"]]]


def _beginnings(examples: Examples, question: dict, longest: int) -> list[tuple[int, ...]]:
    """The longest first."""
    words = examples.text(examples.pairs[question["first"], ASKED])[:longest, WORD]
    return [tuple(words[:length].tolist()) for length in range(len(words), 0, -1)]


def _balance(share: float, least_changed: float) -> Balance:
    """share: of the questions with an answer"""
    share = float(np.clip(share, 0.1, 1))
    if share * (1 - least_changed) >= 0.5:
        return Balance(1, 1, max(least_changed, 1 - 1 / (2 * share)))
    ratio = share * (1 - 2 * least_changed) / (1 - share)
    return Balance(ratio**-0.5, ratio**0.5, least_changed)
