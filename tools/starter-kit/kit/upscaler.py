"""Step ``upscaler``: twice the size, in ESRGAN's layout with one block (the engine reads the number from the weights)."""
from __future__ import annotations

import numpy as np
import torch
from PIL import Image
from torch import nn
from torch.nn import functional as F

from . import data, export
from .work import Trainer, Work, chance, fall, say

CROP, BATCH, RATE, FEATURES, GROWTH = 64, 6, 5e-4, 64, 32


def _leaky(x):
    return F.leaky_relu(x, 0.2)


class Dense(nn.Module):
    def __init__(self):
        super().__init__()
        for index in range(4):
            setattr(self, f"conv{index + 1}", nn.Conv2d(FEATURES + index * GROWTH, GROWTH, 3, padding=1))
        self.conv5 = nn.Conv2d(FEATURES + 4 * GROWTH, FEATURES, 3, padding=1)

    def forward(self, x):
        grown = x
        for index in range(4):
            grown = torch.cat([grown, _leaky(getattr(self, f"conv{index + 1}")(grown))], 1)
        return x + 0.2 * self.conv5(grown)


class Nested(nn.Module):
    def __init__(self):
        super().__init__()
        self.rdb1, self.rdb2, self.rdb3 = Dense(), Dense(), Dense()

    def forward(self, x):
        return x + 0.2 * self.rdb3(self.rdb2(self.rdb1(x)))


class Upscaler(nn.Module):
    def __init__(self, blocks: int = 1):
        super().__init__()
        self.conv_first = nn.Conv2d(3, FEATURES, 3, padding=1)
        self.body = nn.Sequential(*(Nested() for _ in range(blocks)))
        self.conv_body, self.conv_up1, self.conv_hr = (nn.Conv2d(FEATURES, FEATURES, 3, padding=1) for _ in range(3))
        self.conv_last = nn.Conv2d(FEATURES, 3, 3, padding=1)
        self._begin_with_bilinear()

    @torch.no_grad()
    def _begin_with_bilinear(self) -> None:
        """Three of the features are the picture's colours and come through as they are; the layout knows no way past its
        layers, and most of a short training would go into finding this one. A kernel of 1, 2, 1 over doubled pixels is
        bilinear. Colours are not negative, so the leaky ReLUs leave them alone."""
        one = torch.zeros(3, 3)
        one[1, 1] = 1
        smooth = torch.tensor([1.0, 2, 1])[:, None] * torch.tensor([1.0, 2, 1]) / 16
        for conv, kernel in ((self.conv_first, one), (self.conv_up1, smooth), (self.conv_hr, one), (self.conv_last, one)):
            conv.weight[:3] = 0
            conv.bias[:3] = 0
            for colour in range(3):
                conv.weight[colour, colour] = kernel
        self.conv_body.weight[:3] *= 0.1
        self.conv_body.bias[:3] = 0
        self.conv_last.weight[:, 3:] = 0

    def forward(self, x):
        features = self.conv_first(x)
        features = features + self.conv_body(self.body(features))
        features = _leaky(self.conv_up1(F.interpolate(features, scale_factor=2)))
        return self.conv_last(_leaky(self.conv_hr(features)))


def run(work: Work) -> None:
    settings = work.settings
    pictures = data.pictures(work, first=settings.autoencoder_pictures)
    torch.manual_seed(settings.seed + 4)
    net = Upscaler().to(work.device, memory_format=torch.channels_last)
    optimizer = torch.optim.AdamW(net.parameters(), RATE, weight_decay=0, betas=(0.9, 0.99), fused=True)

    def restore(saved):
        net.load_state_dict(saved["net"])
        optimizer.load_state_dict(saved["optimizer"])

    def step(index: int, progress: float) -> float:
        random = chance(settings.seed, index, stream=4)
        for group in optimizer.param_groups:
            group["lr"] = RATE * fall(progress, index)
        which = torch.randint(len(pictures), (BATCH,), generator=random).tolist()
        corners = torch.randint(256 - CROP + 1, (BATCH, 2), generator=random).tolist()
        large = torch.from_numpy(np.stack([pictures[i, y:y + CROP, x:x + CROP] for i, (y, x) in zip(which, corners)]))
        large = large.permute(0, 3, 1, 2).float().to(work.device) / 255
        with work.autocast():
            grown = net(F.avg_pool2d(large, 2).to(memory_format=torch.channels_last)).float()
        loss = (grown - large).abs().mean()
        optimizer.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(net.parameters(), 1.0)
        optimizer.step()
        return float(loss.detach())

    Trainer(work, "upscaler", settings.upscaler_steps, lambda: {"net": net.state_dict(), "optimizer": optimizer.state_dict()}, restore).run(step, BATCH)
    ours, lanczos = judge(work, net)
    say(f"upscaler: {ours:.2f} dB on held-out drawings, Lanczos {lanczos:.2f} dB, {ours - lanczos:+.2f} dB")
    export.pack(export.write(work.path("out/upscaler-2x.safetensors"), net.state_dict(), export.about(work, "upscaler 2x")))


@torch.no_grad()
def judge(work: Work, net) -> tuple[float, float]:
    """Mean PSNR of the net and of Lanczos on held-out pictures."""
    held = data.pictures(work, "held", first=40)[:40]
    ours, lanczos = [], []
    for picture in held:
        large = torch.from_numpy(picture.copy()).permute(2, 0, 1)[None].float().to(work.device) / 255
        small = F.avg_pool2d(large, 2)
        ours.append(_psnr(net(small).clamp(0, 1), large))
        image = Image.fromarray((small[0] * 255).round().byte().permute(1, 2, 0).cpu().numpy()).resize((256, 256), Image.LANCZOS)
        lanczos.append(_psnr(torch.from_numpy(np.asarray(image).copy()).permute(2, 0, 1)[None].float().to(work.device) / 255, large))
    return sum(ours) / len(ours), sum(lanczos) / len(lanczos)


def _psnr(a, b) -> float:
    return float(-10 * ((a - b) ** 2).mean().log10())
