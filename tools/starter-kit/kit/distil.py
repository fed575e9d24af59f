"""Step ``distil``: a LoRA with which four steps without guidance do (the engine's lcm sampler).

Latent consistency: from one point of a guided path of the trained UNet and from the next point (one solver step of the
teacher further) the student must guess the same clean picture. Half of the points are the four that the sampler visits.
Where the UNet learned several sizes, steps take turns at them, the usual one most often.
"""
from __future__ import annotations

import torch

from . import export, lora, nets, sampler, tokens, unet
from .work import Trainer, Work, chance, fall

RANK, RATE, GUIDANCE = 16, 5e-4, 5.0
#: Latent edges and batches that take turns, after the first only where the UNet learned other sizes.
TURNS = ((32, 16), (64, 4), (32, 16), (16, 32))
#: How far the teacher goes in one step, in times; its own pictures are painted in steps of 50.
STRIDE = 40
STEPS = 4


def clean(mixed, noise, left):
    """The picture in what is mixed, given the noise."""
    return (mixed - (1 - left).sqrt() * noise) / left.sqrt()


def run(work: Work) -> None:
    settings, device, share = work.settings, work.device, nets.alphas().to(work.device)
    turns = TURNS if settings.unet_sizes else TURNS[:1]
    drawn = {edge: unet.Drawn(work, edge) for edge, _ in turns}
    teacher = unet.trained(work)
    student, slow = (unet.trained(work)["unet"] for _ in range(2))
    torch.manual_seed(settings.seed + 3)
    added, averaged = (lora.attach(net, RANK, convolutions=True) for net in (student, slow))
    lora.restore(averaged, lora.state(added))
    student.to(device), slow.to(device)
    weights, behind = lora.parameters(added), lora.parameters(averaged)
    optimizer = torch.optim.AdamW(weights, RATE, weight_decay=0, betas=(0.9, 0.99), fused=True)
    visited = sampler.times(STEPS, "lcm").long()
    nothing = teacher["text"](torch.tensor([tokens.encode("")], device=device))

    def state():
        return {"lora": lora.state(added), "average": lora.state(averaged), "optimizer": optimizer.state_dict()}

    def restore(saved):
        lora.restore(added, saved["lora"])
        lora.restore(averaged, saved["average"])
        optimizer.load_state_dict(saved["optimizer"])

    def step(index: int, progress: float) -> float:
        random = chance(settings.seed, index, stream=3)
        for group in optimizer.param_groups:
            group["lr"] = RATE * fall(progress, index)
        edge, batch = turns[index % len(turns)]
        batch = 2 if settings.quick else batch
        picture, said, _ = drawn[edge].some(batch, random)
        picture, said = picture.to(device), said.to(device)
        anywhere = torch.randint(1, 1000, (batch,), generator=random)
        there = visited[torch.randint(STEPS, (batch,), generator=random)]
        now = torch.where(torch.rand(batch, generator=random) < 0.5, there, anywhere).to(device)
        after = (now - STRIDE).clamp(min=0)
        mixed, _ = unet.noised(picture, now, random, share)
        left, left_after = share[now][:, None, None, None], share[after][:, None, None, None]
        with work.autocast():
            with torch.no_grad():
                context = teacher["text"](said)
                both = teacher["unet"](torch.cat([mixed, mixed]), torch.cat([now, now]), torch.cat([context, nothing.expand_as(context)]))
                told, untold = both.float().chunk(2)
                noise = untold + GUIDANCE * (told - untold)
                moved = left_after.sqrt() * clean(mixed, noise, left) + (1 - left_after).sqrt() * noise
                wanted = clean(moved, student(moved, after, context).float(), left_after)
            guessed = clean(mixed, student(mixed, now, context).float(), left)
        loss = (((guessed - wanted) ** 2 + 1e-3).sqrt() - 1e-3 ** 0.5).mean()
        optimizer.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(weights, 1.0)
        optimizer.step()
        with torch.no_grad():
            torch._foreach_lerp_(behind, weights, 1 - min(0.98, (1 + index) / (10 + index)))
        return float(loss.detach())

    Trainer(work, "distil", settings.distil_steps, state, restore).run(step, TURNS[0][1])
    export.pack(export.write(work.path("out/few-steps.safetensors"), lora.tensors(averaged), export.about(work, "few-step LoRA: lcm, 4 steps, CFG 1")))
