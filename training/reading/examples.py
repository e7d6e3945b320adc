"""Reads what `scripts/reading-examples.ts` wrote and makes batches of it, on the device where the training runs."""

import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch

from ..sentences.model import Encoder
from .contexts import Contexts

# Columns of a token, and of a pair of texts.
WORD, KNOWN, SHAPE, KIND, NAME = range(5)
ASKED, TOLD, SENTENCE, BEFORE, LABEL, FIRST, LAST, ADDED = range(8)

# How a question that can be answered with yes or no is answered, as affairs write it.
STANCES = ("yes-no:yes", "yes-no:no", "yes-no:unknown")

# How alike words are that an exchanged name shares with the told text, as src/reading/likeness.ts gives it.
SAME_NAME, SAME_WORD = 255, 230


@dataclass
class Batch:
    """B pairs. asked: int64 [B, Q, 5], told: int64 [B, T, 5], each padded with zeros where its mask is False.

    What words mean where they stand: asked_context: float [B, Q, D], told_context: float [B, T, D], zeros behind the sentence.
    """

    asked: torch.Tensor
    asked_mask: torch.Tensor
    told: torch.Tensor
    told_mask: torch.Tensor
    segment: torch.Tensor  # int64 [B, T]
    likeness: torch.Tensor  # float [B, Q, T]
    inside: torch.Tensor  # float [B, T], 1 on the words that answer
    label: torch.Tensor  # float [B]
    asked_context: torch.Tensor
    told_context: torch.Tensor


