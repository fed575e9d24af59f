"""Step ``reading``: the text encoder learns what captions say, before anything is painted.

From the mean of a caption's tokens one linear layer must tell everything that the scene shows. Captions are free, so it
reads ten times as many as there are drawings, in minutes; learning to paint is then a matter of pictures alone. The UNet
begins with attention that sees just this mean, see :class:`kit.nets.Transformer`.
"""
from __future__ import annotations

import random
from pathlib import Path

import torch
from torch.nn import functional as F

from . import data, nets, questions, start, tokens, words
from .work import Trainer, Work, chance, fall, load, save, say

BATCH, RATE = 64, 1.5e-3
#: What scenes answer beside the judge's questions: where things stand.
PLACES = {f"{kind} {what}": ("", *choices) for kind in ("tree", "house", "boat") for what, choices in (("side", words.SIDES), ("distance", words.DISTANCES))}
QUESTIONS = questions.QUESTIONS | PLACES


def labels(scene: words.Scene) -> list[int]:
    told = questions.answers(scene)
    for kind in ("tree", "house", "boat"):
        thing = scene.things.get(kind)
        told[f"{kind} side"], told[f"{kind} distance"] = (thing.side, thing.distance) if thing else ("", "")
    return [QUESTIONS[question].index(told[question]) for question in QUESTIONS]


def read(settings, count: int, part: str) -> tuple[torch.Tensor, torch.Tensor]:
    """So many captions [n, 77], every other one Chinese, and what their scenes answer [n, questions]."""
    rows, answers = torch.empty(count, tokens.LENGTH, dtype=torch.int32), torch.empty(count, len(QUESTIONS), dtype=torch.long)
    for index in range(count):
        random_ = random.Random(f"{settings.seed} {part} {index}")
        scene = words.sample(random_)
        rows[index] = torch.tensor(tokens.encode(words.training_caption(scene, random_, "en" if index % 2 else "zh")))
        answers[index] = torch.tensor(labels(scene))
    return rows, answers


def answered(text: nets.Text, head: torch.nn.Linear, rows: torch.Tensor) -> list[torch.Tensor]:
    """What is told of each question, of captions cut to the longest: what comes after is padding that no word hears of."""
    longest = int((rows != tokens.END).sum(1).max()) + 1
    rows = rows[:, :longest].long()
    known = F.pad(text.known[:, text.FLAG], (0, 1))[text.row[rows]] > 0
    seen = (text(rows) * known[..., None]).sum(1) / known.sum(1, keepdim=True).clamp(min=1)
    return list(head(seen).float().split([len(choices) for choices in QUESTIONS.values()], 1))


def run(work: Work) -> None:
    settings, device = work.settings, work.device
    if settings.started_from and (known := start.text(Path(settings.started_from))) is not None:
        save(work.path("text.pt"), known.state_dict())
        return
    rows, wanted = (part.to(device) for part in read(settings, settings.captions_read, "reading"))
    alike = (rows != tokens.END).sum(1).argsort()  # by length: a batch takes as long as its longest caption
    used = sorted(set(rows.unique().tolist()) | set(data.captions(work).unique().tolist()))
    torch.manual_seed(settings.seed + 8)
    text, head = nets.Text(used).to(device), torch.nn.Linear(nets.CONTEXT, sum(map(len, QUESTIONS.values()))).to(device)
    say(f"reading: {len(rows)} captions, {len(used)} tokens")
    parameters = [*text.parameters(), *head.parameters()]
    optimizer = torch.optim.AdamW(parameters, RATE, weight_decay=1e-3, betas=(0.9, 0.99), fused=True)

    def state():
        return {"text": text.state_dict(), "head": head.state_dict(), "optimizer": optimizer.state_dict()}

    def restore(saved):
        text.load_state_dict(saved["text"])
        head.load_state_dict(saved["head"])
        optimizer.load_state_dict(saved["optimizer"])

    def step(index: int, progress: float) -> float:
        random_ = chance(settings.seed, index, stream=8)
        for group in optimizer.param_groups:
            group["lr"] = RATE * fall(progress, index)
        first = int(torch.randint(max(1, len(rows) - BATCH), (), generator=random_))
        which = alike[first:first + BATCH]
        with work.autocast():
            told = answered(text, head, rows[which])
        loss = sum(F.cross_entropy(answer, wanted[which, q]) for q, answer in enumerate(told)) / len(told)
        optimizer.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(parameters, 1.0)
        optimizer.step()
        return float(loss.detach())

    Trainer(work, "reading", settings.reading_steps, state, restore).run(step, BATCH)
    save(work.path("text.pt"), text.state_dict())
    tell(settings, text, head)


@torch.no_grad()
def tell(settings, text, head) -> None:
    """How much of full captions of scenes never trained together is understood, by language."""
    for language in ("en", "zh"):
        asked = questions.asked(settings, 24 if settings.quick else 400, language)
        rows = torch.tensor([tokens.encode(prompt) for prompt, _ in asked])
        right = torch.stack([answer.argmax(1) for answer in answered(text, head, rows)], 1) == torch.tensor([labels(scene) for _, scene in asked])
        worst = sorted(zip(right.float().mean(0).tolist(), QUESTIONS))[:4]
        say(f"reading: {language} {right.float().mean():.2%} understood, least " + ", ".join(f"{question} {share:.1%}" for share, question in worst))


def trained(work: Work) -> nets.Text:
    saved = load(work.path("text.pt"))
    text = nets.Text(saved["used"].tolist())
    text.load_state_dict(saved)
    return text.eval().requires_grad_(False).to(work.device)
