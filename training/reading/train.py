"""python3 -m training.reading.train --examples <folder> --out models/<name>"""

import argparse
import dataclasses
import json
import math
import os
import random
import sys
import time
from pathlib import Path

os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")

import numpy as np
import torch
from torch import nn
from torch.nn import functional

from .examples import ADDED, FIRST, KIND, LABEL, NAME, TOLD, ASKED, Change, DroppedAnswer, Examples, Exchange
from .export import export
from .model import Reader
from .settings import SMOKE, Settings


def report(message: str) -> None:
    print(message, file=sys.stderr, flush=True)


def pairs_of(question: dict) -> range:
    return range(question["first"], question["first"] + question["count"])


class Changes:
    """Makes answerable questions unanswerable, so that the reader learns what an answer hangs on."""

    def __init__(self, examples: Examples, settings: Settings) -> None:
        self.examples, self.settings, self.mentions = examples, settings, examples.mentions()

    def draw(self, question: dict, answering: list[int]) -> Change:
        chance = random.random()
        if not question["answerable"]:
            return None
        if chance < self.settings.dropped_answers:
            return DroppedAnswer() if all(self.examples.pairs[pair, FIRST] >= 0 for pair in answering) else None
        if chance < self.settings.dropped_answers + self.settings.exchanged_names:
            return self.exchange(question, answering)
        return None

    def exchange(self, question: dict, answering: list[int]) -> Change:
        """A name of the same kind that no answering sentence holds."""
        examples = self.examples
        asked = examples.text(examples.pairs[question["first"], ASKED])
        own = [name for name in set(asked[:, NAME].tolist()) if name >= 0]
        if not own:
            return None
        name = random.choice(own)
        kind = asked[asked[:, NAME] == name][0, KIND]
        near = {told for pair in answering for told in examples.text(examples.pairs[pair, TOLD])[:, NAME].tolist()}
        mentions = self.mentions[question["scope"]]
        others = [other for other, tokens in mentions.items() if other != name and other not in near and tokens[0, KIND] == kind]
        return Exchange(name, mentions[random.choice(others)]) if others else None


def question_loss(model: Reader, nothing: torch.Tensor, examples: Examples, questions: list[dict], changes: Changes, settings: Settings):
    """Softmax over the sentences of a question and "nothing answers"; besides, each sentence by itself and the words that answer."""
    rows: list[int] = []
    row_changes: list[Change] = []
    groups = []
    for question in questions:
        pairs = list(pairs_of(question))
        answering = [pair for pair in pairs if examples.pairs[pair, LABEL]]
        wrong = [pair for pair in pairs if not examples.pairs[pair, LABEL]]
        rest = wrong[settings.hard :]
        random.shuffle(rest)
        chosen = answering + wrong[: settings.hard] + rest[: settings.others]
        change = changes.draw(question, answering)
        groups.append((len(rows), len(rows) + len(chosen), question["answerable"] and change is None))
        rows += chosen
        # Where the answer is cut out, the other sentences stay as they are.
        row_changes += [None if isinstance(change, DroppedAnswer) and pair not in answering else change for pair in chosen]
    batch = examples.batch(rows, settings.longest_told, row_changes)
    scores, _, inside = model(batch, examples.vectors)
    loss = torch.zeros(())
    for start, end, answered in groups:
        logits = torch.cat([nothing, scores[start:end]])
        right = torch.cat([torch.tensor([0.0 if answered else 1.0]), batch.label[start:end]])
        loss = loss + torch.logsumexp(logits, 0) - torch.logsumexp(logits + torch.log(right + 1e-9), 0)
    alone = functional.binary_cross_entropy_with_logits(scores - nothing, batch.label)
    total = loss / len(groups) + 2 * alone
    marked = batch.inside.sum(1) > 0
    if marked.any():
        sentence = batch.segment[marked] == 1
        total = total + 2 * functional.binary_cross_entropy_with_logits(inside[marked][sentence], batch.inside[marked][sentence])
    return total, (loss / len(groups)).item()


def claim_loss(model: Reader, examples: Examples, claims: list[dict], settings: Settings) -> torch.Tensor:
    batch = examples.batch([claim["pair"] for claim in claims], settings.longest_claim_told)
    return functional.binary_cross_entropy_with_logits(model(batch, examples.vectors)[1], batch.label)


def area_under_curve(right: list[bool], scores: list[float]) -> float:
    yes = np.array([score for score, one in zip(scores, right) if one])
    no = np.array([score for score, one in zip(scores, right) if not one])
    return float((yes[:, None] > no[None]).mean()) if len(yes) and len(no) else float("nan")


