"""What words mean where they stand: the last layer of the sentence encoder (training/sentences), which reads a question or a sentence by itself.

It is not trained further here. So what it says of a sentence can be kept from one question to the next; only the reader's own layers read both together.
(MacAvaney et al. 2020, arXiv:2004.14255)
"""

import torch

from ..sentences.model import BEGIN, END, PADDING, SIGNS, Encoder, by_length

# Texts that are read at once on a processor, of about the same length.
TOGETHER = 48


class Contexts:
    def __init__(self, encoder: Encoder, words: torch.Tensor) -> None:
        """words: float [U, D], as ../sentences/pieces.py writes them"""
        self.encoder = encoder.eval()
        with torch.no_grad():
            self.rows = encoder.rows(words)

    @torch.no_grad()
    def of(self, words: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        """words: int64 [B, L], rows; mask: bool [B, L], the text, from the first column on → float [B, L, D], zeros where there is no text"""
        tokens = torch.nn.functional.pad(torch.where(mask, words + SIGNS, PADDING), (1, 1), value=PADDING)
        tokens[:, 0] = BEGIN
        tokens = tokens.scatter(1, mask.sum(1, keepdim=True) + 1, END)
        if tokens.device.type == "cuda":
            found = self.encoder.states(self.rows, tokens)
        else:
            tokens, rows = torch.unique(tokens, dim=0, return_inverse=True)
            found = self._by_length(tokens)[rows]
        return found[:, 1:-1] * mask[..., None]

    def _by_length(self, tokens: torch.Tensor) -> torch.Tensor:
        found = torch.zeros(*tokens.shape, self.rows.shape[1])
        for chosen, texts in by_length(tokens, TOGETHER):
            found[chosen, : texts.shape[1]] = self.encoder.states(self.rows, texts).float()
        return found
