"""Where a run keeps its files, what it is set to, and how it survives being stopped at any moment.

Every file appears whole or not at all. A training step saves at least every four minutes and draws all its chance from
(seed, step), so that going on after a kill gives what an undisturbed run gives. A run that was given hours trains by its own
processor time instead: how many steps fit, and so the weights, are then the machine's affair; the report says how many there
were. Time that others took from it is not counted, so a run beside other work only takes longer.
"""
from __future__ import annotations

import math
import os
import sys
import time
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

import torch

SAVE_SECONDS = 240


@dataclass(frozen=True)
class Settings:
    """How much of everything: the full run's numbers."""

    seed: int = 1
    pictures: int = 24_000
    large_pictures: int = 2_000  # of 512x512, for the other sizes that people paint at
    held_out: int = 1_200  # pictures for judging, never trained on, with combinations never trained
    captions: int = 8  # token rows kept for each picture, half of them Chinese
    autoencoder_pictures: int = 2_000  # crops of these are enough
    autoencoder_steps: int = 5_000
    autoencoder_batch: int = 12
    decoder_steps: int = 6_000
    captions_read: int = 100_000
    reading_steps: int = 2_500
    #: (latent edge, batch, pictures seen); the small edge learns words and colours four times as fast
    unet_stages: tuple = ((16, 32, 256_000), (32, 12, 384_000))
    unet_small: float = 0.3  # of the UNet's time at the small edge, where a run goes by the clock; none with ``--from``
    #: with ``--sizes`` edges take turns at last, each with its batch, so that pictures of other sizes and shapes come out whole
    unet_sizes: tuple = ()
    unet_sizes_steps: int = 0
    unet_last: float = 0.0  # of the UNet's time for that, where a run goes by the clock
    unet_rate: float = 9e-4
    style_pictures: int = 1_500
    style_steps: int = 1_500
    distil_steps: int = 6_000
    upscaler_steps: int = 8_000
    embedding_steps: int = 1_000
    judge_steps: int = 4_000
    judge_prompts: int = 500
    quick: bool = False
    hours: float = 0.0  # of one processor core (of the clock with a card) for the whole run; 0 takes the numbers of steps above
    new_latents: bool = False  # the encoder learns on with ``--from``, too
    started_from: str = ""  # weights of an earlier run, see ``--from``

    def edges(self) -> list[int]:
        """The latent edges that the ordinary drawings are trained at."""
        return sorted({edge for edge, _, _ in self.unet_stages} | {edge for edge, _ in self.unet_sizes if edge <= 32})

    def for_sizes(self) -> "Settings":
        """The same, for pictures of 128 and 512 pixels as well."""
        return replace(self, unet_sizes=((64, 4), (32, 12), (64, 4), (16, 32)), unet_sizes_steps=4_000, unet_last=0.2)

    def within(self, hours: float) -> "Settings":
        """The same, sized for so many hours of one core: what is not trained by time takes its share of them."""
        few = lambda most, an_hour: max(24, min(most, int(an_hour * hours)))  # noqa: E731
        return replace(self, hours=hours, pictures=few(self.pictures, 1500), large_pictures=few(self.large_pictures, 215), held_out=few(self.held_out, 300),
                       style_pictures=few(self.style_pictures, 400), judge_prompts=few(self.judge_prompts, 60))


QUICK = Settings(pictures=160, large_pictures=8, held_out=40, captions=2, autoencoder_steps=40, autoencoder_batch=4, decoder_steps=8, captions_read=400, reading_steps=10,
                 unet_stages=((16, 8, 160), (32, 4, 80)), unet_sizes=((64, 2), (32, 2), (16, 2)), unet_sizes_steps=6, style_pictures=24, style_steps=6, distil_steps=6, upscaler_steps=20,
                 embedding_steps=6, judge_steps=30, judge_prompts=8, quick=True)


@dataclass
class Work:
    """One run: its folder, its settings, its device."""

    home: Path
    settings: Settings
    device: torch.device = field(default_factory=lambda: torch.device("cpu"))
    clock: "Clock | None" = None
    allotted: float | None = None  # seconds the step at work may train, where the run goes by the clock

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


def worked(device: torch.device) -> float:
    """Seconds this process and the helpers it waited for have worked: of all cores together, or by the clock with a card."""
    if device.type == "cuda":
        return time.monotonic()
    taken = os.times()
    return taken.user + taken.system + taken.children_user + taken.children_system


