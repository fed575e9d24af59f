"""The engine's CLIP tokenizer, as far as plain prompts go: bytes to byte-pair tokens, 77 of them.

The merges come from the engine's own source package (its ``clip_merges.hpp``); the native build brings it. English words
arrive as whole words. Chinese arrives as one run of bytes up to the next space, letter or digit, merged where CLIP's
merges happen to know a pair: a character takes one to three tokens, and which ones can depend on its neighbours.
"""
from __future__ import annotations

import os
import re
from functools import cache
from pathlib import Path

LENGTH = 77
START, END = 49406, 49407
_RUNS = re.compile(rb"'s|'t|'re|'ve|'m|'ll|'d|[a-zA-Z]+|[0-9]|[^\s0-9a-zA-Z]+", re.IGNORECASE)


def _merges_file() -> Path:
    named = os.environ.get("EASEL_KIT_MERGES")
    if named:
        return Path(named)
    places = Path.home() / ".cargo" / "registry" / "src"
    found = sorted(places.glob("*/diffusion-rs-sys-*/stable-diffusion.cpp/src/tokenizers/vocab/clip_merges.hpp"))
    if not found:
        raise SystemExit("CLIP's merges are missing. Build the engine once (java native/Build.java), which brings its source, "
                         "or name the file clip_merges.hpp of that source in EASEL_KIT_MERGES.")
    return found[-1]


@cache
def _table():
    text = _merges_file().read_text()
    text = text[text.index("{") + 1:text.rindex("}")]
    lines = bytes(int(value, 16) for value in re.findall(r"0x[0-9a-fA-F]{2}", text)).decode().split("\n")
    merges = [tuple(line.split()) for line in lines[1:49152 - 256 - 2 + 1]]
    printable = [*range(33, 127), *range(161, 173), *range(174, 256)]
    letters = {byte: chr(byte) for byte in printable}
    letters |= {byte: chr(256 + index) for index, byte in enumerate(b for b in range(256) if b not in letters)}
    # The vocabulary lists printable bytes first, as the merges' makers did.
    order = [letters[b] for b in printable] + [letters[b] for b in range(256) if b not in printable]
    vocabulary = order + [letter + "</w>" for letter in order] + ["".join(pair) for pair in merges]
    return letters, {pair: rank for rank, pair in enumerate(merges)}, {token: index for index, token in enumerate(vocabulary)}


@cache
def _run(run: bytes) -> tuple[int, ...]:
    letters, ranks, ids = _table()
    parts = [letters[byte] for byte in run]
    parts[-1] += "</w>"
    while len(parts) > 1:
        rank, at = min((ranks.get((parts[i], parts[i + 1]), 1 << 30), i) for i in range(len(parts) - 1))
        if rank == 1 << 30:
            break
        pair, merged, index = (parts[at], parts[at + 1]), [], 0
        while index < len(parts):
            if index + 1 < len(parts) and (parts[index], parts[index + 1]) == pair:
                merged.append(parts[index] + parts[index + 1])
                index += 2
            else:
                merged.append(parts[index])
                index += 1
        parts = merged
    return tuple(ids[part] for part in parts)


def words(prompt: str) -> list[int]:
    """The tokens of a prompt without start, end and padding."""
    return [token for run in _RUNS.findall(prompt.encode()) for token in _run(run.lower())]


def encode(prompt: str) -> list[int]:
    """The 77 tokens the engine's text encoder sees; what does not fit is cut off."""
    tokens = [START, *words(prompt)[:LENGTH - 2], END]
    return tokens + [END] * (LENGTH - len(tokens))
