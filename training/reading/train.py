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

import torch
from torch.nn import functional

from ..sentences.export import read_back
from ..shipped import weights_of
from .average import RunningMean
from .examples import Examples
from .export import export
from .losses import Teachers
from .measure import measure
from .model import Reader
from .rounds import Rounds
from .settings import SMOKE, Settings
from .steps import Steps


ENCODER = Path(__file__).parents[2] / "models/bellerophon-sentences-fr-en/encoder.onnx"


def report(message: str) -> None:
    print(message, file=sys.stderr, flush=True)


def save(model: Reader, file: Path) -> None:
    torch.save({"model": model.state_dict(), "settings": dataclasses.asdict(model.settings)}, file)


def load(file: Path, dimensions: int, device: str, shipped: Settings) -> Reader:
    """shipped: settings of what an ONNX graph holds, for it does not say"""
    if file.suffix == ".onnx":
        model = Reader(shipped, dimensions)
        begin_with(model, file)
        return model.to(device)
    known = torch.load(file, map_location=device)
    fields = {field.name for field in dataclasses.fields(Settings)}
    model = Reader(Settings(**{name: value for name, value in known["settings"].items() if name in fields}), dimensions).to(device)
    model.load_state_dict(known["model"])
    return model


def begin_with(model: Reader, file: Path) -> None:
    """Numbers that the reader in the file has in the same shape; what it lacks begins anew. What reads more numbers than there gives the new ones no weight."""
    state = model.state_dict()
    if file.suffix == ".onnx":
        known = weights_of(file, "reader", state)
    else:
        known = torch.load(file, map_location=next(model.parameters()).device)["model"]
    model.load_state_dict({name: as_begun(own, known.get(name)) for name, own in state.items()})


def as_begun(own: torch.Tensor, known: torch.Tensor | None) -> torch.Tensor:
    if known is None or known.shape[:-1] != own.shape[:-1] or known.shape[-1:] > own.shape[-1:]:
        return own
    return functional.pad(known, (0, own.shape[-1] - known.shape[-1])) if own.dim() else known


def share_of_rate(done: float, warm_up: float) -> float:
    """Rises, then falls as a cosine does. done: share of the steps"""
    return min(1, (done + 1e-4) / warm_up) * max(0.01, (1 + math.cos(math.pi * done)) / 2)


def train(examples: Examples, settings: Settings, work: Path, taught_by: list[Path], begin: Path | None = None) -> Reader:
    """→ the running mean of the steps. work: a folder for reader.pt, the last step, and mean.pt"""
    device, dimensions = examples.device, examples.vectors.shape[1]
    taught = [question for question in examples.questions if question["set"] == "taught" and question["count"] > 0]
    measured: dict[str, list[dict]] = {"taught": random.sample(taught, min(600, len(taught)))}
    for question in examples.questions:
        if question["set"] != "taught":
            measured.setdefault(question["set"], []).append(question)
    scopes = {question["scope"] for question in taught}
    claims = [claim for claim in examples.claims if claim["scope"] in scopes]
    measured_claims = [claim for claim in examples.claims if claim["scope"] not in scopes]
    report(f"{len(scopes)} affairs, {len(taught)} questions, {len(claims)} claims")

    model = Reader(settings, dimensions).to(device)
    if begin:
        begin_with(model, begin)
    rounds = Rounds(examples, taught, claims, settings)
    teachers = Teachers([load(file, dimensions, device, settings) for file in taught_by], rounds.openings.count) if taught_by else None
    steps = Steps(model, teachers, examples, settings)
    mean = RunningMean(model)
    started, step, all_steps = time.monotonic(), 0, rounds.steps * settings.epochs
    ends = 60 * settings.minutes

    def done() -> float:
        return max(step / all_steps, (time.monotonic() - started) / ends if ends else 0)

    for epoch in range(settings.epochs):
        losses = []
        for read in rounds.epoch():
            losses.append(steps.take(read, settings.learning_rate * share_of_rate(done(), settings.warm_up)))
            mean.follow(model)
            step += 1
            if done() >= 1:
                break
        last = done() >= 1
        line = f"epoch {epoch + 1}  {time.monotonic() - started:.0f} s  loss {torch.stack(losses).mean().item():.3f}"
        if last or epoch % settings.measured == 0:
            figures = measure(mean.model, examples, measured, measured_claims, settings)
            line += f"  {json.dumps(figures, default=float)}"
            save(model, work / "reader.pt")
            save(mean.model, work / "mean.pt")
        report(line)
        if last:
            break
    return mean.model


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--examples", type=Path, required=True, help="folder that scripts/reading-examples.ts wrote")
    parser.add_argument("--out", type=Path, help="model folder to write; without it only reader.pt is kept in --work")
    parser.add_argument("--work", type=Path, default=Path(".data/reader"), help="folder for what is kept on the way")
    parser.add_argument("--taught-by", type=Path, nargs="*", default=[], help="reader.pt or reader.onnx of readers to learn from besides the labels")
    parser.add_argument("--begin", type=Path, help="reader.pt or reader.onnx to go on from, of the same width")
    parser.add_argument("--encoder", type=Path, default=ENCODER, help="encoder.onnx that gives words their contexts")
    parser.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu")
    parser.add_argument("--smoke", action="store_true", help="tiny settings for a test")
    for field in dataclasses.fields(Settings):
        kind = {"action": "store_const", "const": True} if field.type is bool else {"type": type(field.default)}
        parser.add_argument(f"--{field.name.replace('_', '-')}", **kind)
    options = vars(parser.parse_args())
    settings = SMOKE if options["smoke"] else Settings()
    settings = dataclasses.replace(settings, **{f.name: options[f.name] for f in dataclasses.fields(Settings) if options.get(f.name) is not None})
    torch.set_num_threads(settings.threads)
    torch.manual_seed(settings.seed)
    random.seed(settings.seed)
    options["work"].mkdir(parents=True, exist_ok=True)
    encoder = read_back(options["encoder"])
    model = train(Examples(options["examples"], options["device"], encoder), settings, options["work"], options["taught_by"], options["begin"])
    if options["out"]:
        export(model.cpu(), Examples(options["examples"], encoder=encoder.cpu()), options["out"])


if __name__ == "__main__":
    main()
