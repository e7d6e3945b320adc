"""WordPiece: a vocabulary learned by byte-pair merges over word counts, applied greedily, longest piece first."""

import heapq
from collections import Counter, defaultdict

UNKNOWN = "[UNK]"
PADDING = "[PAD]"
LONGEST_WORD = 100  # characters; longer words are UNKNOWN, as in transformers.js


def _number_pieces() -> list[str]:
    """Every number below 1000 and the years around ours: figures and dates tell news items apart."""
    starts = [*map(str, range(1000)), *(f"{n:02d}" for n in range(10)), *(f"{n:03d}" for n in range(100)), *map(str, range(1900, 2031))]
    return starts + [f"##{n}" for n in range(10)] + [f"##{n:02d}" for n in range(100)]


def train_pieces(word_counts: dict[str, float], size: int) -> list[str]:
    """A vocabulary of `size` pieces; the first two are PADDING and UNKNOWN.

    Merges are chosen by weighted pair count; the heap holds stale entries, checked against `pair_count` when popped.
    """
    character_counts: Counter[str] = Counter()
    for word, count in word_counts.items():
        for character in word:
            character_counts[character] += count
    alphabet = [c for c, _ in character_counts.most_common(400)]
    pieces = dict.fromkeys([PADDING, UNKNOWN, *_number_pieces(), *alphabet, *(f"##{c}" for c in alphabet)])

    known = set(alphabet)
    words = [(w, c) for w, c in word_counts.items() if not w.isdigit() and known.issuperset(w)]
    symbols = [[w[0], *(f"##{c}" for c in w[1:])] for w, _ in words]
    pair_count: defaultdict[tuple[str, str], float] = defaultdict(float)
    pair_words: defaultdict[tuple[str, str], set[int]] = defaultdict(set)
    for index, parts in enumerate(symbols):
        for pair in zip(parts, parts[1:]):
            pair_count[pair] += words[index][1]
            pair_words[pair].add(index)
    heap = [(-count, pair) for pair, count in pair_count.items()]
    heapq.heapify(heap)

    while heap and len(pieces) < size:
        negative_count, pair = heapq.heappop(heap)
        if -negative_count != pair_count[pair]:
            continue
        merged = pair[0] + pair[1][2:]
        pieces[merged] = None
        changed: set[tuple[str, str]] = set()
        for index in pair_words.pop(pair):
            parts, count = symbols[index], words[index][1]
            for old in zip(parts, parts[1:]):
                pair_count[old] -= count
                changed.add(old)
            position = 0
            while position < len(parts) - 1:
                if parts[position] == pair[0] and parts[position + 1] == pair[1]:
                    parts[position : position + 2] = [merged]
                position += 1
            for new in zip(parts, parts[1:]):
                pair_count[new] += count
                pair_words[new].add(index)
                changed.add(new)
        pair_count.pop(pair, None)
        for other in changed:
            if other != pair and pair_count[other] > 0:
                heapq.heappush(heap, (-pair_count[other], other))
    return list(pieces)[:size]


class WordPiece:
    """Greedy segmentation of folded words into piece ids."""

    def __init__(self, pieces: list[str]) -> None:
        self.pieces = pieces
        self._id = {piece: index for index, piece in enumerate(pieces)}
        self.unknown = self._id[UNKNOWN]

    def segment(self, word: str, longest: int = LONGEST_WORD) -> list[int]:
        """Piece ids of one word. A `longest` below the word's length forces shorter pieces (used as augmentation)."""
        if len(word) > LONGEST_WORD:
            return [self.unknown]
        ids: list[int] = []
        start = 0
        while start < len(word):
            prefix = "##" if start else ""
            for end in range(min(len(word), start + longest), start, -1):
                piece = self._id.get(prefix + word[start:end])
                if piece is not None:
                    break
            else:
                return [self.unknown]
            ids.append(piece)
            start = end
        return ids
