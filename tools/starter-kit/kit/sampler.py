"""The engine's sampling, as far as the kit's steps need it: its discrete and LCM schedules, Euler and LCM, classifier-free guidance."""
from __future__ import annotations

import torch

from . import nets, tokens


def times(steps: int, method: str = "euler") -> torch.Tensor:
    """The engine's discrete schedule: evenly from the last time down to the first. For lcm its schedule of that name: 999,
    759, 499, 259 of four steps, none of which goes to noise that nobody sees."""
    if method == "lcm":
        return torch.tensor([(50 - 50 * step // steps) * 20 - 1.0 for step in range(steps)])
    return torch.linspace(999, 0, steps) if steps > 1 else torch.tensor([999.0])


def sigmas(at: torch.Tensor) -> torch.Tensor:
    """Noise strength at (fractional) times, interpolated in its logarithm, with a final 0."""
    share = nets.alphas()
    logs = (((1 - share) / share) ** 0.5).log()
    low = at.floor().long().clamp(0, 999)
    high = (low + 1).clamp(max=999)
    part = at - low
    return torch.cat([((1 - part) * logs[low] + part * logs[high]).exp(), torch.zeros(1)])


def guess(model, latents, sigma, time, context, empty, scale):
    """The clean latents the model sees in noisy ones, guided away from ``empty``."""
    scaled = latents / (sigma * sigma + 1) ** 0.5
    at = torch.full((len(latents),), float(time), device=latents.device)
    noise = model["unet"](scaled, at, context)
    if scale != 1:
        without = model["unet"](scaled, at, empty.expand(len(latents), -1, -1))
        noise = without + scale * (noise - without)
    return latents - sigma * noise


@torch.no_grad()
def sample(model, prompts: list[str], seed: int, steps: int = 20, scale: float = 5.0, negative: str = "", edge: int = 32,
           method: str = "euler") -> torch.Tensor:
    """Latents painted for the prompts, all from one seeded generator."""
    device = next(iter(model["text"].buffers())).device
    context = model["text"](torch.tensor([tokens.encode(prompt) for prompt in prompts], device=device))
    empty = model["text"](torch.tensor([tokens.encode(negative)], device=device))
    random = torch.Generator().manual_seed(seed)
    draw = lambda: torch.randn(len(prompts), nets.LATENTS, edge, edge, generator=random).to(device)  # noqa: E731
    at = times(steps, method)
    strength = sigmas(at)
    latents = draw() * strength[0]
    for index in range(steps):
        sigma, after = float(strength[index]), float(strength[index + 1])
        clean = guess(model, latents, sigma, float(at[index]), context, empty, scale)
        if method == "euler":
            latents = latents + (latents - clean) / sigma * (after - sigma)
        else:  # lcm: the guess itself, noised again
            latents = clean + (draw() * after if after > 0 else 0)
    return latents
