"""Step ``embedding``: textual inversion, a word of its own for a mood: mist under a pink sky.

Only the word's two vectors are trained. The file holds them as ``emb_params`` [2, 768] in float32, which the engine wants.
"""
from __future__ import annotations

import numpy as np
import torch
from safetensors.torch import save_file

from . import data, encode, export, nets, tokens, unet
from .work import Trainer, Work, chance, fall, say, write_whole

NAME, VECTORS, BATCH, RATE = "easel-mist", 2, 16, 5e-3


def run(work: Work) -> None:
    settings, device, share = work.settings, work.device, nets.alphas().to(work.device)
    latents = encode.latents(work, 32, "mood", settings.style_pictures, "painting")
    captions = data.captions(work, "mood-plain", settings.style_pictures, "painting", scenes_of="mood")
    model = unet.trained(work)
    text = model["text"]
    torch.manual_seed(settings.seed + 5)
    word = torch.nn.Parameter(text.embedded(torch.tensor(tokens.words("pink fog"), device=device)).detach().clone())
    odds = unet.likely(nets.alphas())
    optimizer = torch.optim.Adam([word], RATE)

    def restore(saved):
        word.data.copy_(saved["word"])
        optimizer.load_state_dict(saved["optimizer"])

    def context(said):
        """The caption with the word put behind the start, as "easel-mist, caption" would."""
        embedded = text.embedded(said)
        return text.encode(torch.cat([embedded[:, :1], word.expand(len(said), -1, -1), embedded[:, 1:-VECTORS]], 1))

    def step(index: int, progress: float) -> float:
        random = chance(settings.seed, index, stream=5)
        for group in optimizer.param_groups:
            group["lr"] = RATE * fall(progress, index, 20)
        which = torch.randint(len(latents), (BATCH,), generator=random)
        clean = torch.from_numpy(latents[which.numpy()].astype(np.float32)).to(device)
        said = captions[which, torch.randint(captions.shape[1], (BATCH,), generator=random)].long().to(device)
        times = unet.drawn(odds, BATCH, random).to(device)
        mixed, noise = unet.noised(clean, times, random, share)
        with work.autocast():
            guessed = model["unet"](mixed, times, context(said)).float()
        loss = (unet.heavy(share, odds, times) * (guessed - noise) ** 2).mean()
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        return float(loss.detach())

    Trainer(work, "embedding", settings.embedding_steps, lambda: {"word": word.detach(), "optimizer": optimizer.state_dict()}, restore).run(step, BATCH)
    path = work.path(f"out/{NAME}.safetensors")
    write_whole(path, lambda temporary: save_file({"emb_params": word.detach().cpu().float().contiguous()}, temporary, export.about(work, "embedding")))
    export.pack(path)
