"""One step of the training: batches, losses, gradients, new weights."""

import dataclasses

import torch
from torch import nn

from .examples import Examples
from .losses import Teachers, claim_loss, question_loss
from .model import Reader
from .rounds import Round
from .settings import Settings

# Steps on a graphics card before what they launch is recorded.
WARM_UP = 4


class Steps:
    """On a graphics card the hundreds of small kernels of a step are recorded once and replayed: launching them one by one takes longer than running them."""

    def __init__(self, model: Reader, teachers: Teachers | None, examples: Examples, settings: Settings) -> None:
        self.model, self.teachers, self.examples, self.settings = model, teachers, examples, settings
        self.on_card = examples.device == "cuda"
        self.rate = torch.tensor(settings.learning_rate, device=examples.device)
        options = {"lr": self.rate, "capturable": True} if self.on_card else {"lr": settings.learning_rate}
        self.optimiser = torch.optim.AdamW(model.parameters(), weight_decay=settings.weight_decay, betas=(0.9, 0.98), **options)
        self._done = 0
        self._graph: torch.cuda.CUDAGraph | None = None
        self._stream = torch.cuda.Stream() if self.on_card else None

    def take(self, read: Round, rate: float) -> torch.Tensor:
        """→ the loss by the labels of the questions"""
        if not self.on_card:
            for group in self.optimiser.param_groups:
                group["lr"] = rate
            return self._step(read)
        self.rate.fill_(rate)
        self._done += 1
        if self._done <= WARM_UP:
            self._stream.wait_stream(torch.cuda.current_stream())
            with torch.cuda.stream(self._stream):
                loss = self._step(on_card(read))
            torch.cuda.current_stream().wait_stream(self._stream)
            return loss
        if self._graph is None:
            self._kept = on_card(read)
            self._graph = torch.cuda.CUDAGraph()
            self.optimiser.zero_grad(set_to_none=True)
            with torch.cuda.graph(self._graph):
                self._loss = self._step(self._kept)
        for field in dataclasses.fields(Round):
            getattr(self._kept, field.name).copy_(getattr(read, field.name), non_blocking=True)
        self._graph.replay()
        return self._loss.clone()

    def _step(self, read: Round) -> torch.Tensor:
        model, teachers, examples, settings = self.model, self.teachers, self.examples, self.settings
        with torch.autocast(examples.device, torch.bfloat16, enabled=self.on_card or settings.bfloat16, cache_enabled=not self.on_card):
            batch = examples.batch(read.pairs.flatten(), settings.question_lengths, read.asked.flatten(), read.dropped.flatten())
            loss, shown = question_loss(model, teachers, batch, read, examples.vectors, settings)
            if len(read.claims) > 0:
                batch = examples.batch(read.claims, settings.claim_lengths)
                loss = loss + settings.claim_weight * claim_loss(model, teachers, batch, examples.vectors, settings)
        self.optimiser.zero_grad(set_to_none=True)
        loss.backward()
        nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        self.optimiser.step()
        return shown


def on_card(read: Round) -> Round:
    return Round(*(getattr(read, field.name).cuda() for field in dataclasses.fields(Round)))
