"""Groups of near-synonyms of both languages: what a reader may call one and the same thing."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from .ragged import Ragged

FOLDER = Path(__file__).parent.parent / "src" / "text" / "thesaurus"

@dataclass(frozen=True)
class Thesaurus:
    """Members (words or set phrases, as rows of word ids), those of one group in a row. Members of one text have one key."""

    members: Ragged
    groups: np.ndarray  # int64 [groups + 1]: group g is members groups[g]..groups[g + 1] - 1, two or more
    key: np.ndarray  # int64 [members]: the first group that holds a member of that text


def read_groups(folder: Path, limit: int | None = None) -> list[list[str]]:
    """One group a line, members separated by commas, of all files in the order of their names."""
    lines = [line for path in sorted(folder.glob("*.txt")) for line in path.read_text("utf-8").splitlines()]
    groups = (list(dict.fromkeys(member.strip() for member in line.split(",") if member.strip())) for line in lines)
    return [group for group in groups if len(group) > 1][:limit]


def build_thesaurus(groups: list[list[list[int]]]) -> Thesaurus:
    """From members as lists of word ids."""
    first: dict[tuple[int, ...], int] = {}
    keys = [first.setdefault(tuple(member), number) for number, group in enumerate(groups) for member in group]
    return Thesaurus(
        Ragged.of([member for group in groups for member in group]),
        np.concatenate([[0], np.cumsum([len(group) for group in groups])]),
        np.array(keys, np.int64),
    )


def draw_pairs(thesaurus: Thesaurus, rows: int, random: np.random.Generator) -> tuple[np.ndarray, np.ndarray]:
    """Members, int64 [rows] each: two different ones of each of `rows` different groups (all groups, where there are fewer)."""
    count = len(thesaurus.groups) - 1
    chosen = random.permutation(count)[: min(rows, count)]
    begin, size = thesaurus.groups[chosen], np.diff(thesaurus.groups)[chosen]
    left = random.integers(0, size)
    right = (left + random.integers(1, size)) % size
    return begin + left, begin + right
