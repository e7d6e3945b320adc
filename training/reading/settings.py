"""Every number of the recipe in one place."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Settings:
    seed: int = 1
    width: int = 192
    layers: int = 4
    heads: int = 4
    known: int = 5498  # words and marks with an embedding of their own, as in src/reading/known-words.ts
    inner: int = 384  # width inside the feed-forward parts
    reach: int = 24  # tokens; distances beyond it count as this
    dropout: float = 0.1  # chance that a feature of a pair is hidden
    word_dropout: float = 0.1  # chance that a token's vector is hidden
    epochs: int = 10
    minutes: float = 0.0  # after which the training ends, whatever is left of the epochs; 0 for never
    measured: int = 3  # epochs from one measurement to the next
    questions: int = 24  # a batch
    sentences: int = 8  # of a question
    hard: int = 4  # wrong sentences of a question taken for sure: those that the ranking likes best
    changed: float = 0.2  # share of the answerable questions that are changed into unanswerable ones; more where an opening needs it
    dropped_answers: float = 0.55  # share of the changes by which the answer is cut out of the sentences; else another name is asked about
    exchanges: int = 4  # such questions made of one
    learning_rate: float = 0.0015
    warm_up: float = 0.06  # share of the steps
    weight_decay: float = 0.05
    claim_weight: float = 0.5
    stance_weight: float = 0.5
    claim_rounds: float = 0.8  # how often each claim is read while each question is read once
    taught: float = 0.7  # weight of what other readers say, against the labels
    longest_asked: int = 26
    longest_told: int = 86
    longest_claim: int = 46
    longest_claim_told: int = 132
    threads: int = 2
    bfloat16: bool = False  # on a card always; on a processor that has such products (AVX-512 BF16) three times as fast

    @property
    def question_lengths(self) -> tuple[int, int]:
        return self.longest_asked, self.longest_told

    @property
    def claim_lengths(self) -> tuple[int, int]:
        return self.longest_claim, self.longest_claim_told


SMOKE = Settings(width=32, layers=1, inner=32, epochs=1, questions=4, threads=1)
