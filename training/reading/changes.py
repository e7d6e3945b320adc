"""Makes answerable questions unanswerable, so that the reader learns what an answer hangs on."""

import random

import numpy as np

from .examples import ASKED, FIRST, KIND, LABEL, NAME, TOLD, Examples
from .settings import Settings


class Changes:
    """Of each question: the same question with another name of the same kind that no answering sentence holds; and whether its answer can be cut out."""

    def __init__(self, examples: Examples, questions: list[dict], settings: Settings) -> None:
        self.settings = settings
        self._mentions = examples.mentions()
        texts: list[tuple[np.ndarray, np.ndarray]] = []
        owners: list[int] = []
        self._droppable: set[int] = set()
        for question in questions:
            pairs = examples.pairs[question["first"] : question["first"] + question["count"]]
            answering = pairs[pairs[:, LABEL] == 1]
            if not question["answerable"] or len(pairs) == 0:
                continue
            if (answering[:, FIRST] >= 0).all():
                self._droppable.add(question["first"])
            for text in self._exchanged(examples, question, answering):
                texts.append(text)
                owners.append(question["first"])
        self._asked: dict[int, list[int]] = {}
        for owner, number in zip(owners, examples.add_asked(texts), strict=True):
            self._asked.setdefault(owner, []).append(number)

    def draw(self, question: dict, chance: float) -> tuple[int | None, bool]:
        """chance: of a change → the text to ask instead, if any, and whether the answers are cut out."""
        first = question["first"]
        droppable, asked = first in self._droppable, self._asked.get(first)
        if not (droppable or asked) or random.random() >= chance:
            return None, False
        if asked and not (droppable and random.random() < self.settings.dropped_answers):
            return random.choice(asked), False
        return None, True

    def _exchanged(self, examples: Examples, question: dict, answering: np.ndarray) -> list[tuple[np.ndarray, np.ndarray]]:
        asked = examples.text(examples.pairs[question["first"], ASKED])
        own = [name for name in set(asked[:, NAME].tolist()) if name >= 0]
        near = {name for told in answering[:, TOLD] for name in examples.text(told)[:, NAME].tolist()}
        mentions = self._mentions[question["scope"]]
        found = []
        for _ in range(self.settings.exchanges if own else 0):
            name = random.choice(own)
            at = np.flatnonzero(asked[:, NAME] == name)
            kind = asked[at[0], KIND]
            others = [other for other, tokens in mentions.items() if other != name and other not in near and tokens[0, KIND] == kind]
            if not others:
                continue
            other = mentions[random.choice(others)]
            place = np.arange(len(asked))
            tokens = np.concatenate([asked[: at[0]], other, asked[at[-1] + 1 :]])
            origins = np.concatenate([place[: at[0]], np.full(len(other), -1), place[at[-1] + 1 :]])
            found.append((tokens, origins))
        return found
