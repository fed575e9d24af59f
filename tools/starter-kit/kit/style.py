"""Step ``style``: a LoRA for each extra style, trained on scenes drawn in that style only.

Captions leave the style's name out: the LoRA itself is the switch, and its strength is how much.
"""
from __future__ import annotations

import numpy as np
import torch

from . import data, encode, export, lora, nets, tokens, unet, words
from .work import Trainer, Work, chance, fall

RANK, BATCH, RATE = 8, 16, 1e-3


def run(work: Work) -> None:
    for style in words.EXTRA_STYLES:
        train(work, style)


def train(work: Work, style: str) -> None:
    settings, device, share = work.settings, work.device, nets.alphas().to(work.device)
    latents = encode.latents(work, 32, style, settings.style_pictures, style)
    # The same scenes' captions as if painted in the ordinary style.
    captions = data.captions(work, f"{style}-plain", settings.style_pictures, "painting", scenes_of=style)
    model = unet.trained(work)
    torch.manual_seed(settings.seed + 2)
    added = lora.attach(model["unet"], RANK, convolutions=True)
    for low in added.values():
        low.to(device)
    weights = lora.parameters(added)
    nothing, odds = torch.tensor(tokens.encode("")), unet.likely(nets.alphas())
    optimizer = torch.optim.AdamW(weights, RATE, weight_decay=1e-4, betas=(0.9, 0.99), fused=True)

    def restore(saved):
        lora.restore(added, saved["lora"])
        optimizer.load_state_dict(saved["optimizer"])

    def step(index: int, progress: float) -> float:
        random = chance(settings.seed, index, stream=2)
        for group in optimizer.param_groups:
            group["lr"] = RATE * fall(progress, index, 50)
        which = torch.randint(len(latents), (BATCH,), generator=random)
        clean = torch.from_numpy(latents[which.numpy()].astype(np.float32)).to(device)
        said = captions[which, torch.randint(captions.shape[1], (BATCH,), generator=random)].long()
        said[torch.rand(BATCH, generator=random) < 0.1] = nothing
        times = unet.drawn(odds, BATCH, random).to(device)
        mixed, noise = unet.noised(clean, times, random, share)
        with work.autocast():
            guessed = model["unet"](mixed, times, model["text"](said.to(device))).float()
        loss = (unet.heavy(share, odds, times) * (guessed - noise) ** 2).mean()
        optimizer.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(weights, 1.0)
        optimizer.step()
        return float(loss.detach())

    Trainer(work, f"style-{style}", settings.style_steps, lambda: {"lora": lora.state(added), "optimizer": optimizer.state_dict()},
            restore, 1 / len(words.EXTRA_STYLES)).run(step, BATCH)
    export.pack(export.write(work.path(f"out/{style}.safetensors"), lora.tensors(added), export.about(work, f"style LoRA {style}")))
