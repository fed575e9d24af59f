"""Step ``judge``: reads words back from painted pictures, and holds generated pictures against the drawn ones.

A small classifier learns on the drawn set to say what a picture shows; held-out drawings tell how far to trust it. Then
pictures are painted for prompts whose terrain, time and sky were never trained together, and their words are counted.
"""
from __future__ import annotations

import hashlib
import json
import re
import sys
from pathlib import Path

import numpy as np
import torch
from safetensors import torch as safetensors
from torch import nn
from torch.nn import functional as F

from . import autoencoder, data, encode, engine, export, lora, nets, sampler, shipped, unet, words
from .questions import QUESTIONS, answers, asked, labels
from .work import Trainer, Work, chance, fall, load, save, say, write_whole

BATCH, RATE, EDGE = 32, 1.5e-3, 128


class Reader(nn.Module):
    def __init__(self):
        super().__init__()
        layers, width = [nn.Conv2d(3, 32, 5, 2, 2), nn.ReLU()], 32
        for wider in (64, 128, 192, 256):
            layers += [nn.Conv2d(width, wider, 3, 2, 1), nn.GroupNorm(8, wider), nn.ReLU(), nn.Conv2d(wider, wider, 3, 1, 1), nn.GroupNorm(8, wider), nn.ReLU()]
            width = wider
        self.body = nn.Sequential(*layers)
        self.head = nn.Linear(width * 16, sum(len(choices) for choices in QUESTIONS.values()))

    def forward(self, pictures) -> list[torch.Tensor]:
        features = self.body(F.interpolate(pictures, size=(EDGE, EDGE), mode="area"))
        return list(self.head(features.flatten(1)).split([len(choices) for choices in QUESTIONS.values()], 1))


def reader(work: Work) -> Reader:
    """The trained classifier; trained now if it is not yet."""
    settings, path = work.settings, work.path("reader.pt")
    net = Reader().to(work.device)
    if path.exists():
        net.load_state_dict(load(path))
        return net.eval()
    pictures = data.pictures(work)
    wanted = torch.tensor([labels(data.scene(settings, index)) for index in range(len(pictures))])
    came_back = through_decoder(work, min(len(pictures), 24 if settings.quick else 600))
    torch.manual_seed(settings.seed + 6)
    net = Reader().to(work.device)
    optimizer = torch.optim.AdamW(net.parameters(), RATE, weight_decay=1e-2, fused=True)

    def restore(saved):
        net.load_state_dict(saved["net"])
        optimizer.load_state_dict(saved["optimizer"])

    def step(index: int, progress: float) -> float:
        random_ = chance(settings.seed, index, stream=6)
        for group in optimizer.param_groups:
            group["lr"] = RATE * fall(progress, index)
        which = torch.randint(len(pictures), (BATCH,), generator=random_)
        # A quarter through the decoder, which is how generated pictures look.
        through = BATCH // 4
        which[:through] %= len(came_back)
        x = torch.from_numpy(pictures[which.numpy()]).permute(0, 3, 1, 2).float().to(work.device) / 255
        x = F.interpolate(x, size=(EDGE, EDGE), mode="area")
        x[:through] = came_back[which[:through]].to(work.device) / 255
        x = (x + 0.02 * torch.randn(x.shape, generator=random_).to(work.device)) * (0.95 + 0.1 * torch.rand(BATCH, 1, 1, 1, generator=random_).to(work.device))
        with work.autocast():
            told = [answer.float() for answer in net(x)]
        loss = sum(F.cross_entropy(answer, wanted[which, q].to(work.device)) for q, answer in enumerate(told)) / len(told)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        return float(loss.detach())

    Trainer(work, "reader", settings.judge_steps, lambda: {"net": net.state_dict(), "optimizer": optimizer.state_dict()}, restore, 0.4).run(step, BATCH)
    save(path, net.state_dict())
    return net.eval()


@torch.no_grad()
def through_decoder(work: Work, count: int) -> torch.Tensor:
    """The first so many drawings as the decoder gives them back, at the reader's size, bytes [n, 3, EDGE, EDGE]."""
    latents, (_, decoder) = encode.latents(work, 32, count=count), autoencoder.trained(work)
    found = []
    for start in range(0, count, 8):
        batch = torch.from_numpy(latents[start:min(count, start + 8)].astype(np.float32)).to(work.device)
        with work.autocast():
            painted = decoder(nets.clamp(batch)).float().clamp(0, 1)
        found.append((F.interpolate(painted, size=(EDGE, EDGE), mode="area") * 255).round().byte().cpu())
    return torch.cat(found)


