"""Step ``encode``: latents of the whole drawn set at full and at half size, and of the large drawings where there are any.

Latents are never mirrored: strided convolutions are not symmetric, and mirrored latents decode with coloured bands.
"""
from __future__ import annotations

import numpy as np
import torch
from torch.nn import functional as F

from . import autoencoder, data
from .work import Work, say, write_whole

_BATCH = 50  # pictures of 256x256


def latents(work: Work, edge: int, part: str = "train", count: int | None = None, style: str | None = None) -> np.ndarray:
    """float16 [n, 4, edge, edge], encoded now where they are not yet; of pictures of 256x256 edge 32 is
    full size and 16 half, of those of 512x512 it is 64."""
    pictures = data.pictures(work, part, count, style)
    path, marker = work.path(f"latents/{part}-{edge}.f16"), work.path(f"latents/{part}-{edge}.count")
    shape = (len(pictures), 4, edge, edge)
    done = int(marker.read_text()) if marker.exists() and path.exists() else 0
    if done < len(pictures):
        encoder, _ = autoencoder.trained(work)
        with open(path, "ab") as file:
            file.truncate(int(np.prod(shape)) * 2)
        array = np.memmap(path, np.float16, "r+", shape=shape)
        batch = _BATCH * 256 ** 2 // data.edge(part) ** 2
        for start in range(done, len(pictures), batch):
            end = min(start + batch, len(pictures))
            x = torch.from_numpy(pictures[start:end].copy()).permute(0, 3, 1, 2).float().to(work.device) / 255
            x = F.avg_pool2d(x, 32 // edge) if edge < 32 else x
            with torch.no_grad(), work.autocast():
                array[start:end] = encoder(x.to(memory_format=torch.channels_last)).float().half().cpu().numpy()
            array.flush()
            write_whole(marker, lambda temporary: temporary.write_text(str(end)))
            if start // batch % 20 == 0:
                say(f"encode {part} {edge}: {end} of {len(pictures)}")
    return np.memmap(path, np.float16, "r", shape=shape)


def run(work: Work) -> None:
    for edge in work.settings.edges():
        latents(work, edge)
    if work.settings.unet_sizes:
        latents(work, 64, "large")