class Clock:
    """How long a run has worked, over all its stops and starts."""

    def __init__(self, file: Path, device: torch.device):
        self.file, self.device = file, device
        self.before, self.since = float(file.read_text()) if file.exists() else 0.0, worked(device)

    def spent(self) -> float:
        return self.before + worked(self.device) - self.since

    def keep(self) -> None:
        write_whole(self.file, lambda temporary: temporary.write_text(f"{self.spent():.0f}"))


def fall(progress: float, index: int, warm: int = 100) -> float:
    """The learning rate's course over a training: a short rise, a plateau, and from a third on half a cosine's fall."""
    past = max(0.0, (progress - 0.3) / 0.7)
    return min(1.0, (index + 1) / warm) * (0.01 + 0.99 * 0.5 * (1 + math.cos(math.pi * min(1.0, past))))


class Trainer:
    """Runs ``step(index, progress)`` up to ``steps``, or for as long as the work allots, saving ``state()`` often and going
    on from what was saved. Progress runs from 0 to 1."""

    def __init__(self, work: Work, name: str, steps: int, state, restore, part: float = 1.0):
        self.work, self.name, self.steps, self.state, self.restore = work, name, steps, state, restore
        self.seconds = work.allotted * part if work.allotted else None
        self.file = work.path(f"train/{name}.pt")

    def run(self, step, unit: int = 1, each_save=None) -> int:
        """Gives the number of steps taken in all."""
        saved = load(self.file)
        index, before = 0, 0.0
        if saved is not None:
            index, before, self.seconds = saved["step"], saved["took"], saved["seconds"]
            self.restore(saved["state"])
            del saved
            say(f"{self.name}: goes on at step {index}")
        since, kept = worked(self.work.device), time.monotonic()
        meter, threads = Meter(self.name, index, unit), Threads()

        def took():
            return before + worked(self.work.device) - since

        def progress():
            return took() / self.seconds if self.seconds else index / self.steps

        def keep():
            save(self.file, {"step": index, "took": took(), "seconds": self.seconds, "state": self.state()})
            if self.work.clock:
                self.work.clock.keep()

        while (done := progress()) < 1:
            began = time.monotonic()
            loss = step(index, done)
            index += 1
            now = time.monotonic()
            threads.tick(now - began)
            meter.tick(index, loss, done)
            if now - kept > SAVE_SECONDS:
                keep()
                if each_save is not None:
                    each_save()
                kept = time.monotonic()
        keep()
        say(f"{self.name}: {index} steps in {took() / 60:.1f} minutes of work")
        return index


class Threads:
    """Where others use the processor too, two threads that wait for each other can be slower than one: every now and then
    the other number is tried, and the faster one kept."""

    TRIED = 5

    def __init__(self):
        self.most, self.times, self.before, self.rest = torch.get_num_threads(), [], None, 0.0

    def tick(self, seconds: float) -> None:
        if self.most < 2:
            return
        self.times.append(seconds)
        if len(self.times) < self.TRIED:
            return
        if self.before is not None:
            if self._middle() > self.before:
                self._other()
            # Who was in the way may be gone in half a minute; with all threads there is no hurry.
            self.before, self.times, self.rest = None, [], time.monotonic() + (240 if torch.get_num_threads() == self.most else 30)
        elif time.monotonic() > self.rest:
            self.before = self._middle()
            self._other()

    def _middle(self) -> float:
        return sorted(self.times[-self.TRIED:])[self.TRIED // 2]

    def _other(self) -> None:
        torch.set_num_threads(1 if torch.get_num_threads() > 1 else self.most)
        self.times = []


class Meter:
    """Progress for people: every so often one line with the loss, the speed and how far it is."""

    def __init__(self, name: str, start: int, unit: int):
        self.name, self.unit = name, unit
        self.since, self.at, self.loss, self.said = time.monotonic(), start, None, 0.0

    def tick(self, index: int, loss: float, done: float) -> None:
        self.loss = loss if self.loss is None else 0.98 * self.loss + 0.02 * loss
        now = time.monotonic()
        if now - self.said > 20:
            speed = (index - self.at) / max(1e-6, now - self.since)
            say(f"{self.name}: step {index}, {done:.1%}, loss {self.loss:.4f}, {speed * self.unit:.1f} a second, {torch.get_num_threads()} threads")
            self.said = now
            if now - self.since > 60:
                self.since, self.at = now, index


def say(sentence: str) -> None:
    print(time.strftime("%H:%M:%S "), sentence, file=sys.stderr, flush=True)
