"""A small cross-encoder: the words asked and the words told, read together.

A token is three vectors, projected: that of the bundled embedding model, that of what the word means (training/words) and that of what it means where it
stands (contexts.py), plus learnt embeddings of what is known by itself (function words, marks, stems of the press), of its shape, of the kind of the name
that it is part of, and of its place (question, sentence, before it, title). Attention between asked and told tokens is biased by how alike they are: by
what is written (same name, stem, near-synonym) and by the cosines of their vectors. So the eighty thousand examples that there are have to teach how
questions are answered more than what words mean.
"""

import torch
from torch import nn
from torch.nn import functional

from ..attention import attend
from ..sentences.model import DIMENSIONS as CONTEXT
from ..words.glove import DIMENSIONS as MEANING
from .examples import KNOWN, KIND, SHAPE, STANCES, WORD, Batch
from .settings import Settings

SHAPES = 8
KINDS = 5
QUESTION, SENTENCE, CLS = 0, 1, 4
SEGMENTS = 5
SPACES = 3  # in which words are near or far: that of the embedding model, that of MEANING, and VIEW numbers made of a context
VIEW = 96
FAR_BELOW = -1e4


class Dropout(nn.Module):
    """Hides the same features in all tokens of a pair. (Gal, Ghahramani 2016, arXiv:1512.05287)

    A chance for every number instead took a quarter of a step on a processor.
    """

    def __init__(self, chance: float) -> None:
        super().__init__()
        self.chance = chance

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """x: [B, L, W]"""
        if not self.training or self.chance == 0:
            return x
        kept = torch.rand(x.shape[0], 1, x.shape[2], device=x.device) > self.chance
        return x * (kept / (1 - self.chance)).to(x.dtype)


class Layer(nn.Module):
    """A transformer layer with normalisation first, and biased attention."""

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        width = settings.width
        self.heads = settings.heads
        self.attention = nn.Linear(width, 3 * width)
        self.mixed = nn.Linear(width, width)
        self.inner = nn.Linear(width, settings.inner)
        self.outer = nn.Linear(settings.inner, width)
        self.first_norm = nn.LayerNorm(width)
        self.second_norm = nn.LayerNorm(width)
        self.dropout = Dropout(settings.dropout)

    def forward(self, x: torch.Tensor, bias: torch.Tensor) -> torch.Tensor:
        """x: [B, L, W]; bias: broadcast to [B, heads, L, L]."""
        mixed = attend(self.attention(self.first_norm(x)), self.heads, bias)
        x = x + self.dropout(self.mixed(mixed))
        return x + self.dropout(self.outer(functional.gelu(self.inner(self.second_norm(x)))))


def chosen_rows(table: torch.Tensor, numbers: torch.Tensor, training: bool) -> torch.Tensor:
    """Rows of a small table. [N, W], int [...] → [..., W]

    While training as a product: each row is chosen thousands of times, and a card adds up their gradients one after the other.
    """
    if not training:
        return table[numbers]
    return functional.one_hot(numbers, table.shape[0]).to(table.dtype) @ table


def unit(x: torch.Tensor) -> torch.Tensor:
    """Of length one, or zero. [..., D]"""
    return x / torch.sqrt((x * x).sum(-1, keepdim=True) + 1e-6)


def head(width: int, outputs: int = 1) -> nn.Module:
    return nn.Sequential(nn.Linear(2 * width, width), nn.GELU(), nn.Linear(width, outputs))