class Examples:
    """All texts as one row of tokens and all likenesses as one row of bytes: a batch is gathered by index arithmetic."""

    def __init__(self, folder: Path, device: str = "cpu", encoder: Encoder | None = None) -> None:
        """encoder: gives the contexts of words; without it there are no batches"""
        self.device = device
        self.questions: list[dict] = json.loads((folder / "questions.json").read_text())
        self.claims: list[dict] = json.loads((folder / "claims.json").read_text())
        self.tokens = np.fromfile(folder / "tokens.i32", np.int32).reshape(-1, 5)
        self.starts = np.array(json.loads((folder / "starts.json").read_text()), np.int64)
        self.pairs = np.fromfile(folder / "pairs.i32", np.int32).reshape(-1, 8).astype(np.int64)
        # Of each token of a text asked: which token of the text as it was asked first stands there; -1 for one that came in its place.
        self.origins = np.arange(len(self.tokens)) - np.repeat(self.starts[:-1], np.diff(self.starts))
        words = int(self.tokens[:, WORD].max()) + 1
        embeddings, meanings = (np.fromfile(folder / name, np.float32).reshape(words, -1) for name in ("vectors.f32", "meanings.f32"))
        self.vectors = self._on_device(np.concatenate([embeddings, meanings], 1))
        self.pieces = self._on_device(np.fromfile(folder / "pieces.f32", np.float32).reshape(words, -1))
        self.contexts = Contexts(encoder.to(device), self.pieces) if encoder else None
        self._likeness = self._on_device(np.fromfile(folder / "likeness.u8", np.uint8))
        self._offsets = self._on_device(np.array(json.loads((folder / "offsets.json").read_text()), np.int64))
        self._pairs = self._on_device(self.pairs)
        self._load_texts()

    def text(self, number: int) -> np.ndarray:
        return self.tokens[self.starts[number] : self.starts[number + 1]]

    def told_length(self, pair: int) -> int:
        return int(self.lengths[self.pairs[pair, TOLD]])

    def add_asked(self, texts: list[tuple[np.ndarray, np.ndarray]]) -> list[int]:
        """More texts to ask, as tokens and their origins → their numbers."""
        numbers = list(range(len(self.starts) - 1, len(self.starts) - 1 + len(texts)))
        if texts:
            self.tokens = np.concatenate([self.tokens, *(tokens for tokens, _ in texts)])
            self.origins = np.concatenate([self.origins, *(origins for _, origins in texts)])
            self.starts = np.concatenate([self.starts, self.starts[-1] + np.cumsum([len(tokens) for tokens, _ in texts])])
            self._load_texts()
        return numbers

    def lengths_of(self, pairs: np.ndarray, longest: tuple[int, int]) -> tuple[int, int]:
        """Tokens of the longest text asked and told, or so many as are read."""
        asked, told = (int(self.lengths[self.pairs[pairs, column]].max()) for column in (ASKED, TOLD))
        return min(longest[0], asked), min(longest[1], told)

    def batch(
        self, pairs: torch.Tensor, lengths: tuple[int, int], asked: torch.Tensor | None = None, dropped: torch.Tensor | None = None
    ) -> Batch:
        """pairs: int [B]; lengths: tokens read of what is asked and told; asked: numbers of the texts to ask instead [B];
        dropped: bool [B], whose answering words are cut out. Needs no look at the numbers themselves, so that it can be recorded."""
        asked_length, told_length = lengths
        rows = self._pairs[pairs]
        asked_tokens, asked_mask, at = self._texts(rows[:, ASKED] if asked is None else asked, asked_length)
        told, told_mask, _ = self._texts(rows[:, TOLD], told_length)
        place = torch.arange(told_length, device=self.device)[None]
        segment = torch.where(place < rows[:, SENTENCE, None], 1, torch.where(place < (rows[:, SENTENCE] + rows[:, BEFORE])[:, None], 2, 3))
        inside = (place >= rows[:, FIRST, None]) & (place <= rows[:, LAST, None]) & (rows[:, FIRST, None] >= 0) & told_mask

        origins = self._origins[at]
        whole = self._lengths[rows[:, TOLD]][:, None, None]
        cell = self._offsets[pairs][:, None, None] + origins.clamp(min=0)[:, :, None] * whole + place[:, None]
        both = asked_mask[:, :, None] & told_mask[:, None]
        likeness = self._likeness[torch.where(both, cell, 0)]
        label = rows[:, LABEL].float()
        if asked is not None:
            same_name = (asked_tokens[..., NAME, None] == told[:, None, :, NAME]) & (asked_tokens[..., NAME, None] >= 0)
            same_word = asked_tokens[..., WORD, None] == told[:, None, :, WORD]
            by_name = torch.where(same_name, SAME_NAME, torch.where(same_word, SAME_WORD, 0)).to(torch.uint8)
            likeness = torch.where((origins < 0)[:, :, None], by_name, likeness)
            own = asked == rows[:, ASKED]
            inside, label = inside & own[:, None], label * own
        likeness = likeness * both
        if dropped is not None:
            keep = ~(inside & dropped[:, None])
            order = torch.argsort((~keep).to(torch.uint8), dim=1, stable=True)
            told = told.gather(1, order[..., None].expand(-1, -1, told.shape[2]))
            told_mask, segment = (told_mask & keep).gather(1, order), segment.gather(1, order)
            likeness = likeness.gather(2, order[:, None].expand(-1, asked_length, -1)) * told_mask[:, None]
            inside, label = inside & ~dropped[:, None], label * ~dropped
        segment = segment * told_mask
        told = told * told_mask[..., None]
        contexts = (
            self.contexts.of(asked_tokens[..., WORD], asked_mask),
            self.contexts.of(told[..., WORD], segment == 1),
        )
        return Batch(asked_tokens, asked_mask, told, told_mask, segment, likeness / 255, inside.float(), label, *contexts)

    def mentions(self) -> dict[str, dict[int, np.ndarray]]:
        """By affair and name: the tokens of its longest mention."""
        found: dict[str, dict[int, np.ndarray]] = {}
        seen: set[int] = set()
        for question in self.questions:
            names = found.setdefault(question["scope"], {})
            for number in self.pairs[question["first"] : question["first"] + question["count"], TOLD].tolist():
                if number in seen:
                    continue
                seen.add(number)
                told = self.text(number)
                for run in np.split(told, np.flatnonzero(np.diff(told[:, NAME])) + 1):
                    name = int(run[0, NAME]) if len(run) else -1
                    if name >= 0 and len(run) > len(names.get(name, ())):
                        names[name] = run[:4].copy()
        return found

    def _texts(self, numbers: torch.Tensor, length: int) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
        """→ tokens [B, length, 5], their mask [B, length] and where they stand in the row of all tokens [B, length]."""
        place = torch.arange(length, device=self.device)[None]
        mask = place < self._lengths[numbers][:, None]
        at = torch.where(mask, self._starts[numbers][:, None] + place, 0)
        return self._tokens[at].long() * mask[..., None], mask, at

    def _load_texts(self) -> None:
        self.lengths = np.diff(self.starts)
        self._tokens, self._origins = self._on_device(self.tokens), self._on_device(self.origins)
        self._starts, self._lengths = self._on_device(self.starts), self._on_device(self.lengths)

    def _on_device(self, array: np.ndarray) -> torch.Tensor:
        return torch.from_numpy(np.ascontiguousarray(array)).to(self.device)
