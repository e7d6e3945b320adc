"""Writes the model folder that @xenova/transformers loads: tokenizer, configuration, and an ONNX graph with an int8 table."""

from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

from .files import write_bytes, write_json
from .folding import INVISIBLE, LIGATURES
from .wordpiece import LONGEST_WORD, PADDING, UNKNOWN

LONGEST_TEXT = 2048  # pieces; longer texts are cut by the tokenizer

# Opset and IR that onnxruntime 1.14 reads.
OPSET = 14
IR_VERSION = 8


def quantise(table: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """float32 [V, D] → int8 [V, D] and float32 scales [V, 1], with table ≈ int8 * scales."""
    scales = np.maximum(np.abs(table).max(axis=1, keepdims=True) / 127, 1e-12).astype(np.float32)
    return np.rint(table / scales).astype(np.int8), scales


def graph(table: np.ndarray) -> onnx.ModelProto:
    """input_ids, attention_mask: int64 [B, L] → last_hidden_state: float32 [B, 1, D].

    The length is bounded from below, so that a text without pieces gives zeros instead of NaN.
    """
    rows, scales = quantise(table)
    dimensions = table.shape[1]
    nodes = [
        helper.make_node("Gather", ["rows", "input_ids"], ["row"]),
        helper.make_node("Cast", ["row"], ["vector"], to=TensorProto.FLOAT),
        helper.make_node("Gather", ["scales", "input_ids"], ["scale"]),
        helper.make_node("Cast", ["attention_mask"], ["mask"], to=TensorProto.FLOAT),
        helper.make_node("Unsqueeze", ["mask", "last_axis"], ["column"]),
        helper.make_node("Mul", ["scale", "column"], ["weight"]),
        # A matrix product sums the weighted vectors without writing them out: [B, 1, L] x [B, L, D].
        helper.make_node("Transpose", ["weight"], ["weight_row"], perm=[0, 2, 1]),
        helper.make_node("MatMul", ["weight_row", "vector"], ["sum"]),
        helper.make_node("ReduceL2", ["sum"], ["length"], axes=[2], keepdims=1),
        helper.make_node("Max", ["length", "shortest"], ["divisor"]),
        helper.make_node("Div", ["sum", "divisor"], ["last_hidden_state"]),
    ]
    constants = {
        "rows": rows,
        "scales": scales,
        "last_axis": np.array([-1], np.int64),
        "shortest": np.array(1e-6, np.float32),
    }
    model = helper.make_model(
        helper.make_graph(
            nodes,
            "static-embedding",
            [helper.make_tensor_value_info(name, TensorProto.INT64, ["batch", "length"]) for name in ("input_ids", "attention_mask")],
            [helper.make_tensor_value_info("last_hidden_state", TensorProto.FLOAT, ["batch", 1, dimensions])],
            [numpy_helper.from_array(value, name) for name, value in constants.items()],
        ),
        opset_imports=[helper.make_opsetid("", OPSET)],
        producer_name="bellerophon-training",
    )
    model.ir_version = IR_VERSION
    onnx.checker.check_model(model)
    return model


def tokenizer(pieces: list[str]) -> dict:
    """tokenizer.json: the folding of folding.py and the segmentation of wordpiece.py in the words of the tokenizers library."""
    special = [PADDING, UNKNOWN]
    return {
        "version": "1.0",
        "truncation": None,
        "padding": None,
        "added_tokens": [
            {"id": pieces.index(token), "content": token, "single_word": False, "lstrip": False, "rstrip": False, "normalized": False, "special": True}
            for token in special
        ],
        "normalizer": {
            "type": "Sequence",
            "normalizers": [
                {"type": "Replace", "pattern": {"Regex": f"[{INVISIBLE}]"}, "content": ""},
                {"type": "BertNormalizer", "clean_text": False, "handle_chinese_chars": False, "strip_accents": True, "lowercase": True},
                *({"type": "Replace", "pattern": {"String": ligature}, "content": letters} for ligature, letters in LIGATURES.items()),
            ],
        },
        "pre_tokenizer": {"type": "BertPreTokenizer"},
        "post_processor": None,
        "decoder": {"type": "WordPiece", "prefix": "##", "cleanup": True},
        "model": {
            "type": "WordPiece",
            "unk_token": UNKNOWN,
            "continuing_subword_prefix": "##",
            "max_input_chars_per_word": LONGEST_WORD,
            "vocab": {piece: index for index, piece in enumerate(pieces)},
        },
    }


def export(folder: Path, table: np.ndarray, pieces: list[str]) -> None:
    """table: float32 [V, D], V = len(pieces). The rows of the special pieces are written as zeros: they say nothing."""
    table = table.copy()
    table[[pieces.index(PADDING), pieces.index(UNKNOWN)]] = 0
    write_json(folder / "tokenizer.json", tokenizer(pieces), indent=0)
    write_json(
        folder / "tokenizer_config.json",
        {
            "tokenizer_class": "BertTokenizer",
            "do_lower_case": True,
            "model_max_length": LONGEST_TEXT,
            "pad_token": PADDING,
            "unk_token": UNKNOWN,
            "clean_up_tokenization_spaces": True,
        },
    )
    write_json(
        folder / "config.json",
        {
            "model_type": "bert",
            "architectures": ["StaticEmbedding"],
            "hidden_size": table.shape[1],
            "vocab_size": len(pieces),
            "max_position_embeddings": LONGEST_TEXT,
            "pad_token_id": pieces.index(PADDING),
        },
    )
    write_bytes(folder / "onnx" / "model_quantized.onnx", graph(table).SerializeToString())
