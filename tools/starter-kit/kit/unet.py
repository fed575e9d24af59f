"""Step ``unet``: the UNet learns to predict noise, first at half size, then at full size, with ``--sizes`` at last at several by turns.
Words are known by then (``reading``).

The loss weighs high noise more (as the difference of pictures would, within limits): there the picture's colours and
composition are decided. Noise gets a small offset a channel, else the trace of the picture's mean colour that SD1's last
time leaves in the noise becomes a crutch, and pictures from pure noise turn out grey. One caption in ten is empty. A boat or a bird is a hundredth of a picture and would be
a hundredth of what the UNet cares about; so the small things that words name weigh more.
"""
from __future__ import annotations

import copy
from pathlib import Path

import numpy as np
import torch
from torch.nn import functional as F

from . import autoencoder, data, encode, engine, nets, reading, sampler, start, tokens
from .work import Trainer, Work, chance, fall, load, save, say

OFFSET = 0.07
#: By how much more than the rest small things weigh.
CARE = 6.0
#: First row of marks that is land or water; at sea that of the tops of trees on an island.
HORIZON, SHORE = 17, 13
#: How fast queries and keys learn beside the rest: a step moves a score by the product of what it moves in both.
SURE = 0.3
#: Noises drawn for each picture of a step, which share its caption.
DRAWS = 2


#: What the sheets drawn while training show.
SHOWN = ("mountains at sunset, purple sky, sun, clouds", "日落时的雪山，紫色天空", "sea at day, two boats, sun on the left", "夜晚的城市，月亮，灯火",
         "a lake at dawn, pink sky, a house on the left", "forest at night, stars, moon on the right", "desert at sunset, golden sky, one tree",
         "下雪的森林，白天")


def stage(settings, index: int, progress: float) -> tuple[int, int]:
    """Latent edge and batch of a step: the stages one after the other, by the clock where the run goes by it, and with
    ``--sizes`` at last all edges by turns."""
    if settings.hours:
        if progress >= 1 - settings.unet_last:
            return settings.unet_sizes[index % len(settings.unet_sizes)]
        edge, batch, _ = settings.unet_stages[0 if progress < settings.unet_small else -1]
        return edge, batch
    for edge, batch, seen in settings.unet_stages:
        if index < seen // batch:
            return edge, batch
        index -= seen // batch
    return settings.unet_sizes[index % len(settings.unet_sizes)]


def memory(since: int) -> float:
    """How much of the slow average a step keeps, so many steps after its stage began: a fifteenth of them, at most the last
    thousand, so that a short run's average is not of weights long left behind."""
    return 1 - 1 / min(1000, 10 + since / 15)


def noised(latents, times, random, share):
    """Latents with noise at the given times, and the noise."""
    noise = torch.randn(latents.shape, generator=random) + OFFSET * torch.randn(*latents.shape[:2], 1, 1, generator=random)
    noise = noise.to(latents.device)
    left = share[times][:, None, None, None]
    return left.sqrt() * latents + (1 - left).sqrt() * noise, noise


def weight(left):
    return ((1 - left) / left).clamp(0.3, 6.0)


def likely(share) -> torch.Tensor:
    """How often each time is drawn: about as much as its weighted loss is, for then the gradients differ least. Noise is
    guessed badly where there is little of it and well where there is much."""
    noise = (1 - share) / share
    odds = weight(share) / (noise + 0.3)
    odds = odds + 0.2 * odds.max()
    return odds / odds.sum()


def heavy(share, odds, times) -> torch.Tensor:
    """What the loss at each time is multiplied by, [n, 1, 1, 1]: its weight, by how often it is drawn."""
    return (weight(share[times]) / (len(share) * odds.to(times.device)[times]))[:, None, None, None]


def drawn(odds: torch.Tensor, count: int, random) -> torch.Tensor:
    """So many times by their odds, spread evenly over them and in any order."""
    places = (torch.rand(1, generator=random) + torch.arange(count)) / count
    times = torch.searchsorted(odds.cumsum(0), places).clamp(max=len(odds) - 1)
    return times[torch.randperm(count, generator=random)]


