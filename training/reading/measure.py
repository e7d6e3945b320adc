"""How well a reader tells right sentences and claims from wrong ones, on questions that it may never have seen."""

import numpy as np
import torch

from .examples import ADDED, LABEL, STANCES, Examples
from .model import Reader
from .settings import Settings


def area_under_curve(right: list[bool], scores: list[float]) -> float:
    yes = np.array([score for score, one in zip(scores, right) if one])
    no = np.array([score for score, one in zip(scores, right) if not one])
    return float((yes[:, None] > no[None]).mean()) if len(yes) and len(no) else float("nan")


@torch.no_grad()
def measure(model: Reader, examples: Examples, sets: dict[str, list[dict]], claims: list[dict], settings: Settings) -> dict:
    """By set: the area under the curve for "the file answers or not" by the best sentence, and how often a right sentence is first, or among three."""
    model.eval()
    figures = {}
    for name, questions in sets.items():
        pairs = [pair for question in questions for pair in range(question["first"], question["first"] + question["count"])]
        scores = scores_of(model, examples, pairs, settings.question_lengths, 0)
        right, best, first, third, told = [], [], 0, 0, 0
        for question in questions:
            own = [p for p in range(question["first"], question["first"] + question["count"]) if not examples.pairs[p, ADDED]]
            found = sorted(((scores[p], examples.pairs[p, LABEL]) for p in own), reverse=True)
            if not found:
                continue
            right.append(question["answerable"])
            best.append(found[0][0])
            if any(label for _, label in found):
                told += 1
                first += found[0][1]
                third += any(label for _, label in found[:3])
        figures[name] = {"auc": area_under_curve(right, best), "first": first / max(told, 1), "among three": third / max(told, 1)}
        stances = stances_told(model, examples, questions, settings)
        if stances:
            figures[name]["stances"] = stances
    if claims:
        scores = scores_of(model, examples, [claim["pair"] for claim in claims], settings.claim_lengths, 1)
        for name, chosen in {
            "claims": [claim for claim in claims if not claim["type"].startswith("copied")],
            "copies": [claim for claim in claims if claim["type"].startswith("copied")],
        }.items():
            figures[name] = {"auc": area_under_curve([claim["faithful"] for claim in chosen], [scores[claim["pair"]] for claim in chosen])}
    model.train()
    return figures


def stances_told(model: Reader, examples: Examples, questions: list[dict], settings: Settings) -> dict[str, float]:
    """By stance: share of the sentences which answer so that are taken to."""
    wanted = {
        pair: STANCES.index(question["kind"])
        for question in questions
        if question["kind"] in STANCES
        for pair in range(question["first"], question["first"] + question["count"])
        if examples.pairs[pair, LABEL]
    }
    found = scores_of(model, examples, list(wanted), settings.question_lengths, 3)
    right = {stance: [np.argmax(found[pair]) == stance for pair, own in wanted.items() if own == stance] for stance in set(wanted.values())}
    return {STANCES[stance]: float(np.mean(values)) for stance, values in sorted(right.items())}


def scores_of(model: Reader, examples: Examples, pairs: list[int], longest: tuple[int, int], output: int) -> dict:
    """Of each pair what the model puts out there."""
    scores: dict = {}
    pairs = sorted(pairs, key=examples.told_length)
    for start in range(0, len(pairs), 512):
        chosen = pairs[start : start + 512]
        batch = examples.batch(torch.tensor(chosen, device=examples.device), examples.lengths_of(np.array(chosen), longest))
        scores.update(zip(chosen, model(batch, examples.vectors)[output].tolist(), strict=True))
    return scores
