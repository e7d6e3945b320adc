"""Every number of the recipe in one place."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Settings:
    seed: int = 7
    vocabulary: int = 24_000
    dimensions: int = 512
    rows: int = 1024  # pairs a batch
    passage_rows: int = 512  # pairs a batch of the passage tasks, whose texts are longer
    steps: int = 4500
    synonym_share: float = 0.1  # of the steps, beside the shares in schedule.py
    substitution: float = 0.5  # chance that a word of a question or line gives way to a synonym
    warm_up: int = 100
    learning_rate: float = 0.01
    threads: int = 2
    checkpoint_minutes: float = 3.0
    line_limit: int | None = None  # lines read of each source; None reads all


SMOKE = Settings(
    vocabulary=3_000, dimensions=32, rows=64, passage_rows=32, steps=60, warm_up=10, threads=1, checkpoint_minutes=0.002, line_limit=400
)
