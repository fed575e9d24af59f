"""Step ``decoder``: the decoder learns on with all of TAESD's blocks, on larger crops, while the latents keep their meaning.

It needs nothing of the UNet and changes nothing for it: the encoder stays as it is. Blocks that were left out so far begin
as the ReLUs they were.
"""
from __future__ import annotations

import torch

from . import autoencoder, data, nets
from .work import Trainer, Work, chance, fall, load, save

CROP, BATCH, RATE = 96, 8, 4e-4


def whole(decoder: torch.nn.Sequential) -> torch.nn.Sequential:
    """The same with every block: it paints what the given one paints until it is trained on."""
    found = nets.decoder(full=True)
    held = decoder.state_dict()
    for index, layer in enumerate(found):
        if isinstance(layer, nets.Block) and f"{index}.conv.0.weight" not in held:
            torch.nn.init.zeros_(layer.conv[4].weight)
            torch.nn.init.zeros_(layer.conv[4].bias)
    found.load_state_dict(found.state_dict() | held)
    return found


def run(work: Work) -> None:
    settings, device = work.settings, work.device
    pictures = data.pictures(work, first=settings.autoencoder_pictures)
    torch.manual_seed(settings.seed + 2)
    encoder, decoder = autoencoder.trained(work)
    decoder = whole(decoder).to(device, memory_format=torch.channels_last).requires_grad_(True)
    optimizer = torch.optim.AdamW(decoder.parameters(), RATE, weight_decay=0, betas=(0.9, 0.99), fused=True)

    def state():
        return {"decoder": decoder.state_dict(), "optimizer": optimizer.state_dict()}

    def restore(saved):
        decoder.load_state_dict(saved["decoder"])
        optimizer.load_state_dict(saved["optimizer"])

    def step(index: int, progress: float) -> float:
        random = chance(settings.seed, index, stream=7)
        for group in optimizer.param_groups:
            group["lr"] = RATE * fall(progress, index)
        x = autoencoder.crops(pictures, BATCH, random, CROP).to(device, memory_format=torch.channels_last)
        with work.autocast():
            with torch.no_grad():
                latents = encoder(x).float()
                noisy = nets.clamp(autoencoder.shaken(latents, random))
            painted = decoder(noisy).float()
        told = autoencoder.losses(x, latents, painted)
        loss = told["plain"] + told["edges"]
        optimizer.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(decoder.parameters(), 1.0)
        optimizer.step()
        return float(loss.detach())

    Trainer(work, "decoder", settings.decoder_steps, state, restore).run(step, BATCH, each_save=lambda: autoencoder.judge(work, encoder, decoder))
    held = load(work.path("autoencoder.pt"))
    save(work.path("autoencoder.pt"), {**held, "decoder": decoder.state_dict()})
    autoencoder.judge(work, encoder, decoder)