class Reader(nn.Module):
    def __init__(self, settings: Settings, dimensions: int) -> None:
        super().__init__()
        width, layers, heads = settings.width, settings.layers, settings.heads
        self.settings = settings
        self.reach = settings.reach
        self.word_dropout = settings.word_dropout
        self.project = nn.Linear(dimensions, width, bias=False)
        # What is added to a token's own, then what it is compared by (as ColBERT does; Khattab, Zaharia 2020, arXiv:2004.12832).
        self.context = nn.Linear(CONTEXT, width + VIEW, bias=False)
        self.known = nn.Embedding(settings.known, width, padding_idx=0)
        self.shape = nn.Embedding(SHAPES, width)
        self.kind = nn.Embedding(KINDS, width)
        self.segment = nn.Embedding(SEGMENTS, width)
        self.found = nn.Linear(1 + SPACES, width)
        self.layers = nn.ModuleList([Layer(settings) for _ in range(layers)])
        # A head's attention by distance inside one text, then once for "in the other text"; the same in all layers.
        self.distance = nn.Parameter(torch.zeros(heads, 2 * settings.reach + 2))
        # A head's attention by what is written, and by each cosine.
        self.told_by_asked = nn.Parameter(torch.ones(heads, 1 + SPACES))
        self.asked_by_told = nn.Parameter(torch.ones(heads, 1 + SPACES))
        self.norm = nn.LayerNorm(width)
        self.inside = nn.Linear(width, 1)
        self.answers = head(width)
        self.bears_out = head(width)
        self.stance = head(width, len(STANCES))
        self.dropout = Dropout(settings.dropout)
        for embedding in (self.known, self.shape, self.kind, self.segment):
            nn.init.normal_(embedding.weight, std=0.05)
        nn.init.normal_(self.project.weight, std=1.0)
        nn.init.zeros_(self.context.weight[:width])
        nn.init.normal_(self.context.weight[width:], std=VIEW**-0.5)

    def forward(self, batch: Batch, vectors: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor, torch.Tensor]:
        """→ log-odds that it answers [B], that it bears the claim out [B], and of each told token to be part of the answer [B, T];
        of each stance that it takes if it answers, up to a constant [B, 3]."""
        asked, told = vectors[batch.asked[..., WORD]], vectors[batch.told[..., WORD]]
        asked_context, told_context = self.context(batch.asked_context), self.context(batch.told_context)
        spaces = zip(self.spaces(asked, asked_context), self.spaces(told, told_context), strict=True)
        cosines = [one @ other.transpose(1, 2) for one, other in spaces]
        width = self.settings.width
        return self.read(batch, self.own(asked, asked_context[..., :width]), self.own(told, told_context[..., :width]), cosines)

    def spaces(self, vectors: torch.Tensor, context: torch.Tensor) -> list[torch.Tensor]:
        """The vectors by which words are compared, each of unit length or zero. vectors: [..., D]; context: [..., W + VIEW], projected"""
        return [*self.fixed_spaces(vectors), unit(context[..., self.settings.width :])]

    def fixed_spaces(self, vectors: torch.Tensor) -> list[torch.Tensor]:
        return [vectors[..., :-MEANING], vectors[..., -MEANING:]]

    def own(self, vectors: torch.Tensor, context: torch.Tensor) -> torch.Tensor:
        """What is known of words by their vectors. vectors: [B, L, D]; context: [B, L, W], projected → [B, L, W]"""
        if self.training and self.word_dropout > 0:
            kept = (torch.rand(vectors.shape[:2], device=vectors.device) > self.word_dropout)[..., None]
            vectors, context = vectors * kept, context * kept
        return self.project(vectors) + context

    def read(self, batch: Batch, asked: torch.Tensor, told: torch.Tensor, cosines: list[torch.Tensor]):
        """asked: [B, Q, W], told: [B, T, W], see own; cosines: [B, Q, T] of each space"""
        present = batch.asked_mask[:, :, None] & batch.told_mask[:, None]
        alike = torch.stack([batch.likeness, *cosines], 1) * present[:, None]
        question = torch.full_like(batch.asked[..., WORD], QUESTION)
        asked = asked + self.embed(batch.asked, question, alike.amax(3).transpose(1, 2))
        told = told + self.embed(batch.told, batch.segment, alike.amax(2).transpose(1, 2))
        first = asked[:, :1] * 0 + self.segment.weight[CLS]
        x = self.dropout(torch.cat([first, asked, told], 1))
        before = 1 + asked.shape[1]
        bias = self.bias(batch, alike)
        for layer in self.layers:
            x = layer(x, bias)
        x = self.norm(x)
        tokens = x[:, before:]
        inside = self.inside(tokens)[..., 0].masked_fill(batch.segment != SENTENCE, -20.0)
        pooled = (torch.softmax(inside, -1)[..., None] * tokens).sum(1)
        both = torch.cat([x[:, 0], pooled], -1)
        return self.answers(both)[:, 0], self.bears_out(both)[:, 0], inside, self.stance(both)

    def embed(self, tokens: torch.Tensor, segment: torch.Tensor, found: torch.Tensor) -> torch.Tensor:
        """What is known of tokens beside their vectors. [B, L, W]"""
        known = tokens[..., KNOWN]
        if self.training and self.word_dropout > 0:
            known = known * (torch.rand(known.shape, device=known.device) > self.word_dropout / 2)
        few = ((self.shape, tokens[..., SHAPE]), (self.kind, tokens[..., KIND]), (self.segment, segment))
        return sum(chosen_rows(embedding.weight, numbers, self.training) for embedding, numbers in few) + self.known(known) + self.found(found)

    def bias(self, batch: Batch, alike: torch.Tensor) -> torch.Tensor:
        """[B, heads, L, L]: distance inside a text, likeness across texts, nothing from padding."""
        asked_length, told_length = batch.asked.shape[1], batch.told.shape[1]
        length, before = 1 + asked_length + told_length, 1 + asked_length
        mask = torch.cat([torch.ones_like(batch.asked_mask[:, :1]), batch.asked_mask, batch.told_mask], 1)
        padding = (~mask).to(alike.dtype)[:, None, None] * FAR_BELOW
        place = torch.arange(length, device=alike.device)
        part = (place > 0).long() + (place >= before).long()
        apart = (place[None] - place[:, None]).clamp(-self.reach, self.reach) + self.reach
        distance = torch.where(part[None] == part[:, None], apart, 2 * self.reach + 1)
        told_by_asked = torch.einsum("bcij,hc->bhij", alike, self.told_by_asked)
        asked_by_told = torch.einsum("bcij,hc->bhji", alike, self.asked_by_told)
        lower = functional.pad(asked_by_told, (1, told_length))
        across = torch.cat([lower[:, :, :1] * 0, functional.pad(told_by_asked, (before, 0)), lower], 2)
        return across + (chosen_rows(self.distance.T, distance, self.training).permute(2, 0, 1) + padding)