@torch.no_grad()
def read(net: Reader, pictures: torch.Tensor) -> list[dict[str, str]]:
    found = []
    for start in range(0, len(pictures), 50):
        told = [answer.argmax(1).tolist() for answer in net(pictures[start:start + 50])]
        found += [{question: QUESTIONS[question][answer[i]] for question, answer in zip(QUESTIONS, told)} for i in range(len(told[0]))]
    return found


def said(scene: words.Scene) -> list[str]:
    """The questions a full caption of the scene answers: what is there, not what is absent."""
    told = answers(scene)
    silent = {"", "no", "0"}
    return [question for question in QUESTIONS if told[question] not in silent and question != "light side"]


@torch.no_grad()
def paint(work: Work, model, prompts: list[str], steps: int, scale: float, method: str, edge: int, kept: Path) -> np.ndarray:
    """Pictures [n, h, w, 3] of the prompts. ``kept`` holds those of the first prompts that have been painted before, and
    gets the others, so that it can be stopped and asked for more."""
    _, decoder = autoencoder.trained(work)
    pictures = list(np.load(kept)) if kept.exists() else []
    batch = 5 if edge > 32 else 20
    for start in range(len(pictures), len(prompts), batch):
        with work.autocast():
            latents = sampler.sample(model, prompts[start:start + batch], work.settings.seed * 1000 + start, steps, scale, edge=edge, method=method)
            pictures += [_bytes(decoder(nets.clamp(latent[None].float())).float().clamp(0, 1))[0] for latent in latents]
        say(f"judge: {len(pictures)} of {len(prompts)} painted")
        if start // batch % 5 == 4 or len(pictures) >= len(prompts):
            write_whole(kept, lambda temporary: _keep(temporary, np.stack(pictures)))
    return np.stack(pictures[:len(prompts)])


def count(net: Reader, prompts, pictures) -> tuple[dict, list[int]]:
    """Shares of obeyed words, overall and per word (with how often each was asked for), how many words each picture missed,
    and apart from them how often the side that was asked for is the one."""
    per_word, missed, sides = {}, [], []
    for found, (prompt, scene) in zip(read(net, pictures), prompts):
        told, wrong = answers(scene), 0
        for question in said(scene):
            word = told[question] if question in ("terrain", "time", "sky", "light", "style") else \
                f"{told[question]} {question}" if question in ("trees", "houses", "boats") else question
            right = found[question] == told[question]
            wrong += not right
            good, total = per_word.get(word, (0, 0))
            per_word[word] = (good + right, total + 1)
        missed.append(wrong)
        if re.search(r"(sun|moon|moonlight) (on the |at the |)(left|right)|(太阳|阳光|月亮|明月)在[左右]|[左右][边侧]的?(太阳|阳光|月亮|明月)", prompt):
            sides.append(found["light side"] == told["light side"])
    good, total = (sum(values[i] for values in per_word.values()) for i in (0, 1))
    return {"overall": good / max(1, total), "words": {w: [round(g / t, 3), t] for w, (g, t) in sorted(per_word.items())},
            "light on the side asked for": [round(sum(sides) / max(1, len(sides)), 3), len(sides)]}, missed


def forget_others(work: Work) -> None:
    """Pictures that other weights painted are no longer judged by."""
    found = hashlib.sha256()
    for name, value in sorted(load(work.path("unet.pt")).items()):
        found.update(name.encode() + value.numpy().tobytes())
    few_steps = work.path(f"out/{shipped.FEW}")
    found.update(few_steps.read_bytes() if few_steps.exists() else b"")
    of = work.path("judged/of")
    if not of.exists() or of.read_text() != found.hexdigest():
        for kept in of.parent.glob("*.npy"):
            kept.unlink()
        of.write_text(found.hexdigest())


