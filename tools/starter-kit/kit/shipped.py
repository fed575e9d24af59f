"""Judging the weights in a folder as they ship (``--judge FOLDER``), on a machine that never trained them.

They are laid where the step ``judge`` looks for what a run trained. What it then paints with is what people get: float16,
and the few-step LoRA from its file.
"""
from __future__ import annotations

import json
from pathlib import Path

import torch
from safetensors import safe_open

from . import nets, start
from .work import Work, save, write_whole

FEW = "few-steps.safetensors"


def lay_out(work: Work, folder: Path) -> None:
    """Makes ``autoencoder.pt``, ``unet.pt`` and ``out/few-steps.safetensors`` of the folder's files."""
    if (text := start.text(folder)) is None or not start.refined(folder):
        raise SystemExit(f"The weights in {folder} are not of this kit's making, or not finished.")
    encoder, decoder, unet = nets.encoder(), nets.decoder(full=True), nets.UNet()
    start.autoencoder(folder, encoder, decoder)
    start.unet(folder, unet)
    save(work.path("autoencoder.pt"), {"encoder": encoder.state_dict(), "decoder": decoder.state_dict()})
    save(work.path("unet.pt"), torch.nn.ModuleDict({"unet": unet, "text": text}).state_dict())
    write_whole(work.path("out/" + FEW), lambda temporary: temporary.write_bytes(start.content(folder, FEW)))


def told(work: Work) -> dict[str, object]:
    """What the few-step LoRA's file says of how it was made: the run, the same for the whole kit."""
    with safe_open(work.path("out/" + FEW), "pt") as file:
        about = file.metadata() or {}
    return {"commit": about.get("easel.commit", "unknown"), "settings": json.loads(about.get("easel.settings", "{}"))}
