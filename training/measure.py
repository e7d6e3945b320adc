"""Figures of an exported model: python3 -m training.measure --model models/<name> --data <folder> --dev <folder>"""

import argparse
import json
import re
from pathlib import Path

import numpy as np
import onnx
from onnx import numpy_helper

from .corpora import held_out_pairs
from .evaluate import embed_texts, held_out_sample, question_scores, ranks, read_jsonl, reciprocal_rank, translation_recall
from .wordpiece import WordPiece

# Shorter sentences have several good translations among the candidates, so that a miss says little.
FEWEST_WORDS = 9


def read_exported(folder: Path) -> tuple[np.ndarray, WordPiece]:
    """The table, float32 [V, D], as its int8 rows and scales give it, and the segmenter."""
    graph = onnx.load(str(folder / "onnx" / "model_quantized.onnx")).graph
    constants = {constant.name: numpy_helper.to_array(constant) for constant in graph.initializer}
    vocabulary = json.loads((folder / "tokenizer.json").read_text("utf-8"))["model"]["vocab"]
    return constants["rows"].astype(np.float32) * constants["scales"], WordPiece(list(vocabulary))


def news_recall(table: np.ndarray, pieces: WordPiece, articles: Path) -> dict[str, float]:
    """English translations of 100 news sentences against these and all other longer sentences of the French articles."""
    lines = (Path(__file__).parent / "dev" / "news-translations.tsv").read_text("utf-8").splitlines()
    english, french = zip(*(line.split("\t") for line in lines))
    texts = (paragraph.replace("\u00ad", "") for article in read_jsonl(articles) for paragraph in article["paragraphs"])
    sentences = (sentence for text in texts for sentence in re.split(r"(?<=[.!?»]) +(?=[A-ZÉÀ«])", text))
    candidates = list(dict.fromkeys([*french, *(sentence for sentence in sentences if len(sentence.split()) >= 10)]))
    found = ranks(embed_texts(table, pieces, list(english)) @ embed_texts(table, pieces, candidates).T, np.arange(len(english)))
    return {"sentences": len(english), "candidates": len(candidates), "en→fr r1": float((found == 1).mean())}


def figures(table: np.ndarray, pieces: WordPiece, held_out: dict[str, list[tuple[str, str]]], dev: Path | None) -> dict[str, dict]:
    """Recall at 1 among each source's held-out translations and, with `dev`, on news; MRR@10 of the questions of piaf-dev."""
    found: dict[str, dict] = {}
    for name, pairs in held_out.items():
        sample = held_out_sample(pairs, FEWEST_WORDS)
        if sample:
            found[name] = {"pairs": len(sample), **translation_recall(table, pieces, sample)}
    if dev:
        scores, right = question_scores(table, pieces, dev / "piaf-dev")
        found["news"] = news_recall(table, pieces, dev / "wikinews-fr-100" / "articles.jsonl")
        found["piaf-dev"] = {"questions": len(right), "dense mrr10": round(reciprocal_rank(scores, right), 4)}
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--dev", type=Path)
    options = parser.parse_args()
    table, pieces = read_exported(options.model)
    print(json.dumps(figures(table, pieces, held_out_pairs(options.data), options.dev), ensure_ascii=False, indent=2))


if __name__ == "__main__":
    main()
