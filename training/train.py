"""One command from the data folder to the model folder: python3 -m training.train --data <folder> --out models/<name>"""

import argparse
import dataclasses
import json
import os
import sys
import time
from pathlib import Path

import numpy as np

# Read when torch loads. OpenMP's threads otherwise wait for each other in a busy loop, which on a machine with other work
# to do cost two and a half times the CPU.
os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")

import torch

from . import checkpoint
from .corpora import read_corpora
from .examples import Task, Tasks
from .export import export
from .files import write_json
from .lexicon import build_lexicon
from .measure import figures
from .model import initial_table, training_step
from .reference import check_export, write_reference
from .row_adam import RowAdam
from .schedule import schedule
from .settings import SMOKE, Settings
from .synonyms import build_synonyms
from .wordpiece import WordPiece, train_pieces


def report(message: str) -> None:
    print(message, file=sys.stderr, flush=True)


def optimise(plan: list[tuple[float, Task]], settings: Settings, pieces: list[str], work: Path) -> np.ndarray:
    """Trains the table: float32 [V, D]. Step n draws the same batch in every run, so a resumed run equals an unbroken one."""
    table = initial_table(len(pieces), settings.dimensions, settings.seed)
    optimiser = RowAdam(table)
    identity = checkpoint.fingerprint(settings, pieces)
    path = work / "checkpoint.pt"
    step = checkpoint.restore(path, identity, optimiser)
    if step:
        report(f"resuming at step {step:,}")
    shares = np.array([share for share, _ in plan])
    started = saved = time.monotonic()
    first, average = step, None
    while step < settings.steps:
        random = np.random.default_rng([settings.seed, 2, step])
        batch = plan[random.choice(len(plan), p=shares / shares.sum())][1](random)
        rate = min((step + 1) / settings.warm_up, (settings.steps - step) / (settings.steps - settings.warm_up))
        loss = training_step(optimiser, batch, step, settings.learning_rate * rate)
        step += 1
        average = loss if average is None else 0.99 * average + 0.01 * loss
        now = time.monotonic()
        if step % 100 == 0 or step == settings.steps:
            left = (now - started) / (step - first) * (settings.steps - step) / 60
            report(f"step {step:,} of {settings.steps:,}  loss {average:.3f}  {left:.1f} min left")
        if now - saved > settings.checkpoint_minutes * 60:
            checkpoint.save(path, identity, step, optimiser)
            saved = now
    return table.numpy()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder of the training sources")
    parser.add_argument("--dev", type=Path, help="folder with piaf-dev; measured, never trained on")
    parser.add_argument("--out", type=Path, required=True, help="model folder to write")
    parser.add_argument("--work", type=Path, default=Path(".data/training"), help="folder for the checkpoint")
    parser.add_argument("--smoke", action="store_true", help="tiny settings for a test")
    for field in dataclasses.fields(Settings):
        if field.name != "line_limit":
            parser.add_argument(f"--{field.name.replace('_', '-')}", type=type(field.default), default=None)
    options = vars(parser.parse_args())
    settings = SMOKE if options["smoke"] else Settings()
    settings = dataclasses.replace(settings, **{f.name: options[f.name] for f in dataclasses.fields(Settings) if options.get(f.name) is not None})
    torch.set_num_threads(settings.threads)

    started = time.monotonic()
    corpora = read_corpora(options["data"], report, settings.line_limit)
    report(f"{len(corpora.words):,} distinct words; learning {settings.vocabulary:,} pieces")
    pieces = train_pieces(corpora.piece_counts, settings.vocabulary)
    segmenter = WordPiece(pieces)
    tasks = Tasks(
        corpora,
        build_lexicon(corpora, segmenter, settings.seed),
        build_synonyms(corpora.thesaurus, corpora.words),
        settings.substitution,
        len(pieces),
    )
    report(f"training, CPU so far {time.process_time():.0f} s")
    table = optimise(schedule(corpora, tasks, settings), settings, pieces, options["work"])
    export(options["out"], table, pieces)

    texts = [text for pairs in corpora.held_out.values() for pair in pairs[:100] for text in pair]
    reference = options["work"] / "reference.jsonl"
    write_reference(reference, table, segmenter, texts)
    summary = {
        "cpu seconds": round(time.process_time()),
        "wall seconds": round(time.monotonic() - started),
        "export": check_export(options["out"], reference),
        **figures(table, segmenter, corpora.held_out, options["dev"]),
    }
    write_json(options["work"] / "figures.json", summary)
    report(json.dumps(summary, ensure_ascii=False, indent=2))


if __name__ == "__main__":
    main()
