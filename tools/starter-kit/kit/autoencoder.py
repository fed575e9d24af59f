"""Step ``autoencoder``: TAESD's layout, trained on crops of the drawn set.

The loss: plain difference and difference of edges, both weighted where the picture has fine detail, which is rare
(stars, windows, boats); the engine's linear preview of the latents against the picture shrunk 8x; and, for the one
direction of the latents which the preview does not see, mean 0 and spread 1. Step ``decoder`` refines what this begins.

The decoder gets latents with noise, up to a fifth of their spread: what it then needs, a small UNet can paint. Without it
the encoder hides detail in deviations of a twentieth, and everything that the UNet paints comes out as mush.
"""
from __future__ import annotations

from pathlib import Path

import numpy as np
import torch
from PIL import Image
from torch.nn import functional as F

from . import data, nets, start
from .work import Trainer, Work, chance, fall, load, save, say

CROP, RATE = 64, 5e-4
#: The most noise that the decoder gets latents with; each picture has its own share of it.
NOISE = 0.15


def blind_direction() -> torch.Tensor:
    """The unit direction of latents which the linear preview leaves out."""
    return torch.linalg.svd(nets.PREVIEW_PROJECTION.T)[2][3]


def detail_weight(pictures: torch.Tensor) -> torch.Tensor:
    """1 on smooth ground, up to 7 where a pixel differs from its surroundings."""
    around = F.avg_pool2d(F.pad(pictures, (3, 3, 3, 3), mode="replicate"), 7, 1)
    return 1 + 6 * ((pictures - around).abs().amax(1, keepdim=True) * 5).clamp(0, 1)


def losses(pictures, latents, painted) -> dict[str, torch.Tensor]:
    weight = detail_weight(pictures)
    difference = painted - pictures
    along = (weight[..., 1:] * (difference[..., 1:] - difference[..., :-1])).abs().mean() + \
        (weight[..., 1:, :] * (difference[..., 1:, :] - difference[..., :-1, :])).abs().mean()
    shrunk = F.avg_pool2d(pictures, 8)
    blind = torch.einsum("nchw,c->nhw", latents, blind_direction().to(latents))
    # Squares as well: the difference alone is least where a thin line, a star, a drop is left out.
    return {"plain": (weight * (difference.abs() + 4 * difference ** 2)).mean(), "edges": 0.6 * along,
            "preview": 4 * F.mse_loss(nets.preview(latents), shrunk) + 0.15 * F.l1_loss(nets.preview(latents), shrunk),
            "blind": 0.02 * (blind.mean() ** 2 + (blind.std() - 1) ** 2)}


def run(work: Work) -> None:
    settings, device = work.settings, work.device
    pictures = data.pictures(work, first=settings.autoencoder_pictures)
    torch.manual_seed(settings.seed)
    encoder, decoder = nets.encoder(), nets.decoder(full=bool(settings.started_from) and start.refined(Path(settings.started_from)))
    if settings.started_from:
        if start.autoencoder(Path(settings.started_from), encoder, decoder) and not settings.new_latents:
            encoder.requires_grad_(False)
    encoder, decoder = (net.to(device, memory_format=torch.channels_last) for net in (encoder, decoder))
    parameters = [p for p in (*encoder.parameters(), *decoder.parameters()) if p.requires_grad]
    optimizer = torch.optim.AdamW(parameters, RATE, weight_decay=0, betas=(0.9, 0.99), fused=True)

    def state():
        return {"encoder": encoder.state_dict(), "decoder": decoder.state_dict(), "optimizer": optimizer.state_dict()}

    def restore(saved):
        encoder.load_state_dict(saved["encoder"])
        decoder.load_state_dict(saved["decoder"])
        optimizer.load_state_dict(saved["optimizer"])

    def step(index: int, progress: float) -> float:
        random = chance(settings.seed, index)
        for group in optimizer.param_groups:
            group["lr"] = RATE * fall(progress, index)
        x = crops(pictures, settings.autoencoder_batch, random).to(device, memory_format=torch.channels_last)
        with work.autocast():
            latents = encoder(x).float()
            painted = decoder(nets.clamp(shaken(latents, random))).float()
        loss = sum(losses(x, latents, painted).values())
        optimizer.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(parameters, 1.0)
        optimizer.step()
        return float(loss.detach())

    trainer = Trainer(work, "autoencoder", settings.autoencoder_steps, state, restore)
    trainer.run(step, settings.autoencoder_batch, each_save=lambda: judge(work, encoder, decoder))
    save(work.path("autoencoder.pt"), {"encoder": encoder.state_dict(), "decoder": decoder.state_dict()})
    judge(work, encoder, decoder)


def shaken(latents: torch.Tensor, random: torch.Generator) -> torch.Tensor:
    """Latents with noise, of another strength in each picture."""
    strength = NOISE * torch.rand((len(latents), 1, 1, 1), generator=random)
    return latents + (strength * torch.randn(latents.shape, generator=random)).to(latents.device)


def crops(pictures: np.ndarray, count: int, random: torch.Generator, edge: int = CROP) -> torch.Tensor:
    which = torch.randint(len(pictures), (count,), generator=random).tolist()
    corners = torch.randint((pictures.shape[1] - edge) // 8 * 8 + 1, (count, 2), generator=random).tolist()
    stacked = np.stack([pictures[i, top:top + edge, left:left + edge] for i, (top, left) in zip(which, corners)])
    return torch.from_numpy(stacked).permute(0, 3, 1, 2).float() / 255


def trained(work: Work):
    """The encoder and the decoder, for use; the decoder with all blocks once it was refined."""
    saved = load(work.path("autoencoder.pt"))
    encoder, decoder = nets.encoder(), nets.decoder()
    if len(saved["decoder"]) > len(decoder.state_dict()):
        decoder = nets.decoder(full=True)
    encoder.load_state_dict(saved["encoder"])
    decoder.load_state_dict(saved["decoder"])
    return tuple(net.eval().requires_grad_(False).to(work.device, memory_format=torch.channels_last) for net in (encoder, decoder))


@torch.no_grad()
def judge(work: Work, encoder, decoder) -> float:
    """Mean PSNR on held-out pictures, and a sheet: pictures, what comes back, and the linear preview."""
    held = data.pictures(work, "held", first=12)[:12]
    x = torch.from_numpy(held.copy()).permute(0, 3, 1, 2).float().to(work.device) / 255
    latents = torch.cat([encoder(picture[None]) for picture in x])
    painted = torch.cat([decoder(nets.clamp(latent[None])) for latent in latents]).clamp(0, 1)
    error = ((painted - x) ** 2).mean((1, 2, 3))
    psnr = float((-10 * error.log10()).mean())
    shown = F.interpolate(nets.preview(latents).clamp(0, 1), scale_factor=8)
    off = float((nets.preview(latents) - F.avg_pool2d(x, 8)).pow(2).mean().sqrt())
    say(f"autoencoder: held-out PSNR {psnr:.2f} dB, preview off by {off:.3f}, latents mean "
        f"{[round(float(v), 2) for v in latents.mean((0, 2, 3))]} spread {[round(float(v), 2) for v in latents.std((0, 2, 3))]}")
    rows = [torch.cat(list(row), 2) for part in (slice(0, 6), slice(6, 12)) for row in (x[part], painted[part], shown[part])]
    sheet = (torch.cat(rows, 1).clamp(0, 1) * 255).byte().permute(1, 2, 0).cpu().numpy()
    Image.fromarray(sheet).save(work.path("sheets/autoencoder.png"))
    return psnr
