"""Attention of a transformer layer; the reader and the encoder of sentences differ in what stands around it."""

import torch


def attend(joined: torch.Tensor, heads: int, bias: torch.Tensor) -> torch.Tensor:
    """joined: queries, keys and values [B, L, 3 * W]; bias: broadcast to [B, heads, L, L] → [B, L, W]"""
    batch, length, width = joined.shape[0], joined.shape[1], joined.shape[2] // 3
    size = width // heads
    parts = joined.view(batch, length, 3, heads, size).permute(2, 0, 3, 1, 4)
    weights = torch.softmax((parts[0] / size**0.5) @ parts[1].transpose(-1, -2) + bias, -1)
    return (weights @ parts[2]).transpose(1, 2).reshape(batch, length, width)
