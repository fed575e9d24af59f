"""Painting with the engine itself: its noise made again here, its library called through ``paint.cpp``."""
from __future__ import annotations

import os
import subprocess
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from PIL import Image

from .work import Work

_ROOT = Path(__file__).resolve().parents[3]


def noise(seed: int, count: int, offset: int = 0) -> torch.Tensor:
    """The engine's noise: Philox 4x32-10 keyed by the seed, two of its four words turned normal by Box-Muller. The
    offset counts the draws since the seed was set."""
    counter = [np.full(count, offset, np.uint64), np.zeros(count, np.uint64), np.arange(count, dtype=np.uint64), np.zeros(count, np.uint64)]
    low, key = np.uint64(0xFFFFFFFF), [seed & 0xFFFFFFFF, seed >> 32]
    for _ in range(10):
        a, b = counter[0] * np.uint64(0xD2511F53), counter[2] * np.uint64(0xCD9E8D57)
        counter = [(b >> np.uint64(32)) ^ counter[1] ^ np.uint64(key[0]), b & low,
                   (a >> np.uint64(32)) ^ counter[3] ^ np.uint64(key[1]), a & low]
        key = [(key[0] + 0x9E3779B9) & 0xFFFFFFFF, (key[1] + 0xBB67AE85) & 0xFFFFFFFF]
    u = (counter[0].astype(np.float64) + 0.5) / 2 ** 32
    v = (counter[1].astype(np.float64) + 0.5) / 2 ** 32 * 2 * np.pi
    return torch.from_numpy((np.sqrt(-2 * np.log(u)) * np.sin(v)).astype(np.float32))


@dataclass
class Job:
    """One picture to paint; see ``paint.cpp``."""

    prompt: str
    seed: int = 1
    steps: int = 20
    scale: float = 5.0
    method: str = "euler"
    width: int = 256
    height: int = 256
    strength: float = 0.75
    start: Path | None = None
    lora: tuple[Path, float] | None = None
    negative: str = ""


def _painter(work: Work) -> Path:
    program = work.path("paint")
    source = Path(__file__).with_name("paint.cpp")
    if not program.exists() or program.stat().st_mtime < source.stat().st_mtime:
        # EASEL_KIT_LIBRARY and EASEL_KIT_HEADERS, where the build's own answer is not wanted
        headers = os.environ.get("EASEL_KIT_HEADERS") or _build("--headers")
        library = Path(os.environ.get("EASEL_KIT_LIBRARY") or _build("--where"))
        subprocess.run(["g++", "-O1", "-std=c++17", f"-I{headers}", str(source), "-o", str(program), str(library),
                        f"-Wl,-rpath,{library.parent}"], check=True)
    return program


def _build(option: str) -> str:
    java = Path(os.environ["JAVA_HOME"]) / "bin" / "java" if "JAVA_HOME" in os.environ else Path("java")
    return subprocess.run([str(java), str(_ROOT / "native" / "Build.java"), option], capture_output=True, text=True, check=True).stdout.strip()


def paint(work: Work, jobs: list[Job], checkpoint: Path, autoencoder: Path, log: bool = False) -> tuple[np.ndarray, list[float], str]:
    """Pictures [n, h, w, 3] of jobs of one size, the seconds of each, and the engine's log where asked for."""
    lines, outputs = [], [work.path(f"painted/{index}.ppm") for index in range(len(jobs))]
    for job, output in zip(jobs, outputs):
        lora = f"{job.lora[0]}:{job.lora[1]}" if job.lora else "-"
        lines.append("\t".join(str(value) for value in (job.seed, job.steps, job.scale, job.method, job.width, job.height, job.strength,
                                                         job.start or "-", lora, job.prompt, job.negative or "-", output)))
    environment = dict(os.environ, **({"KIT_PAINT_LOG": "1"} if log else {}))
    told = subprocess.run([str(_painter(work)), str(checkpoint), str(autoencoder), "2"], input="\n".join(lines) + "\n",
                          capture_output=True, text=True, env=environment)
    if told.returncode != 0:
        raise RuntimeError(f"the engine painted nothing: {told.stderr[-2000:]}")
    seconds = [float(line.split()[0]) for line in told.stdout.splitlines() if " s " in line]
    return np.stack([np.asarray(Image.open(output)) for output in outputs]), seconds, told.stderr


def sheet(pictures: np.ndarray, columns: int, path: Path) -> None:
    """Pictures side by side in one file."""
    count, height, width, _ = pictures.shape
    rows = -(-count // columns)
    page = np.full((rows * height, columns * width, 3), 255, np.uint8)
    for index, picture in enumerate(pictures):
        top, left = index // columns * height, index % columns * width
        page[top:top + height, left:left + width] = picture
    Image.fromarray(page).save(path)