def care(marks: np.ndarray, terrains: list[str]) -> torch.Tensor:
    """How much each latent of pictures with such marks weighs, in halves and of the marks' shape [n, edge, edge]: more
    where small things are that words name.

    In the sky that is where they are in this picture. On land and water it is where such things are in pictures of its
    terrain, whether or not this one has any there: were only those that are there paid for, then a boat too many would
    cost less than one too few, and where the model is not sure it would paint them all.
    """
    of_32 = marks.shape[-1] // 32
    near = F.max_pool2d((3 / 255 * torch.from_numpy(marks.astype(np.float32))).clamp(max=1)[:, None], 3, 1, 1)[:, 0]
    for terrain in set(terrains):
        its = torch.tensor([terrain == one for one in terrains])
        ground = slice((SHORE if terrain == "sea" else HORIZON) * of_32, None)
        usual = near[its].mean(0)[ground]
        near[its, ground] = usual / usual.max().clamp(min=1e-3)
    return (1 + CARE * near).half()


#: Parts of the edge of 512 that other shapes keep of it: 3:4, 5:8 (about 2:3 and 16:9).
SHAPES = (1.0, 0.75, 0.625)


def cut(marks: np.ndarray, random) -> tuple[slice, slice]:
    """Rows and columns of large pictures with such marks [n, edge, edge] that a step trains on: sometimes less of either
    edge, for pictures of other shapes, but never so that something is lost that words name. The horizon keeps its height
    in the picture, about."""
    edge, part = marks.shape[-1], SHAPES[int(torch.randint(len(SHAPES), (1,), generator=random))]
    kept, upright = int(edge * part), bool(torch.rand(1, generator=random) < 0.5)
    first = int((edge - kept) * (0.5 if upright else 0.55))
    some, whole = slice(first, first + kept), slice(None)
    rows, columns = (whole, some) if upright else (some, whole)
    lost = marks.astype(np.int64).sum() - marks[:, rows, columns].astype(np.int64).sum()
    return (rows, columns) if lost == 0 else (whole, whole)


