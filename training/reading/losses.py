"""What the reader is taught by: questions and claims with their labels, and what larger readers say of them."""

import torch
from torch.nn import functional

from .examples import Batch
from .model import Reader
from .rounds import Round
from .settings import Settings

FAR_BELOW = -1e4

# By stance, what makes up for some being written more often than others.
STANCE_WEIGHTS = (1.35, 0.7, 1.2)


# Share of an error by which what teachers say of an opening is mended at once.
CALIBRATION = 0.1


class Teachers:
    """Readers that are trained already; together they know better than each. (Hinton, Vinyals, Dean 2015, arXiv:1503.02531)"""

    def __init__(self, readers: list[Reader], openings: int) -> None:
        """openings: how many there are, see openings.py"""
        self.readers = [reader.eval() for reader in readers]
        self._shift = torch.zeros(openings, device=next(readers[0].parameters()).device)

    @torch.no_grad()
    def answers(self, batch: Batch, vectors: torch.Tensor, read: Round, right: torch.Tensor) -> torch.Tensor:
        """→ mean log-odds that it answers [Q, S]; of each opening as often so as is true, whatever the teachers learnt to expect of it.

        right: [Q, S], by the labels
        """
        found = [reader(batch, vectors)[0].float().view(right.shape) for reader in self.readers]
        told = sum(found) / len(found) + self._shift[read.openings][:, None]
        expected = torch.sigmoid(torch.logsumexp(told.masked_fill(~read.present, FAR_BELOW), 1))
        self._shift.index_add_(0, read.openings, CALIBRATION * (right.amax(1) - expected))
        return told

    @torch.no_grad()
    def bears_out(self, batch: Batch, vectors: torch.Tensor) -> torch.Tensor:
        """→ mean log-odds that it bears the claim out [B]"""
        return sum(reader(batch, vectors)[1].float() for reader in self.readers) / len(self.readers)


def question_loss(
    model: Reader, teachers: Teachers | None, batch: Batch, read: Round, vectors: torch.Tensor, settings: Settings
) -> tuple[torch.Tensor, torch.Tensor]:
    """Softmax over the sentences of a question and "nothing answers"; besides, each sentence by itself and the words that answer.

    read: what the batch was made of → the loss, and the part that is the softmax by the labels.
    """
    present = read.present
    scores, _, inside, stance = model(batch, vectors)
    scores, inside = scores.float().view(present.shape), inside.float()
    right = batch.label.view(present.shape) * present

    logits = with_nothing(scores.masked_fill(~present, FAR_BELOW))
    answers = torch.cat([(right.sum(1, keepdim=True) == 0).float(), right], 1)
    by_labels = (torch.logsumexp(logits, 1) - torch.logsumexp(logits + torch.log(answers + 1e-9), 1)).mean()
    total = by_labels + 2 * mean_of(functional.binary_cross_entropy_with_logits(scores, right, reduction="none"), present)
    if teachers:
        told = teachers.answers(batch, vectors, read, right)
        likely = torch.softmax(with_nothing(told.masked_fill(~present, FAR_BELOW)), 1)
        as_told = functional.kl_div(torch.log_softmax(logits, 1), likely, reduction="batchmean")
        alone = functional.binary_cross_entropy_with_logits(scores, torch.sigmoid(told), reduction="none")
        total = (1 - settings.taught) * total + settings.taught * (as_told + 2 * mean_of(alone, present))
    told_words = (batch.segment == 1) & (batch.inside.sum(1) > 0)[:, None]
    total = total + 2 * mean_of(functional.binary_cross_entropy_with_logits(inside, batch.inside, reduction="none"), told_words)
    total = total + settings.stance_weight * stance_loss(stance.float(), right * (read.stances >= 0)[:, None], read.stances)
    return total, by_labels.detach()


def stance_loss(stance: torch.Tensor, answering: torch.Tensor, stances: torch.Tensor) -> torch.Tensor:
    """stance: [Q * S, 3]; answering: [Q, S], 1 where a sentence answers a question of yes or no; stances: [Q]."""
    wanted = stances.clamp(min=0)[:, None].expand(answering.shape).flatten()
    weights = torch.tensor(STANCE_WEIGHTS, device=stance.device)[wanted] * answering.flatten()
    return mean_of(functional.cross_entropy(stance, wanted, reduction="none"), weights)


def claim_loss(model: Reader, teachers: Teachers | None, batch: Batch, vectors: torch.Tensor, settings: Settings) -> torch.Tensor:
    scores = model(batch, vectors)[1].float()
    loss = functional.binary_cross_entropy_with_logits(scores, batch.label)
    if not teachers:
        return loss
    told = torch.sigmoid(teachers.bears_out(batch, vectors))
    return (1 - settings.taught) * loss + settings.taught * functional.binary_cross_entropy_with_logits(scores, told)


def with_nothing(scores: torch.Tensor) -> torch.Tensor:
    """Zero is "as likely as that nothing answers". [Q, S] → [Q, 1 + S]"""
    return functional.pad(scores, (1, 0))


def mean_of(values: torch.Tensor, where: torch.Tensor) -> torch.Tensor:
    return (values * where).sum() / where.sum().clamp(min=1)
