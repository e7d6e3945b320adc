"""Retrieval figures of a trained table: held-out translations and question sets of {passages,queries}.jsonl."""

import json
from pathlib import Path

import numpy as np

from .folding import split_words
from .wordpiece import WordPiece


def piece_ids(pieces: WordPiece, text: str) -> list[int]:
    return [piece for word in split_words(text) for piece in pieces.segment(word)]


def embed_texts(table: np.ndarray, pieces: WordPiece, texts: list[str]) -> np.ndarray:
    """Unit vectors, float32 [texts, D], by the plain definition of the model."""
    vectors = np.zeros((len(texts), table.shape[1]), np.float32)
    for index, text in enumerate(texts):
        ids = [piece for piece in piece_ids(pieces, text) if piece != pieces.unknown]
        vectors[index] = table[ids].sum(axis=0) if ids else 0
    return vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-6)


def ranks(scores: np.ndarray, right: np.ndarray) -> np.ndarray:
    """scores [queries, candidates], right [queries] → rank of the right candidate, from 1; ties count against it."""
    return (scores >= scores[np.arange(len(right)), right][:, None]).sum(axis=1)


def translation_recall(table: np.ndarray, pieces: WordPiece, pairs: list[tuple[str, str]]) -> dict[str, float]:
    english, french = (embed_texts(table, pieces, list(side)) for side in zip(*pairs))
    scores = english @ french.T
    truth = np.arange(len(pairs))
    return {"en→fr r1": round(float((ranks(scores, truth) == 1).mean()), 4), "fr→en r1": round(float((ranks(scores.T, truth) == 1).mean()), 4)}


def read_jsonl(path: Path) -> list[dict]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


def question_scores(table: np.ndarray, pieces: WordPiece, folder: Path) -> tuple[np.ndarray, np.ndarray]:
    """Scores [queries, passages] and the index of each query's passage."""
    passages, queries = read_jsonl(folder / "passages.jsonl"), read_jsonl(folder / "queries.jsonl")
    position = {passage["id"]: index for index, passage in enumerate(passages)}
    texts = [f"{passage.get('title', '')} {passage['text']}" for passage in passages]
    scores = embed_texts(table, pieces, [query["question"] for query in queries]) @ embed_texts(table, pieces, texts).T
    return scores, np.array([position[query["passage"]] for query in queries])


def reciprocal_rank(scores: np.ndarray, right: np.ndarray, depth: int = 10) -> float:
    found = ranks(scores, right)
    return float(np.where(found <= depth, 1 / found, 0).mean())


def held_out_sample(pairs: list[tuple[str, str]], fewest_words: int, most: int = 2000) -> list[tuple[str, str]]:
    """Pairs of some length whose sides are all distinct, so that each has one right answer."""
    seen: set[str] = set()
    kept = []
    for english, french in pairs:
        if len(split_words(english)) >= fewest_words and english not in seen and french not in seen:
            kept.append((english, french))
            seen.update((english, french))
    return kept[:most]