@torch.no_grad()
def measure(model: Reader, examples: Examples, sets: dict[str, list[dict]], claims: list[dict], settings: Settings) -> dict:
    model.eval()
    figures = {}
    for name, questions in sets.items():
        pairs = sorted((pair for question in questions for pair in pairs_of(question)), key=examples.told_length)
        scores: dict[int, float] = {}
        for start in range(0, len(pairs), 256):
            chosen = pairs[start : start + 256]
            scores.update(zip(chosen, model(examples.batch(chosen, settings.longest_told), examples.vectors)[0].tolist()))
        right, best, first, third, told = [], [], 0, 0, 0
        for question in questions:
            found = sorted(((scores[p], examples.pairs[p, LABEL]) for p in pairs_of(question) if not examples.pairs[p, ADDED]), reverse=True)
            if not found:
                continue
            right.append(question["answerable"])
            best.append(found[0][0])
            if any(label for _, label in found):
                told += 1
                first += found[0][1]
                third += any(label for _, label in found[:3])
        figures[name] = {"auc": area_under_curve(right, best), "first": first / max(told, 1), "among three": third / max(told, 1)}
    if claims:
        scores = []
        for start in range(0, len(claims), 128):
            chosen = [claim["pair"] for claim in claims[start : start + 128]]
            scores += model(examples.batch(chosen, settings.longest_claim_told), examples.vectors)[1].tolist()
        figures["claims"] = {"auc": area_under_curve([claim["faithful"] for claim in claims], scores)}
    model.train()
    return figures


def train(examples: Examples, settings: Settings, work: Path, begin: Path | None = None) -> Reader:
    taught = [question for question in examples.questions if question["set"] == "taught"]
    measured: dict[str, list[dict]] = {}
    for question in examples.questions:
        if question["set"] != "taught":
            measured.setdefault(question["set"], []).append(question)
    scopes = {question["scope"] for question in taught}
    claims = [claim for claim in examples.claims if claim["scope"] in scopes]
    measured_claims = [claim for claim in examples.claims if claim["scope"] not in scopes]
    report(f"{len(scopes)} affairs, {len(taught)} questions, {len(claims)} claims")

    model = Reader(settings, examples.vectors.shape[1])
    nothing = nn.Parameter(torch.zeros(1))
    if begin:
        known = torch.load(begin)
        model.begin_with(known["model"])
        nothing.data.copy_(known["nothing"])
    parameters = [*model.parameters(), nothing]
    optimiser = torch.optim.AdamW(parameters, settings.learning_rate, weight_decay=settings.weight_decay, betas=(0.9, 0.98))
    changes = Changes(examples, settings)
    steps = len(taught) // settings.questions * settings.epochs
    claims_a_step = max(8, round(settings.claim_rounds * len(claims) / max(1, len(taught) // settings.questions))) if claims else 0
    started, step, at = time.monotonic(), 0, 0
    for epoch in range(settings.epochs):
        random.shuffle(taught)
        random.shuffle(claims)
        losses = []
        for start in range(0, len(taught) - settings.questions + 1, settings.questions):
            rate = min(1, (step + 1) / (settings.warm_up * steps + 1)) * max(0.02, (1 + math.cos(math.pi * step / steps)) / 2)
            for group in optimiser.param_groups:
                group["lr"] = settings.learning_rate * rate
            loss, shown = question_loss(model, nothing, examples, taught[start : start + settings.questions], changes, settings)
            if claims:
                chosen = [claims[(at + place) % len(claims)] for place in range(claims_a_step)]
                at += claims_a_step
                loss = loss + settings.claim_weight * claim_loss(model, examples, chosen, settings)
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(parameters, 1.0)
            optimiser.step()
            losses.append(shown)
            step += 1
        figures = measure(model, examples, measured, measured_claims, settings)
        report(f"epoch {epoch + 1}  {time.monotonic() - started:.0f} s  loss {np.mean(losses):.3f}  {json.dumps(figures, default=lambda x: round(x, 3))}")
        torch.save({"model": model.state_dict(), "nothing": nothing.data, "settings": dataclasses.asdict(settings)}, work / "reader.pt")
    with torch.no_grad():
        # What the scores are compared with: zero is "as likely as that nothing answers".
        model.answers[2].bias -= nothing
    return model


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--examples", type=Path, required=True, help="folder that scripts/reading-examples.ts wrote")
    parser.add_argument("--out", type=Path, required=True, help="model folder to write")
    parser.add_argument("--work", type=Path, default=Path(".data/reader"), help="folder for what is kept on the way")
    parser.add_argument("--begin", type=Path, help="a reader.pt to go on from, of as many layers or fewer")
    parser.add_argument("--smoke", action="store_true", help="tiny settings for a test")
    for field in dataclasses.fields(Settings):
        parser.add_argument(f"--{field.name.replace('_', '-')}", type=type(field.default), default=None)
    options = vars(parser.parse_args())
    settings = SMOKE if options["smoke"] else Settings()
    settings = dataclasses.replace(settings, **{f.name: options[f.name] for f in dataclasses.fields(Settings) if options.get(f.name) is not None})
    torch.set_num_threads(settings.threads)
    torch.manual_seed(settings.seed)
    random.seed(settings.seed)
    options["work"].mkdir(parents=True, exist_ok=True)
    export(train(Examples(options["examples"]), settings, options["work"], options["begin"]), options["out"])


if __name__ == "__main__":
    main()
