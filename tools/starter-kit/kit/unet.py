"""Step ``unet``: the UNet and the words, trained together to predict noise, first at half size, then at full size.

The loss weighs high noise more (as the difference of pictures would, within limits): there the picture's colours and
composition are decided. Noise gets a small offset a channel, else the trace of the picture's mean colour that SD1's last
time leaves in the noise becomes a crutch, and pictures from pure noise turn out grey. One caption in ten is empty.
"""
from __future__ import annotations

import copy

import numpy as np
import torch

from . import data, encode, nets, tokens
from .work import Trainer, Work, chance, load, save, say

OFFSET = 0.07


def schedule(settings) -> list[tuple[int, int]]:
    """(latent edge, batch) of every step."""
    return [(edge, batch) for edge, batch, seen in settings.unet_stages for _ in range(seen // batch)]


def used_tokens(captions: torch.Tensor) -> list[int]:
    return sorted(set(captions.unique().tolist()) | {tokens.START, tokens.END})


def rate(settings, index: int, steps: int) -> float:
    """Warm-up, a long plateau, and a fall over the last fifth."""
    fall = min(1.0, (steps - index) / (0.2 * steps))
    return settings.unet_rate * min(1.0, (index + 1) / 200) * (0.03 + 0.97 * fall)


def noised(latents, times, random, share):
    """Latents with noise at the given times, and the noise."""
    noise = torch.randn(latents.shape, generator=random) + OFFSET * torch.randn(*latents.shape[:2], 1, 1, generator=random)
    noise = noise.to(latents.device)
    left = share[times][:, None, None, None]
    return left.sqrt() * latents + (1 - left).sqrt() * noise, noise


def weight(left):
    return ((1 - left) / left).clamp(0.3, 6.0)


def run(work: Work) -> None:
    settings, device = work.settings, work.device
    captions = data.captions(work)
    sizes = {edge: encode.latents(work, edge) for edge, _, _ in settings.unet_stages}
    plan, share = schedule(settings), nets.alphas().to(device)
    torch.manual_seed(settings.seed + 1)
    model = torch.nn.ModuleDict({"unet": nets.UNet(), "text": nets.Text(used_tokens(captions))}).to(device)
    average = copy.deepcopy(model).requires_grad_(False)
    live, slow = list(model.parameters()), list(average.parameters())
    say(f"unet: {sum(p.numel() for p in live) / 1e6:.1f} million weights, {len(model['text'].used)} tokens, {len(plan)} steps")
    optimizer = torch.optim.AdamW(live, settings.unet_rate, weight_decay=1e-4, betas=(0.9, 0.99), fused=True)
    nothing = torch.tensor(tokens.encode(""))

    def state():
        return {"model": model.state_dict(), "average": average.state_dict(), "optimizer": optimizer.state_dict()}

    def restore(saved):
        model.load_state_dict(saved["model"])
        average.load_state_dict(saved["average"])
        optimizer.load_state_dict(saved["optimizer"])

    def step(index: int) -> float:
        edge, batch = plan[index]
        random = chance(settings.seed, index, stream=1)
        for group in optimizer.param_groups:
            group["lr"] = rate(settings, index, len(plan))
        which = torch.randint(len(sizes[edge]), (batch,), generator=random)
        latents = torch.from_numpy(sizes[edge][which.numpy()].astype(np.float32)).to(device)
        said = captions[which, torch.randint(settings.captions, (batch,), generator=random)].long()
        said[torch.rand(batch, generator=random) < 0.1] = nothing
        times = torch.randint(1000, (batch,), generator=random).to(device)
        mixed, noise = noised(latents, times, random, share)
        with work.autocast():
            guessed = model["unet"](mixed, times, model["text"](said.to(device))).float()
        loss = (weight(share[times])[:, None, None, None] * (guessed - noise) ** 2).mean()
        optimizer.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(live, 1.0)
        optimizer.step()
        with torch.no_grad():
            torch._foreach_lerp_(slow, live, 1 - min(0.999, (1 + index) / (10 + index)))
        return float(loss.detach())

    Trainer(work, "unet", len(plan), state, restore).run(
        step, plan[-1][1], each_save=lambda: save(work.path("unet.pt"), average.state_dict()))
    save(work.path("unet.pt"), average.state_dict())


def trained(work: Work):
    """UNet and text as trained so far, for use."""
    saved = load(work.path("unet.pt"))
    model = torch.nn.ModuleDict({"unet": nets.UNet(), "text": nets.Text(saved["text.used"].tolist())})
    model.load_state_dict(saved)
    return model.eval().requires_grad_(False).to(work.device)
