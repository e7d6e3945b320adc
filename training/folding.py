"""Text to words: the same folding and splitting that the exported tokenizer.json asks of transformers.js."""

import re
import sys
import unicodedata

# Format characters that hide inside words copied from web pages (soft hyphen, zero-width space and joiners, direction marks).
INVISIBLE = "\u00ad\u200b-\u200f\u2060\ufeff"

# Ligatures have no decomposition in Unicode's NFD, and writers use both spellings.
LIGATURES = {"œ": "oe", "æ": "ae"}

_invisible = re.compile(f"[{INVISIBLE}]")
_accents = re.compile("[\u0300-\u036f]")


def _punctuation_class() -> str:
    """A regular-expression class equal to JavaScript's \\p{P} plus the ASCII symbols, as BertPreTokenizer uses."""
    characters = [c for c in map(chr, range(sys.maxunicode + 1)) if unicodedata.category(c).startswith("P")]
    ascii_symbols = [chr(c) for c in (*range(0x21, 0x30), *range(0x3A, 0x41), *range(0x5B, 0x61), *range(0x7B, 0x7F))]
    return "".join(re.escape(c) for c in sorted({*characters, *ascii_symbols}))


# JavaScript's \s, which differs from Python's in a handful of control characters.
_SPACE = "\t\n\v\f\r \u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff"
_punctuation = _punctuation_class()
_word = re.compile(f"[^{_SPACE}{_punctuation}]+|[{_punctuation}]")


def fold(text: str) -> str:
    """Lower-case, without accents, ligatures or invisible characters."""
    text = _accents.sub("", unicodedata.normalize("NFD", _invisible.sub("", text).lower()))
    for ligature, letters in LIGATURES.items():
        text = text.replace(ligature, letters)
    return text


def split_words(text: str) -> list[str]:
    """Folded words and single punctuation marks, in order."""
    return _word.findall(fold(text))
