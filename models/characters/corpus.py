"""Corpora: reading, splitting and the vocabulary."""

import random
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

LINE_END = "\n"
UNKNOWN = "<unknown>"
START_TOKEN = 0  # the line end, which is also the context that every text starts from
UNKNOWN_TOKEN = 1
SMALLEST = 10_000  # characters; a smaller text leaves too little to validate on


class CorpusError(ValueError):
    """A corpus that cannot be trained on; the message names the file and the fix."""


@dataclass(frozen=True)
class Split:
    """Three parts of a corpus, each a list of texts that are read from an empty context."""

    train: list
    validation: list
    test: list


def read_corpus(path):
    """The text of a UTF-8 file, line ends as "\\n". Raises CorpusError."""
    path = Path(path)
    try:
        data = path.read_bytes()
    except OSError as error:
        raise CorpusError(f"missing corpus {path}: {error.strerror}") from error
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise CorpusError(
            f"invalid corpus {path}: byte {error.start} is not UTF-8: convert the file to UTF-8"
        ) from error
    text = text.replace("\r\n", LINE_END)
    if not text.strip():
        raise CorpusError(f"invalid corpus {path}: it is empty")
    if len(text) < SMALLEST:
        raise CorpusError(
            f"invalid corpus {path}: {len(text)} characters are too few: give at least {SMALLEST}"
        )
    return text


def split_corpus(text, unit, seed):
    """
    1 % of the text for validation, 1 % for the test, the rest for training.

    "line": lines are texts of their own and are drawn at random with the seed.
    "stream": one text; the last hundredth is the test, the one before it validation.
    """
    if unit == "stream":
        first, second = len(text) * 98 // 100, len(text) * 99 // 100
        return Split([text[:first]], [text[first:second]], [text[second:]])
    lines = [line + LINE_END for line in text.split(LINE_END) if line]
    if len(lines) < 100:
        raise CorpusError(f"invalid corpus: {len(lines)} lines are too few: give at least 100")
    random.Random(seed).shuffle(lines)
    held = len(lines) // 100
    train = lines[2 * held :]
    seen = set(train)  # collections repeat some lines, which would be no test
    validation = [line for line in lines[held : 2 * held] if line not in seen]
    test = [line for line in lines[:held] if line not in seen]
    if not validation or not test:
        raise CorpusError("invalid corpus: nothing is left to test on: give more different lines")
    return Split(train, validation, test)


def check_lines(lines, context):
    """Raises CorpusError where a model of so many tokens cannot read a line whole."""
    longest = max(map(len, lines))
    if longest > context:
        raise CorpusError(
            f"invalid corpus: a line of {longest} characters is longer than the context of "
            f"{context}: raise config.context or set unit to stream"
        )


def build_vocabulary(texts):
    """The line end, the unknown token, then the characters from the most frequent one down."""
    counts = Counter(character for text in texts for character in text)
    counts.pop(LINE_END, None)
    ranked = sorted(counts, key=lambda character: (-counts[character], character))
    return [LINE_END, UNKNOWN, *ranked]


def encode(vocabulary, text):
    """Token numbers of a text; a character outside the vocabulary becomes the unknown token."""
    ids = {character: token for token, character in enumerate(vocabulary)}
    return [ids.get(character, UNKNOWN_TOKEN) for character in text]
