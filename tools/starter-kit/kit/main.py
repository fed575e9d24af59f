"""Runs the steps in order; each goes on where it was stopped and leaves a mark when it is done."""
from __future__ import annotations

import argparse
import importlib
import os
import time
from dataclasses import replace
from pathlib import Path

import torch

from . import shipped
from .work import QUICK, Clock, Settings, Work, say

STEPS = {"draw": "data", "autoencoder": "autoencoder", "encode": "encode", "reading": "reading", "unet": "unet", "decoder": "decoder", "export": "export", "style": "style", "distil": "distil",
         "upscaler": "upscaler", "embedding": "embedding", "samples": "samples", "judge": "judge"}
#: Parts of a run's hours. Steps that train keep to theirs; the others take what they take, and the rest share what is left.
SHARES = {"draw": 5, "autoencoder": 5, "encode": 2, "reading": 3, "unet": 49, "decoder": 5, "export": 1, "style": 5, "distil": 14, "upscaler": 3, "embedding": 2, "samples": 1,
          "judge": 5}
#: Drawings and steps that the judge's classifier learns from, where nothing else is to learn.
JUDGED_BY, JUDGE_READS = 10_000, 1_500


def main() -> None:
    parser = argparse.ArgumentParser(prog="make-kit", description="Draws the set and trains the starter kit's weights, every step resumable.")
    parser.add_argument("--home", type=Path, help="where drawings, checkpoints and results go (default ~/.cache/easel-kit/full or /quick)")
    parser.add_argument("--quick", action="store_true", help="the whole chain in minutes, to prove that it works; weights of no beauty")
    parser.add_argument("--resume", action="store_true", help="go on with the run in the folder (what happens anyway; fails if there is none)")
    parser.add_argument("--only", choices=STEPS, action="append", help="run only this step (may be given again)")
    parser.add_argument("--skip", choices=STEPS, action="append", default=[], help="leave this step out (may be given again)")
    parser.add_argument("--hours", type=float, default=0.0, help="of one processor core's work (of the clock with --device cuda) for the whole run, instead of fixed numbers of steps")
    parser.add_argument("--from", type=Path, dest="start", help="start from the weights an earlier run left in this folder (its out/)")
    parser.add_argument("--sizes", action="store_true", help="the UNet's last fifth sees 128, 256 and 512 pixels and other shapes by turns: one horizon at 512, but softer pictures at 256")
    parser.add_argument("--judge", type=Path, help="judge the weights in this folder as they ship, instead of making any")
    parser.add_argument("--prompts", type=int, help="judge by so many prompts (500); more later go on from there")
    parser.add_argument("--new-latents", action="store_true", help="with --from: the encoder learns on, too, and the UNet what latents then mean")
    parser.add_argument("--device", default="cpu", help="cpu or cuda")
    parser.add_argument("--threads", type=int, default=2)
    given = parser.parse_args()
    home = given.home or Path.home() / ".cache" / "easel-kit" / ("judged" if given.judge else "quick" if given.quick else "full")
    if given.resume and not (home / "drawn").exists():
        raise SystemExit(f"There is no run to go on with in {home}.")
    torch.set_num_threads(given.threads)
    settings = replace(QUICK if given.quick else Settings(), started_from=str(given.start.resolve()) if given.start else "", new_latents=given.new_latents)
    settings = settings.for_sizes() if given.sizes and not given.quick else settings  # the quick run has them
    if given.hours:
        settings = settings.within(given.hours)
        if given.start:  # what there is to learn at the small size is known
            settings = replace(settings, unet_small=0.0, unet_rate=3e-4)
    work, chosen = Work(home, settings, torch.device(given.device)), [step for step in given.only or STEPS if step not in given.skip]
    if given.prompts:
        work.settings = replace(work.settings, judge_prompts=given.prompts)
    if given.prompts or given.judge:
        work.done("judge").unlink(missing_ok=True)
    if given.judge:
        work.settings, chosen = work.settings if given.quick else replace(work.settings, pictures=JUDGED_BY, judge_steps=JUDGE_READS), ["judge"]
        if work.path("train/unet.pt").exists():
            raise SystemExit(f"In {home} weights are trained; judge others in another folder (--home).")
        shipped.lay_out(work, given.judge)
    clock = work.clock = Clock(work.path("spent"), work.device)
    work.path("pid").write_text(f"{os.getpid()}\n")
    if not given.quick:
        (home.parent / "pid").write_text(f"{os.getpid()}\n")  # of the latest run, for kill -STOP and -CONT
    _yield_to_others()
    say(f"kit in {home}, {given.threads} threads, device {given.device}, bf16 {'yes' if work.bf16 else 'no'}")
    for step, module in STEPS.items():
        if step not in chosen:
            continue
        if work.done(step).exists() and not given.only:
            say(f"{step}: done before")
            continue
        since, ahead = time.monotonic(), sum(SHARES[name] for name in STEPS if name not in given.skip and (name == step or not work.done(name).exists()))
        work.allotted = max(1.0, (given.hours * 3600 - clock.spent()) * SHARES[step] / ahead) if given.hours else None
        importlib.import_module(f".{module}", __package__).run(work)
        work.done(step).write_text(f"{time.monotonic() - since:.0f} s\n")
        clock.keep()
        say(f"{step}: done in {time.monotonic() - since:.0f} s")
    say(f"all done, {clock.spent() / 3600:.2f} hours in all")


def _yield_to_others() -> None:
    """Where it was started with a low priority, gives the same to its whole session: Linux shares the processor out among
    sessions first, and ``nice`` alone would still leave this one an equal share."""
    group = Path("/proc/self/autogroup")
    if os.name == "posix" and os.nice(0) > 0 and group.exists():
        try:
            group.write_text(f"{os.nice(0)}\n")
        except OSError:
            pass  # asked for too often, or not allowed: it only runs with less courtesy
