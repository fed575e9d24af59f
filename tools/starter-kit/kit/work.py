"""Where a run keeps its files, what it is set to, and how it survives being stopped at any moment.

Every file appears whole or not at all. A training step saves at least every four minutes and draws all its chance from
(seed, step), so that going on after a kill gives what an undisturbed run gives.
"""
from __future__ import annotations

import os
import sys
import time
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

import torch

SAVE_SECONDS = 240


@dataclass(frozen=True)
class Settings:
    """How much of everything: the full run's numbers."""

    seed: int = 1
    pictures: int = 24_000
    held_out: int = 1_200  # pictures for judging, never trained on, with combinations never trained
    captions: int = 8  # token rows kept for each picture, half of them Chinese
    autoencoder_pictures: int = 2_000  # crops of these are enough
    autoencoder_steps: int = 5_000
    autoencoder_batch: int = 12
    #: (latent edge, batch, pictures seen); the small edge learns words and colours four times as fast
    unet_stages: tuple = ((16, 64, 256_000), (32, 32, 384_000))
    unet_rate: float = 6e-4
    style_pictures: int = 1_500
    style_steps: int = 1_500
    distil_steps: int = 6_000
    upscaler_steps: int = 8_000
    embedding_steps: int = 1_000
    judge_steps: int = 4_000
    judge_prompts: int = 500
    quick: bool = False


QUICK = Settings(pictures=160, held_out=40, captions=2, autoencoder_steps=40, autoencoder_batch=4,
                 unet_stages=((16, 8, 160), (32, 4, 80)), style_pictures=24, style_steps=6, distil_steps=6, upscaler_steps=20,
                 embedding_steps=6, judge_steps=30, judge_prompts=8, quick=True)


@dataclass
class Work:
    """One run: its folder, its settings, its device."""

    home: Path
    settings: Settings
    device: torch.device = field(default_factory=lambda: torch.device("cpu"))

    def path(self, name: str) -> Path:
        found = self.home / name
        found.parent.mkdir(parents=True, exist_ok=True)
        return found

    def done(self, step: str) -> Path:
        return self.path(f"done/{step}")

    @cached_property
    def bf16(self) -> bool:
        """Whether matrices are multiplied in bf16: only where the processor (or the card) does it faster than f32."""
        if self.device.type == "cuda":
            return torch.cuda.is_bf16_supported()
        flags = Path("/proc/cpuinfo")
        return flags.exists() and any(f" {flag}" in flags.read_text() for flag in ("amx_bf16", "avx512_bf16"))

    def autocast(self):
        return torch.autocast(self.device.type, dtype=torch.bfloat16, enabled=self.bf16)


def write_whole(path: Path, write) -> None:
    """Calls ``write(temporary path)`` and moves the result into place, on disk before it has its name."""
    temporary = path.with_name(path.name + ".part")
    write(temporary)
    with open(temporary, "rb") as file:
        os.fsync(file.fileno())
    os.replace(temporary, path)


def save(path: Path, state: dict) -> None:
    write_whole(path, lambda temporary: torch.save(state, temporary))


def load(path: Path) -> dict | None:
    return torch.load(path, map_location="cpu", weights_only=True) if path.exists() else None


def chance(seed: int, step: int, stream: int = 0) -> torch.Generator:
    """The chance of one training step, the same whenever the step is taken."""
    return torch.Generator().manual_seed((seed * 1_000_003 + stream) * 2_147_483_647 + step)


class Trainer:
    """Runs ``step(index)`` up to ``steps``, saving ``state()`` often and going on from what was saved."""

    def __init__(self, work: Work, name: str, steps: int, state, restore):
        self.work, self.name, self.steps, self.state, self.restore = work, name, steps, state, restore
        self.file = work.path(f"train/{name}.pt")

    def run(self, step, unit: int = 1, each_save=None) -> None:
        saved = load(self.file)
        start = 0
        if saved is not None:
            start = saved["step"]
            self.restore(saved["state"])
            del saved
            say(f"{self.name}: goes on at step {start} of {self.steps}")
        meter, kept, saves = Meter(self.name, self.steps, start, unit), time.monotonic(), 0
        for index in range(start, self.steps):
            meter.tick(index + 1, step(index))
            if time.monotonic() - kept > SAVE_SECONDS:
                save(self.file, {"step": index + 1, "state": self.state()})
                saves += 1
                if each_save is not None and saves % 4 == 1:
                    each_save()
                kept = time.monotonic()
        save(self.file, {"step": self.steps, "state": self.state()})


class Meter:
    """Progress for people: every so often one line with the loss, the speed and what is left."""

    def __init__(self, name: str, steps: int, start: int, unit: int):
        self.name, self.steps, self.unit = name, steps, unit
        self.since, self.at, self.loss, self.said = time.monotonic(), start, None, 0.0

    def tick(self, index: int, loss: float) -> None:
        self.loss = loss if self.loss is None else 0.98 * self.loss + 0.02 * loss
        now = time.monotonic()
        if now - self.said > 20 or index == self.steps:
            speed = (index - self.at) / max(1e-6, now - self.since)
            left = (self.steps - index) / max(1e-9, speed) / 3600
            say(f"{self.name}: step {index} of {self.steps}, loss {self.loss:.4f}, {speed * self.unit:.1f} a second, {left:.2f} h left")
            self.said = now
            if now - self.since > 600:
                self.since, self.at = now, index


def say(sentence: str) -> None:
    print(time.strftime("%H:%M:%S "), sentence, file=sys.stderr, flush=True)
