"""Every number of the recipe in one place."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Settings:
    seed: int = 1
    width: int = 96
    layers: int = 4
    heads: int = 4
    common: int = 1903  # words and marks with an embedding of their own, as in src/reading/tokens.ts
    inner: int = 192  # width inside the feed-forward parts
    reach: int = 24  # tokens; distances beyond it count as this
    dropout: float = 0.1
    word_dropout: float = 0.1  # chance that a token's vector is hidden
    epochs: int = 8
    questions: int = 20  # a batch
    hard: int = 3  # wrong sentences of a question taken for sure: those that the ranking likes best
    others: int = 4  # … and at random
    dropped_answers: float = 0.25  # share of the answerable questions whose answer is cut out of the sentences
    exchanged_names: float = 0.15  # share in which another name takes the place of one
    learning_rate: float = 0.002
    warm_up: float = 0.06  # share of the steps
    weight_decay: float = 0.05
    claim_weight: float = 0.5
    claim_rounds: float = 1.2  # how often each claim is read while each question is read once
    longest_told: int = 86
    longest_claim_told: int = 136
    threads: int = 2


SMOKE = Settings(width=32, inner=32, epochs=1, questions=4, threads=1)
