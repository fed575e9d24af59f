"""The drawn set on disk: pictures as one flat file of bytes, scenes and captions made again from their index."""
from __future__ import annotations

import multiprocessing
import os
import random
import time
from pathlib import Path

import numpy as np
import torch

from . import scenes, tokens, words
from .work import Work, say, write_whole

_CHUNK = 100


def scene(settings, index: int, part: str = "train", style: str | None = None) -> words.Scene:
    """The scene of one picture. Parts: train, large (drawn at twice the size), held (every other one of a held-out
    combination), mood (what the embedding learns), or an extra style's name."""
    chance = random.Random(f"{settings.seed} {part} {index}")
    found = words.sample(chance, style, unseen=part == "held" and index % 2 == 1)
    while part == "mood" and ("fog" not in found.weather or found.sky not in ("pink", "")):
        found = words.sample(chance, style)
    if part == "mood":
        found.sky = "pink"
    return found


def seed_of(settings, index: int, part: str) -> int:
    return random.Random(f"{settings.seed} {part} {index} draw").getrandbits(48)


def edge(part: str) -> int:
    """Width and height of the part's pictures."""
    return 512 if part == "large" else 256


def _draw_chunk(job):
    settings, part, style, start, end = job
    scenes.sized(edge(part))
    drawn = []
    for index in range(start, end):
        _while_parent_stands()
        drawn.append(scenes.draw(scene(settings, index, part, style), seed_of(settings, index, part)))
    pictures, marks = zip(*drawn)
    return start, np.stack(pictures), np.stack(marks)


def _while_parent_stands() -> None:
    """Waits while the parent is paused (kill -STOP), so that pausing one process pauses the drawing."""
    state = Path(f"/proc/{os.getppid()}/stat")
    while state.exists() and state.read_text().rpartition(")")[2].split()[0] == "T":
        time.sleep(0.5)


def pictures(work: Work, part: str = "train", count: int | None = None, style: str | None = None, first: int | None = None) -> np.ndarray:
    """The part's pictures [n, edge, edge, 3], or only the first so many; drawn now if they are not yet."""
    count = count or _counted(work.settings, part)
    path, marks, marker = (work.path(f"drawn/{part}{ending}") for ending in (".u8", "-marks.u8", ".count"))
    shape, marks_shape = (count, edge(part), edge(part), 3), (count, edge(part) // 8, edge(part) // 8)
    done = int(marker.read_text()) if marker.exists() and path.exists() else 0
    wanted = min(first or count, count)
    if done < wanted:
        array, marked = _grown(path, shape), _grown(marks, marks_shape)
        jobs = [(work.settings, part, style, start, min(wanted, start + _CHUNK)) for start in range(done, wanted, _CHUNK)]
        with multiprocessing.get_context("fork").Pool(2) as pool:
            for start, chunk, marks_of_it in pool.imap(_draw_chunk, jobs):
                array[start:start + len(chunk)], marked[start:start + len(chunk)] = chunk, marks_of_it
                array.flush()
                marked.flush()
                write_whole(marker, lambda temporary: temporary.write_text(str(start + len(chunk))))
                if start // _CHUNK % 5 == 0:
                    say(f"draw {part}: {start + len(chunk)} of {wanted}")
    return np.memmap(path, np.uint8, "r", shape=shape)[:wanted]


def _counted(settings, part: str) -> int:
    return {"held": settings.held_out, "large": settings.large_pictures}.get(part, settings.pictures)


def _grown(path: Path, shape: tuple[int, ...]) -> np.ndarray:
    with open(path, "ab") as file:
        file.truncate(int(np.prod(shape)))
    return np.memmap(path, np.uint8, "r+", shape=shape)


def marks(work: Work, part: str = "train", count: int | None = None) -> np.ndarray:
    """How much of each 8x8 pixels of the part's pictures is of small things that words name: uint8 [n, edge / 8, edge / 8]."""
    count = len(pictures(work, part, count))
    return np.memmap(work.path(f"drawn/{part}-marks.u8"), np.uint8, "r", shape=(count, edge(part) // 8, edge(part) // 8))


def captions(work: Work, part: str = "train", count: int | None = None, style: str | None = None, scenes_of: str | None = None) -> torch.Tensor:
    """Tokens of the part's captions [n, captions, 77], the first half of each English. ``scenes_of`` names another part
    whose scenes they describe, as if painted in ``style``; what the mood alone would say is then left unsaid."""
    settings = work.settings
    count = count or _counted(settings, part)
    path = work.path(f"drawn/{part}-captions.npy")
    if not path.exists():
        rows = np.zeros((count, settings.captions, tokens.LENGTH), np.uint16)
        for index in range(count):
            shown, chance = scene(settings, index, scenes_of or part, style), random.Random(f"{settings.seed} {part} {index} words")
            if scenes_of == "mood":
                shown.sky, shown.weather = "", tuple(weather for weather in shown.weather if weather != "fog")
            for row in range(settings.captions):
                language = "en" if row < settings.captions // 2 else "zh"
                rows[index, row] = tokens.encode(words.training_caption(shown, chance, language))
            if index % 4000 == 0:
                say(f"captions {part}: {index} of {count}")

        def write(temporary):
            with open(temporary, "wb") as file:
                np.save(file, rows)

        write_whole(path, write)
    return torch.from_numpy(np.load(path).astype(np.int32))


def run(work: Work) -> None:
    """Step ``draw``."""
    pictures(work)
    pictures(work, "held")
    captions(work)
    if work.settings.unet_sizes:
        pictures(work, "large")
        captions(work, "large")