class Drawn:
    """What a step takes from: latents of one size with what is said of each, and how much each place weighs."""

    def __init__(self, work: Work, edge: int):
        part = "large" if edge > 32 else "train"
        self.latents, self.captions, self.marks = encode.latents(work, edge, part), data.captions(work, part), data.marks(work, part)
        self.cares = care(self.marks, [data.scene(work.settings, index, part).terrain for index in range(len(self.marks))])

    def some(self, count: int, random):
        """Latents [count, 4, h, w], tokens [count, 77] and weights [count, 1, h, w] of so many pictures."""
        which = torch.randint(len(self.latents), (count,), generator=random)
        latents = torch.from_numpy(self.latents[which.numpy()].astype(np.float32))
        cared = F.avg_pool2d(self.cares[which].float()[:, None], self.cares.shape[-1] // latents.shape[-1])
        if latents.shape[-1] > 32:
            rows, columns = cut(self.marks[which.numpy()], random)
            latents, cared = latents[:, :, rows, columns], cared[:, :, rows, columns]
        said = self.captions[which, torch.randint(self.captions.shape[1], which.shape, generator=random)].long()
        return latents, said, cared


def run(work: Work) -> None:
    settings, device, text = work.settings, work.device, reading.trained(work)
    sizes = {edge: Drawn(work, edge) for edge in sorted({*settings.edges(), *(edge for edge, _ in settings.unet_sizes)})}
    share = nets.alphas().to(device)
    torch.manual_seed(settings.seed + 1)
    model = torch.nn.ModuleDict({"unet": nets.UNet(), "text": text}).to(device)
    if settings.started_from:
        start.unet(Path(settings.started_from), model["unet"])
    average = copy.deepcopy(model).requires_grad_(False)
    live, slow = list(model["unet"].parameters()), list(average["unet"].parameters())
    say(f"unet: {sum(p.numel() for p in live) / 1e6:.1f} million weights, {len(text.used)} tokens")
    words = [part for part in model["unet"].modules() if isinstance(part, nets.Attention)]
    sure = [weight for part in words for weight in (part.to_q.weight, part.to_k.weight)]
    others = [weight for weight in live if all(weight is not one for one in sure)]
    optimizer = torch.optim.AdamW([{"params": others, "part": 1.0}, {"params": sure, "part": SURE}], settings.unet_rate, weight_decay=1e-4,
                                  betas=(0.9, 0.99), fused=True)
    nothing, odds = torch.tensor(tokens.encode("")), likely(share).cpu()

    at = {"edge": 0, "since": 0, "shown": 0}  # edge 1 stands for all by turns

    def in_stage(index: int, edge: int, progress: float) -> int:
        """Steps of the stage before this one."""
        last = progress >= 1 - settings.unet_last if settings.hours else index >= stages
        if (stage_edge := 1 if last else edge) != at["edge"]:
            say(f"unet: latents of {'all sizes' if last else f'{edge}x{edge}'} from step {index}")
            at.update(edge=stage_edge, since=0)
        return at["since"]

    def state():
        return {"model": model.state_dict(), "average": average.state_dict(), "optimizer": optimizer.state_dict(), "at": at}

    def restore(saved):
        at.update(saved["at"])
        model.load_state_dict(saved["model"])
        average.load_state_dict(saved["average"])
        optimizer.load_state_dict(saved["optimizer"])

    def step(index: int, progress: float) -> float:
        edge, batch = stage(settings, index, progress)
        passed = in_stage(index, edge, progress)
        random = chance(settings.seed, index, stream=1)
        for group in optimizer.param_groups:
            group["lr"] = settings.unet_rate * group["part"] * fall(progress, passed)
        latents, said, cared = sizes[edge].some(batch // DRAWS, random)
        latents, cared = (each.to(device).repeat_interleave(DRAWS, 0) for each in (latents, cared))
        said[torch.rand(len(said), generator=random) < 0.1] = nothing
        times = drawn(odds, batch, random).to(device)
        mixed, noise = noised(latents, times, random, share)
        with work.autocast():
            guessed = model["unet"](mixed, times, text(said.to(device))).float()
        loss = (heavy(share, odds, times) * cared * (guessed - noise) ** 2).mean()
        optimizer.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(live, 1.0)
        optimizer.step()
        for module in words:
            module.bound()
        with torch.no_grad():
            torch._foreach_lerp_(slow, live, 1 - memory(passed))
        at["since"] += 1
        return float(loss.detach())

    def look():
        save(work.path("unet.pt"), average.state_dict())
        at["shown"] += 1
        if at["edge"] == settings.unet_stages[0][0] or at["shown"] % 2 == 0:  # a large one takes a while
            show(work, average, at["edge"] if at["edge"] > 1 else 32, f"sheets/unet-{at['shown']:03}.png")

    stages = sum(seen // batch for _, batch, seen in settings.unet_stages)
    Trainer(work, "unet", stages + settings.unet_sizes_steps, state, restore).run(step, 1, each_save=look)
    save(work.path("unet.pt"), average.state_dict())
    for edge in sizes:
        show(work, average, edge, f"sheets/unet-of-{edge * 8}.png")


def show(work: Work, model, edge: int, name: str) -> None:
    """A sheet of what the model paints now."""
    _, decoder = autoencoder.trained(work)
    with work.autocast():
        latents = sampler.sample(model, list(SHOWN), 1, 3 if work.settings.quick else 10, 4.0, edge=edge)
        painted = torch.cat([decoder(nets.clamp(latent[None].float())).float() for latent in latents]).clamp(0, 1)
    engine.sheet((painted * 255).byte().permute(0, 2, 3, 1).cpu().numpy(), 4, work.path(name))


def trained(work: Work):
    """UNet and text as trained so far, for use."""
    saved = load(work.path("unet.pt"))
    model = torch.nn.ModuleDict({"unet": nets.UNet(), "text": nets.Text(saved["text.used"].tolist())})
    model.load_state_dict(saved)
    return model.eval().requires_grad_(False).to(work.device)
