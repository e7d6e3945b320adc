"""Reads the training folder into word ids. Nothing here is random but the hold-out, which depends on the text alone."""

import gzip
import zlib
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from .folding import split_words
from .ragged import Ragged
from .thesaurus import FOLDER, Thesaurus, build_thesaurus, read_groups

# Share of each parallel source held out for evaluation, out of 1,000 (chosen by a checksum of the English side).
HELD_OUT = {"laws": 10, "tatoeba": 30, "python": 60}

# A law sentence is worth less than another when pieces are counted, or the vocabulary becomes a lawyer's.
PIECE_COUNT_WEIGHT = {"laws": 0.15}

# The words of the thesaurus are those of the press, which the other sources hardly are: more of them become pieces.
THESAURUS_COUNT_WEIGHT = 3.0

LONGEST_LINE = 120  # words; a static model gains nothing from longer training lines


# Where each parallel source lies in the training folder.
PARALLEL_FILES = {
    "laws": "canada-laws-en-fr/pairs.tsv.gz",
    "tatoeba": "tatoeba-en-fr/pairs.tsv.gz",
    "python": "python-docs-en-fr/pairs.tsv.gz",
    "glossary": "canada-laws-en-fr/glossary.tsv",
}


@dataclass(frozen=True)
class Parallel:
    """Aligned lines; neighbours come from one document (`document`: int32 [rows], sorted)."""

    name: str
    english: Ragged
    french: Ragged
    document: np.ndarray


@dataclass(frozen=True)
class Monolingual:
    """Consecutive lines of running text in one language."""

    language: str
    lines: Ragged


@dataclass(frozen=True)
class Corpora:
    words: list[str]
    parallel: dict[str, Parallel]
    monolingual: dict[str, Monolingual]
    thesaurus: Thesaurus
    held_out: dict[str, list[tuple[str, str]]]  # source → (English, French) texts
    piece_counts: dict[str, float]  # word → weighted count


def lines(path: Path) -> Iterator[str]:
    if not path.exists():
        return
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as stream:
        for line in stream:
            yield line.rstrip("\n")


def _pairs(path: Path) -> list[tuple[str, str, str]]:
    """(English, French, document) rows of a tab-separated file, sorted by document where it has that column."""
    rows = []
    for line in lines(path):
        columns = line.split("\t")
        if len(columns) >= 2 and columns[0] and columns[1]:
            rows.append((columns[0], columns[1], columns[2] if len(columns) > 2 else ""))
    return sorted(rows, key=lambda row: row[2]) if path.parent.name.startswith("canada") else rows


class _Words:
    """Gives every distinct folded word an id, and counts it."""

    def __init__(self) -> None:
        self.ids: dict[str, int] = {}
        self.counts: Counter[str] = Counter()
        self.weight = 1.0

    def encode(self, text: str) -> list[int]:
        ids = []
        for word in split_words(text)[:LONGEST_LINE]:
            self.counts[word] += self.weight
            ids.append(self.ids.setdefault(word, len(self.ids)))
        return ids


def _is_held_out(source: str, english: str) -> bool:
    return zlib.crc32(english.encode()) % 1000 < HELD_OUT.get(source, 0)


def _held_out(source: str, rows: list[tuple[str, str, str]]) -> list[tuple[str, str]]:
    return [(english, french) for english, french, _ in rows if _is_held_out(source, english)]


def held_out_pairs(folder: Path) -> dict[str, list[tuple[str, str]]]:
    """The (English, French) texts of each parallel source that training never sees."""
    return {name: _held_out(name, _pairs(folder / file)) for name, file in PARALLEL_FILES.items()}


def read_corpora(folder: Path, report: Callable[[str], None], limit: int | None = None) -> Corpora:
    """Reads every known source that exists under `folder`; `limit` caps the lines of each."""
    words = _Words()
    parallel: dict[str, Parallel] = {}
    held_out: dict[str, list[tuple[str, str]]] = {}
    for name, file in PARALLEL_FILES.items():
        words.weight = PIECE_COUNT_WEIGHT.get(name, 1.0)
        rows = _pairs(folder / file)[:limit]
        if not rows:
            continue
        held_out[name] = _held_out(name, rows)
        kept = [row for row in rows if not _is_held_out(name, row[0])]
        documents = {document: index for index, document in enumerate(dict.fromkeys(row[2] for row in kept))}
        parallel[name] = Parallel(
            name,
            Ragged.of([words.encode(row[0]) for row in kept]),
            Ragged.of([words.encode(row[1]) for row in kept]),
            np.array([documents[row[2]] for row in kept], np.int32),
        )
        report(f"{name}: {len(kept):,} pairs, {len(held_out[name]):,} held out")

    words.weight = 1.0
    monolingual: dict[str, Monolingual] = {}
    for language in ("fr", "en"):
        texts = list(lines(folder / "common-voice-sentences" / f"{language}.txt.gz"))[:limit]
        if texts:
            monolingual[language] = Monolingual(language, Ragged.of([words.encode(text) for text in texts]))
            report(f"common voice {language}: {len(texts):,} lines")

    # Names serve the pieces only: they are written alike in both languages, so there is nothing to align.
    words.weight = 5.0
    for file in ("firstnames.txt", "lastnames.txt"):
        for line in lines(folder / "names-fr" / file):
            words.encode(line)
    words.weight = 1.0
    places = [line.split("\t") for line in lines(folder / "lexicon" / "places-languages.tsv")]
    if places:
        parallel["places"] = Parallel(
            "places",
            Ragged.of([words.encode(row[2]) for row in places]),
            Ragged.of([words.encode(row[1]) for row in places]),
            np.zeros(len(places), np.int32),
        )
    words.weight = THESAURUS_COUNT_WEIGHT
    groups = read_groups(FOLDER, limit)
    thesaurus = build_thesaurus([[words.encode(member) for member in group] for group in groups])
    report(f"thesaurus: {len(groups):,} groups, {len(thesaurus.members):,} members")
    if not parallel:
        raise FileNotFoundError(f"Expected at least one of the parallel sources (such as canada-laws-en-fr/pairs.tsv.gz) in {folder}.")
    return Corpora(list(words.ids), parallel, monolingual, thesaurus, held_out, dict(words.counts))