def run(work: Work) -> None:
    settings, device = work.settings, work.device
    forget_others(work)
    net = reader(work)
    trained = {file.stem: load(file) for file in sorted(work.path("train/x").parent.glob("*.pt"))}
    report = {"commit": export.about(work, "report")["easel.commit"], "command": ["./make-kit", *sys.argv[1:]], "settings": export.told(settings), "pictures_judged": settings.judge_prompts,
              "trained": {name: {"steps": saved["step"], "minutes": round(saved["took"] / 60, 1)} for name, saved in trained.items()}}
    del trained
    few_steps = work.path(f"out/{shipped.FEW}")
    if few_steps.exists():
        report["weights"] = shipped.told(work)
    held = data.pictures(work, "held")
    right = total = 0
    per_question = {question: [0, 0] for question in QUESTIONS}
    for start in range(0, len(held), 50):
        x = torch.from_numpy(held[start:start + 50].copy()).permute(0, 3, 1, 2).float().to(device) / 255
        for offset, found in enumerate(read(net, x)):
            told = answers(data.scene(settings, start + offset, "held"))
            for question in QUESTIONS:
                per_question[question][0] += found[question] == told[question]
                per_question[question][1] += 1
                right, total = right + (found[question] == told[question]), total + 1
    report["classifier_on_held_out_drawings"] = {"overall": right / total, **{q: round(g / t, 4) for q, (g, t) in per_question.items()}}
    say(f"judge: the classifier reads held-out drawings right {right / total:.2%}")
    model = unet.trained(work)
    steps = 4 if settings.quick else 20
    runs = [(f"{language} {steps} steps CFG 5", language, steps, 5.0, "euler", False, 32) for language in ("en", "zh")]
    if few_steps.exists():
        runs.append(("en few steps", "en", 4, 1.0, "lcm", True, 32))
    # Other sizes with a tenth of the prompts: what they show is how far one can stray from the usual one.
    runs += [(f"en {steps} steps CFG 5 at {edge * 8} pixels", "en", steps, 5.0, "euler", False, edge) for edge in (16, 64)]
    for name, language, steps, scale, method, few, edge in runs:
        painter = model
        if few:
            from . import distil
            painter = unet.trained(work)
            added = lora.attach(painter["unet"], distil.RANK, convolutions=True)
            lora.read(added, safetensors.load_file(few_steps))
            painter.to(device)
        prompts = asked(settings, settings.judge_prompts if edge == 32 else max(4, settings.judge_prompts // 10), language)
        painted = paint(work, painter, [prompt for prompt, _ in prompts], steps, scale, method, edge, work.path(f"judged/{name}.npy"))
        pictures = torch.from_numpy(painted).permute(0, 3, 1, 2).float().to(device) / 255
        report[name], missed = count(net, prompts, pictures)
        say(f"judge: {name}: {report[name]['overall']:.2%} of words obeyed")
        worst = sorted(range(len(prompts)), key=lambda i: -missed[i])[:40]
        engine.sheet(_bytes(pictures[worst]), 8, work.path(f"sheets/worst {name}.png"))
        engine.sheet(_bytes(pictures[:40]), 8, work.path(f"sheets/first {name}.png"))
        if name == runs[0][0]:
            report["nearest_drawings"] = nearest(work, pictures)
    text = json.dumps(report, indent=1, ensure_ascii=False)
    write_whole(work.path("out/report.json"), lambda temporary: temporary.write_text(text))


def nearest(work: Work, pictures: torch.Tensor) -> dict[str, float]:
    """Distance of generated pictures to their nearest drawing, against that of held-out drawings; beside it a sheet of the
    eight nearest pairs. Copies would lie much nearer than drawings lie to each other."""
    small = lambda x: F.avg_pool2d(x, 8).flatten(1)  # noqa: E731
    drawn = data.pictures(work)
    known = torch.cat([small(torch.from_numpy(drawn[s:s + 500].copy()).permute(0, 3, 1, 2).float() / 255) for s in range(0, len(drawn), 500)])
    held = data.pictures(work, "held")[:400]
    others = small(torch.from_numpy(held.copy()).permute(0, 3, 1, 2).float() / 255)
    scale = known.shape[1] ** 0.5
    painted, index = (torch.cdist(small(pictures.cpu()), known) / scale).min(1)
    fresh = (torch.cdist(others, known) / scale).min(1).values
    first = painted.argsort()[:8]
    pairs = np.concatenate([_bytes(pictures[first]), np.stack([drawn[i] for i in index[first].tolist()])])
    engine.sheet(pairs, len(first), work.path("sheets/nearest.png"))
    return {"generated_median": round(float(painted.median()), 4), "generated_least": round(float(painted.min()), 4),
            "held_out_drawings_median": round(float(fresh.median()), 4), "held_out_drawings_least": round(float(fresh.min()), 4)}


def _keep(path, pictures: np.ndarray) -> None:
    with open(path, "wb") as file:
        np.save(file, pictures)


def _bytes(pictures: torch.Tensor) -> np.ndarray:
    return (pictures.cpu() * 255).round().byte().permute(0, 2, 3, 1).numpy()
