"""Rows of different lengths in one flat array."""

from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True)
class Ragged:
    """Row i is values[starts[i]:starts[i + 1]]. values: int32 [total]; starts: int64 [rows + 1]."""

    values: np.ndarray
    starts: np.ndarray

    @staticmethod
    def of(rows: list[list[int]]) -> "Ragged":
        lengths = np.fromiter(map(len, rows), np.int64, len(rows))
        values = np.fromiter((v for row in rows for v in row), np.int32, int(lengths.sum()))
        return Ragged(values, np.concatenate([[0], np.cumsum(lengths)]))

    def __len__(self) -> int:
        return len(self.starts) - 1

    def lengths(self) -> np.ndarray:
        return np.diff(self.starts)

    def spans(self, first: np.ndarray, last: np.ndarray) -> "Ragged":
        """One row for each pair (first, last): the rows first..last-1 joined."""
        begin, lengths = self.starts[first], self.starts[last] - self.starts[first]
        starts = np.concatenate([[0], np.cumsum(lengths)])
        return Ragged(self.values[np.arange(starts[-1]) + np.repeat(begin - starts[:-1], lengths)], starts)

    def take(self, rows: np.ndarray) -> "Ragged":
        return self.spans(rows, rows + 1)

    def row_of_value(self) -> np.ndarray:
        """int64 [total]: the row that each value belongs to."""
        return np.repeat(np.arange(len(self)), self.lengths())

    def keep(self, mask: np.ndarray) -> "Ragged":
        """Only the values where mask (bool [total]) holds; rows may become empty."""
        counts = np.concatenate([[0], np.cumsum(mask)])
        return Ragged(self.values[mask], counts[self.starts])


def join(left: Ragged, right: Ragged) -> Ragged:
    """Row i of the result is row i of left followed by row i of right."""
    order = np.argsort(np.concatenate([left.row_of_value(), right.row_of_value()]), kind="stable")
    return Ragged(np.concatenate([left.values, right.values])[order], left.starts + right.starts)
