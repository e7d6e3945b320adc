"""Which questions and claims a step reads, and with which changes."""

import random
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import torch

from .changes import Changes
from .examples import ASKED, LABEL, STANCES, Examples
from .openings import Openings
from .settings import Settings


@dataclass
class Round:
    """What one step reads, as numbers of pairs; all rounds of a training have one shape."""

    pairs: torch.Tensor  # int64 [Q, S], sentences of questions
    asked: torch.Tensor  # int64 [Q, S], the texts that are asked
    dropped: torch.Tensor  # bool [Q, S], whose answering words are cut out
    present: torch.Tensor  # bool [Q, S], those that are no filling
    openings: torch.Tensor  # int64 [Q], see Openings
    stances: torch.Tensor  # int64 [Q], what the answer says to a question of yes or no, in the order of STANCES; -1 for all others
    claims: torch.Tensor  # int64 [C]


class Rounds:
    """All questions about once an epoch, in another order each time, with as many claims as settings say."""

    def __init__(self, examples: Examples, questions: list[dict], claims: list[dict], settings: Settings) -> None:
        self.settings, self.questions = settings, list(questions)
        self.claims = [claim["pair"] for claim in claims]
        self.changes = Changes(examples, self.questions, settings)
        self.openings = Openings(examples, self.questions, settings.changed)
        self.steps = max(1, len(self.questions) // settings.questions)
        self.claims_a_step = max(8, round(settings.claim_rounds * len(claims) / self.steps)) if claims else 0
        self._asked = examples.pairs[:, ASKED]
        self._right = examples.pairs[:, LABEL] == 1
        self._at = 0

    def epoch(self) -> Iterator[Round]:
        size = self.settings.questions
        read = [question for question in self.questions for _ in range(self._times(question))]
        random.shuffle(read)
        for step in range(self.steps):
            yield self._round((read[step * size :] + read)[:size])

    def _times(self, question: dict) -> int:
        """How often it is read in this epoch; a share of a time by chance."""
        balance = self.openings.of(question)
        expected = balance.answerable if question["answerable"] else balance.unanswerable
        return int(expected + random.random())

    def _round(self, questions: list[dict]) -> Round:
        shape = (len(questions), self.settings.sentences)
        pairs, asked = np.zeros(shape, np.int64), np.zeros(shape, np.int64)
        dropped, present = np.zeros(shape, bool), np.zeros(shape, bool)
        for at, question in enumerate(questions):
            chosen = self._sentences(question)
            pairs[at] = (chosen + chosen[:1] * shape[1])[: shape[1]]
            present[at, : len(chosen)] = True
            instead, cut = self.changes.draw(question, self.openings.of(question).changed)
            asked[at] = self._asked[chosen[0]] if instead is None else instead
            # Where the answer is cut out, the other sentences stay as they are.
            dropped[at] = cut & self._right[pairs[at]]
        openings = np.array([self.openings.number(question) for question in questions], np.int64)
        stances = np.array([stance_of(question) for question in questions], np.int64)
        claims = np.array(self._claims(), np.int64)
        return Round(*(torch.from_numpy(numbers) for numbers in (pairs, asked, dropped, present, openings, stances, claims)))

    def _sentences(self, question: dict) -> list[int]:
        """Those that answer, the likeliest of the wrong ones, and of the rest some at random."""
        hard, count = self.settings.hard, self.settings.sentences
        pairs = np.arange(question["first"], question["first"] + question["count"])
        right = self._right[pairs]
        answering, wrong = pairs[right].tolist(), pairs[~right].tolist()
        random.shuffle(answering)
        rest = wrong[hard:]
        random.shuffle(rest)
        return (answering[: count - hard] + wrong[:hard] + rest)[:count]

    def _claims(self) -> list[int]:
        chosen = []
        for _ in range(self.claims_a_step):
            if self._at % len(self.claims) == 0:
                random.shuffle(self.claims)
            chosen.append(self.claims[self._at % len(self.claims)])
            self._at += 1
        return chosen


def stance_of(question: dict) -> int:
    """In the order of STANCES; -1 where the question is another, or the articles answer it differently."""
    return STANCES.index(question["kind"]) if question["kind"] in STANCES else -1
