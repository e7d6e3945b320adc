"""One command from the data folder to the model folder: python3 -m training.train --data <folder> --out models/<name>"""

import argparse
import dataclasses
import sys
import time
from pathlib import Path

import numpy as np
import torch

from . import checkpoint
from .corpora import Corpora, read_corpora
from .evaluate import held_out_sample, question_scores, reciprocal_rank, translation_recall
from .examples import Task, Tasks
from .export import export
from .files import write_json
from .lexicon import build_lexicon
from .model import initial_table, training_step
from .reference import check_export, write_reference
from .row_adam import RowAdam
from .settings import SMOKE, Settings
from .wordpiece import WordPiece, train_pieces


def report(message: str) -> None:
    print(message, file=sys.stderr, flush=True)


def schedule(corpora: Corpora, tasks: Tasks, settings: Settings) -> list[tuple[float, Task]]:
    """The tasks that the data allows, with their shares of the steps."""
    rows, passage_rows = settings.rows, settings.passage_rows
    found = [name for name in ("laws", "tatoeba", "python", "glossary", "places") if name in corpora.parallel]
    small = {"glossary": rows // 8, "places": rows // 32, "python": rows // 5}
    large = [name for name in found if name not in small]
    shared = rows - sum(small[name] for name in found if name in small)
    mixed = [(name, small.get(name) or shared // max(len(large), 1)) for name in found]
    plan: list[tuple[float, Task]] = [(0.24, tasks.translation(mixed))]
    plan += [(0.12, tasks.translation([(name, rows)])) for name in ("laws", "tatoeba") if name in found]
    if "python" in found:
        plan.append((0.04, tasks.translation([("python", rows)])))
    for language, source in corpora.monolingual.items():
        share = 0.16 if language == "fr" else 0.06
        plan.append((share, tasks.question(source.lines, source.lines, language, passage_rows)))
        plan.append((share / 4, tasks.neighbour(source.lines, passage_rows)))
    for name in ("laws", "python"):
        if name in found:
            source = corpora.parallel[name]
            share = 0.04
            plan.append((share, tasks.question(source.french, source.french, "fr", passage_rows, source.document)))
            plan.append((share / 2, tasks.question(source.english, source.english, "en", passage_rows, source.document)))
            plan.append((share, tasks.question(source.french, source.english, "en", passage_rows, source.document)))
            plan.append((share, tasks.question(source.english, source.french, "fr", passage_rows, source.document)))
            plan.append((share / 2, tasks.neighbour(source.french, passage_rows, source.document)))
    return plan


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
    parser.add_argument("--no-check", dest="check", action="store_false", help="do not run the exported model through Node")
    parser.add_argument("--smoke", action="store_true", help="tiny settings for a test")
    for field in dataclasses.fields(Settings):
        if field.name != "line_limit":
            parser.add_argument(f"--{field.name.replace('_', '-')}", type=type(field.default), default=None)
    options = vars(parser.parse_args())
    settings = SMOKE if options["smoke"] else Settings()
    settings = dataclasses.replace(settings, **{f.name: options[f.name] for f in dataclasses.fields(Settings) if options.get(f.name) is not None})
    torch.set_num_threads(settings.threads)

    corpora = read_corpora(options["data"], report, settings.line_limit)
    report(f"{len(corpora.words):,} distinct words; learning {settings.vocabulary:,} pieces")
    pieces = train_pieces(corpora.piece_counts, settings.vocabulary)
    segmenter = WordPiece(pieces)
    tasks = Tasks(corpora, build_lexicon(corpora, segmenter, settings.seed), len(pieces))
    report(f"training, CPU so far {time.process_time():.0f} s")
    table = optimise(schedule(corpora, tasks, settings), settings, pieces, options["work"])
    export(options["out"], table, pieces)

    texts = [text for pairs in corpora.held_out.values() for pair in pairs[:100] for text in pair]
    reference = options["work"] / "reference.jsonl"
    write_reference(reference, table, segmenter, texts)
    figures: dict = {"cpu_seconds": round(time.process_time())}
    if options["check"]:
        figures["export"] = check_export(options["out"], reference)
    for name, fewest in (("laws", 8), ("tatoeba", 9), ("python", 8)):
        pairs = held_out_sample(corpora.held_out.get(name, []), fewest)
        if pairs:
            figures[name] = {"pairs": len(pairs), **translation_recall(table, segmenter, pairs)}
    if options["dev"]:
        figures["piaf"] = {"mrr10": reciprocal_rank(*question_scores(table, segmenter, options["dev"] / "piaf-dev"))}
    write_json(options["work"] / "figures.json", figures)
    report(str(figures))


if __name__ == "__main__":
    main()
