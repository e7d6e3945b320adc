"""What the reader is taught by: questions and claims with their labels, and what larger readers say of them."""

import torch
from torch.nn import functional

from .examples import Batch
from .model import Reader
from .settings import Settings

FAR_BELOW = -1e4


class Teachers:
    """Readers that are trained already; together they know better than each. (Hinton, Vinyals, Dean 2015, arXiv:1503.02531)"""

    def __init__(self, readers: list[Reader]) -> None:
        self.readers = [reader.eval() for reader in readers]

    @torch.no_grad()
    def read(self, batch: Batch, vectors: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        """→ mean log-odds that it answers and that it bears out, each [B]."""
        found = [reader(batch, vectors)[:2] for reader in self.readers]
        return sum(answers.float() for answers, _ in found) / len(found), sum(bears_out.float() for _, bears_out in found) / len(found)


def question_loss(
    model: Reader, teachers: Teachers | None, batch: Batch, present: torch.Tensor, vectors: torch.Tensor, settings: Settings
) -> tuple[torch.Tensor, torch.Tensor]:
    """Softmax over the sentences of a question and "nothing answers"; besides, each sentence by itself and the words that answer.

    present: bool [Q, S], the sentences of the batch that are no filling → the loss, and the part that is the softmax by the labels.
    """
    scores, _, inside = model(batch, vectors)
    scores, inside = scores.float().view(present.shape), inside.float()
    right = batch.label.view(present.shape) * present

    logits = with_nothing(scores.masked_fill(~present, FAR_BELOW))
    answers = torch.cat([(right.sum(1, keepdim=True) == 0).float(), right], 1)
    by_labels = (torch.logsumexp(logits, 1) - torch.logsumexp(logits + torch.log(answers + 1e-9), 1)).mean()
    total = by_labels + 2 * mean_of(functional.binary_cross_entropy_with_logits(scores, right, reduction="none"), present)
    if teachers:
        told = teachers.read(batch, vectors)[0].view(present.shape)
        likely = torch.softmax(with_nothing(told.masked_fill(~present, FAR_BELOW)), 1)
        as_told = functional.kl_div(torch.log_softmax(logits, 1), likely, reduction="batchmean")
        alone = functional.binary_cross_entropy_with_logits(scores, torch.sigmoid(told), reduction="none")
        total = (1 - settings.taught) * total + settings.taught * (as_told + 2 * mean_of(alone, present))
    read = (batch.segment == 1) & (batch.inside.sum(1) > 0)[:, None]
    return total + 2 * mean_of(functional.binary_cross_entropy_with_logits(inside, batch.inside, reduction="none"), read), by_labels.detach()


def claim_loss(model: Reader, teachers: Teachers | None, batch: Batch, vectors: torch.Tensor, settings: Settings) -> torch.Tensor:
    scores = model(batch, vectors)[1].float()
    loss = functional.binary_cross_entropy_with_logits(scores, batch.label)
    if not teachers:
        return loss
    told = torch.sigmoid(teachers.read(batch, vectors)[1])
    return (1 - settings.taught) * loss + settings.taught * functional.binary_cross_entropy_with_logits(scores, told)


def with_nothing(scores: torch.Tensor) -> torch.Tensor:
    """Zero is "as likely as that nothing answers". [Q, S] → [Q, 1 + S]"""
    return functional.pad(scores, (1, 0))


def mean_of(values: torch.Tensor, where: torch.Tensor) -> torch.Tensor:
    return (values * where).sum() / where.sum().clamp(min=1)
