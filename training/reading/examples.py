"""Reads what `scripts/reading-examples.ts` wrote and makes batches of it."""

import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch

# Columns of a token, and of a pair of texts.
WORD, COMMON, SHAPE, KIND, NAME = range(5)
ASKED, TOLD, SENTENCE, BEFORE, LABEL, FIRST, LAST, ADDED = range(8)


@dataclass
class Batch:
    """B pairs. asked: int64 [B, Q, 5], told: int64 [B, T, 5], each padded with zeros where its mask is False."""

    asked: torch.Tensor
    asked_mask: torch.Tensor
    told: torch.Tensor
    told_mask: torch.Tensor
    segment: torch.Tensor  # int64 [B, T]
    likeness: torch.Tensor  # float [B, Q, T]
    inside: torch.Tensor  # float [B, T], 1 on the words that answer
    label: torch.Tensor  # float [B]


@dataclass(frozen=True)
class Exchange:
    """Another name in the place of one that is asked about: the sentence no longer answers."""

    name: int
    tokens: np.ndarray


class DroppedAnswer:
    """The words that answer are cut out of the sentence: it no longer answers."""


Change = Exchange | DroppedAnswer | None


class Examples:
    def __init__(self, folder: Path) -> None:
        self.questions: list[dict] = json.loads((folder / "questions.json").read_text())
        self.claims: list[dict] = json.loads((folder / "claims.json").read_text())
        self.tokens = np.fromfile(folder / "tokens.i32", np.int32).reshape(-1, 5)
        self.starts = np.array(json.loads((folder / "starts.json").read_text()), np.int64)
        self.pairs = np.fromfile(folder / "pairs.i32", np.int32).reshape(-1, 8)
        self.likeness = np.fromfile(folder / "likeness.u8", np.uint8)
        self.offsets = np.array(json.loads((folder / "offsets.json").read_text()), np.int64)
        vectors = np.fromfile(folder / "vectors.f32", np.float32)
        self.vectors = torch.from_numpy(vectors.reshape(int(self.tokens[:, WORD].max()) + 1, -1))

    def text(self, number: int) -> np.ndarray:
        return self.tokens[self.starts[number] : self.starts[number + 1]]

    def told_length(self, pair: int) -> int:
        told = self.pairs[pair, TOLD]
        return int(self.starts[told + 1] - self.starts[told])

    def batch(self, pairs: list[int], longest_told: int, changes: list[Change] | None = None) -> Batch:
        changes = changes or [None] * len(pairs)
        rows = [self._changed(pair, change, longest_told) for pair, change in zip(pairs, changes, strict=True)]
        asked_length = max(len(row[0]) for row in rows)
        told_length = max(len(row[1]) for row in rows)
        count = len(rows)
        asked = np.zeros((count, asked_length, 5), np.int64)
        told = np.zeros((count, told_length, 5), np.int64)
        asked_mask = np.zeros((count, asked_length), bool)
        told_mask = np.zeros((count, told_length), bool)
        segment = np.zeros((count, told_length), np.int64)
        likeness = np.zeros((count, asked_length, told_length), np.float32)
        inside = np.zeros((count, told_length), np.float32)
        label = np.zeros(count, np.float32)
        for at, (own, other, parts, like, answer, right) in enumerate(rows):
            asked[at, : len(own)] = own
            told[at, : len(other)] = other
            asked_mask[at, : len(own)] = True
            told_mask[at, : len(other)] = True
            segment[at, : len(other)] = parts
            likeness[at, : len(own), : len(other)] = like / 255
            inside[at, : len(other)] = answer
            label[at] = right
        tensors = (asked, asked_mask, told, told_mask, segment, likeness, inside, label)
        return Batch(*(torch.from_numpy(array) for array in tensors))

    def _changed(self, pair: int, change: Change, longest_told: int):
        row = self.pairs[pair]
        asked, whole = self.text(row[ASKED]), self.text(row[TOLD])
        told = whole[:longest_told]
        offset = self.offsets[pair]
        likeness = self.likeness[offset : offset + len(asked) * len(whole)].reshape(len(asked), len(whole))
        likeness = likeness[:, : len(told)]
        place = np.arange(len(told))
        parts = np.where(place < row[SENTENCE], 1, np.where(place < row[SENTENCE] + row[BEFORE], 2, 3))
        answer = (place >= row[FIRST]) & (place <= row[LAST]) & (row[FIRST] >= 0)
        right = row[LABEL]
        if isinstance(change, DroppedAnswer):
            keep = ~answer
            told, parts, likeness, answer, right = told[keep], parts[keep], likeness[:, keep], answer[keep] & False, 0
        elif isinstance(change, Exchange):
            right, answer = 0, answer & False
            at = np.flatnonzero(asked[:, NAME] == change.name)
            if len(at) > 0:
                same = told[:, NAME][None] == change.tokens[:, NAME][:, None]
                same_word = told[:, WORD][None] == change.tokens[:, WORD][:, None]
                rows = np.where(same, 255, np.where(same_word, 230, 0)).astype(np.uint8)
                asked = np.concatenate([asked[: at[0]], change.tokens, asked[at[-1] + 1 :]])
                likeness = np.concatenate([likeness[: at[0]], rows, likeness[at[-1] + 1 :]])
        return asked, told, parts, likeness, answer, right

    def mentions(self) -> dict[str, dict[int, np.ndarray]]:
        """By affair and name: the tokens of its longest mention."""
        found: dict[str, dict[int, np.ndarray]] = {}
        for question in self.questions:
            names = found.setdefault(question["scope"], {})
            for pair in range(question["first"], question["first"] + question["count"]):
                told = self.text(self.pairs[pair, TOLD])
                edges = np.flatnonzero(np.diff(told[:, NAME])) + 1
                for run in np.split(told, edges):
                    name = int(run[0, NAME]) if len(run) else -1
                    if name >= 0 and len(run) > len(names.get(name, ())):
                        names[name] = run[:4].copy()
        return found
