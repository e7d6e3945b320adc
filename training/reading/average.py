"""python3 -m training.reading.average <out.pt> <weight>:<reader.pt> ...

Readers that began alike and were taught on are averaged number by number: the mean is often better than each. (Wortsman and others 2022, arXiv:2203.05482)
"""

import argparse
import copy
from pathlib import Path

import torch
from torch import nn

# Steps from one look at a reader to the next, and the least share of the newest look in the running mean.
EVERY, NEWEST = 5, 0.015


class RunningMean:
    """The mean of a reader's last steps, newer ones counting more: often better than the last one. (Polyak, Juditsky 1992)"""

    def __init__(self, model: nn.Module) -> None:
        self.model = copy.deepcopy(model)
        self._steps = 0

    @torch.no_grad()
    def follow(self, model: nn.Module) -> None:
        """To be called after each step."""
        self._steps += 1
        if self._steps % EVERY:
            return
        share = max(NEWEST, EVERY / (self._steps + EVERY))
        for mean, own in zip(self.model.parameters(), model.parameters(), strict=True):
            mean.lerp_(own, share)


def average(readers: list[tuple[float, dict]]) -> dict:
    """Weights and what `train.save` wrote → the same of their mean; settings are those of the first."""
    total = sum(weight for weight, _ in readers)
    first = readers[0][1]
    model = {name: sum(weight * known["model"][name] for weight, known in readers) / total for name in first["model"]}
    return {**first, "model": model}


def weighted(text: str) -> tuple[float, Path]:
    weight, _, file = text.partition(":")
    return float(weight), Path(file)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("readers", type=weighted, nargs="+", metavar="weight:reader.pt")
    options = parser.parse_args()
    torch.save(average([(weight, torch.load(file, map_location="cpu")) for weight, file in options.readers]), options.out)


if __name__ == "__main__":
    main()
