"""Runs the steps in order; each goes on where it was stopped and leaves a mark when it is done."""
from __future__ import annotations

import argparse
import importlib
import os
import time
from pathlib import Path

import torch

from .work import QUICK, Settings, Work, say

STEPS = {"draw": "data", "autoencoder": "autoencoder", "encode": "encode", "unet": "unet", "export": "export", "style": "style", "distil": "distil",
         "upscaler": "upscaler", "embedding": "embedding", "samples": "samples", "judge": "judge"}


def main() -> None:
    parser = argparse.ArgumentParser(prog="make-kit", description="Draws the set and trains the starter kit's weights, every step resumable.")
    parser.add_argument("--home", type=Path, help="where drawings, checkpoints and results go (default ~/.cache/easel-kit/full or /quick)")
    parser.add_argument("--quick", action="store_true", help="the whole chain in minutes, to prove that it works; weights of no beauty")
    parser.add_argument("--resume", action="store_true", help="go on with the run in the folder (what happens anyway; fails if there is none)")
    parser.add_argument("--only", choices=STEPS, action="append", help="run only this step (may be given again)")
    parser.add_argument("--device", default="cpu", help="cpu or cuda")
    parser.add_argument("--threads", type=int, default=2)
    given = parser.parse_args()
    home = given.home or Path.home() / ".cache" / "easel-kit" / ("quick" if given.quick else "full")
    if given.resume and not (home / "drawn").exists():
        raise SystemExit(f"There is no run to go on with in {home}.")
    torch.set_num_threads(given.threads)
    work = Work(home, QUICK if given.quick else Settings(), torch.device(given.device))
    work.path("pid").write_text(f"{os.getpid()}\n")
    if not given.quick:
        (home.parent / "pid").write_text(f"{os.getpid()}\n")  # of the latest run, for kill -STOP and -CONT
    say(f"kit in {home}, {given.threads} threads, device {given.device}, bf16 {'yes' if work.bf16 else 'no'}")
    began = time.monotonic()
    for step, module in STEPS.items():
        if given.only and step not in given.only:
            continue
        if work.done(step).exists() and not given.only:
            say(f"{step}: done before")
            continue
        since = time.monotonic()
        importlib.import_module(f".{module}", __package__).run(work)
        work.done(step).write_text(f"{time.monotonic() - since:.0f} s\n")
        say(f"{step}: done in {time.monotonic() - since:.0f} s")
    say(f"all done in {time.monotonic() - began:.0f} s")
