"""Which task gets which share of the steps. Shares were chosen by short runs on the development sets; they need not add up to one.

The share of the synonyms stands in settings.py.
"""

from .corpora import Corpora
from .examples import Task, Tasks
from .settings import Settings

# Small sources fill only a part of a mixed batch, or their lines would be seen hundreds of times.
PART_OF_MIXED_BATCH = {"glossary": 8, "places": 32, "python": 5}

TRANSLATION_MIXED = 0.24
TRANSLATION_ALONE = {"laws": 0.12, "tatoeba": 0.12, "python": 0.04}  # harder negatives: all of one kind
QUESTIONS = {"fr": 0.16, "en": 0.06}  # running text: speeches, novels, everyday sentences
NEIGHBOURS = {"fr": 0.04, "en": 0.015}
PARALLEL_QUESTIONS = {("fr", "fr"): 0.04, ("en", "en"): 0.02, ("fr", "en"): 0.04, ("en", "fr"): 0.04}  # (passage, question)
PARALLEL_NEIGHBOURS = 0.02


def schedule(corpora: Corpora, tasks: Tasks, settings: Settings) -> list[tuple[float, Task]]:
    """(share, task) for every task that the data allows. The order matters: draws are made by position."""
    plan = [(TRANSLATION_MIXED, tasks.translation(_mixed(corpora, settings.rows)))]
    for name, share in TRANSLATION_ALONE.items():
        if name in corpora.parallel:
            plan.append((share, tasks.translation([(name, settings.rows)])))
    for language, source in corpora.monolingual.items():
        plan.append((QUESTIONS[language], tasks.question(source.lines, source.lines, language, settings.passage_rows)))
        plan.append((NEIGHBOURS[language], tasks.neighbour(source.lines, settings.passage_rows)))
    for name in ("laws", "python"):
        source = corpora.parallel.get(name)
        if source is None:
            continue
        lines = {"fr": source.french, "en": source.english}
        for (passage, asked), share in PARALLEL_QUESTIONS.items():
            task = tasks.question(lines[passage], lines[asked], asked, settings.passage_rows, source.document)
            plan.append((share, task))
        plan.append((PARALLEL_NEIGHBOURS, tasks.neighbour(source.french, settings.passage_rows, source.document)))
    plan.append((settings.synonym_share, tasks.synonym(settings.rows)))
    return plan


def _mixed(corpora: Corpora, rows: int) -> list[tuple[str, int]]:
    """How many pairs of each source make up a mixed batch of about `rows`."""
    small = {name: rows // part for name, part in PART_OF_MIXED_BATCH.items() if name in corpora.parallel}
    large = [name for name in corpora.parallel if name not in small]
    rest = rows - sum(small.values())
    return [(name, small.get(name) or rest // len(large)) for name in corpora.parallel]
