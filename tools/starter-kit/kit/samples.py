"""Step ``samples``: sheets painted by the engine itself with the exported files, and a check that engine and kit agree."""
from __future__ import annotations

import numpy as np
import torch
from PIL import Image

from . import autoencoder, engine, nets, sampler, tokens, unet, words
from .work import Work, say

PROMPTS = (
    "mountains at sunset, purple sky, sun, clouds", "日落时的雪山，紫色天空", "sea at dawn, pink sky, two boats", "夜晚的城市，月亮，灯火",
    "a lake at day, a house on the left, a tree", "forest at night, stars, moon on the right", "golden sky, desert at sunset, one tree on the left",
    "hills at day, clouds, a river, three trees", "下雪的森林，黎明", "rain over the sea at dusk, a boat", "hills at dawn, fog",
    "a city at night, city lights, teal sky",
)


def run(work: Work) -> None:
    checkpoint, decoder = work.path("out/starter.safetensors"), work.path("out/taesd.safetensors")
    quick = work.settings.quick
    prompts = PROMPTS[:3] if quick else PROMPTS
    agree(work, checkpoint, decoder)
    pictures, seconds, _ = engine.paint(work, [engine.Job(p, steps=3 if quick else 20) for p in prompts], checkpoint, decoder)
    engine.sheet(pictures, 4, work.path("sheets/engine.png"))
    say(f"samples: 20 steps, CFG 5, {np.median(seconds):.1f} s a picture")
    few = work.path("out/few-steps.safetensors")
    if few.exists():
        pictures, seconds, _ = engine.paint(work, [engine.Job(p, steps=4, scale=1, method="lcm", lora=(few, 1.0)) for p in prompts], checkpoint, decoder)
        engine.sheet(pictures, 4, work.path("sheets/few-steps.png"))
        say(f"samples: 4 steps, CFG 1, {np.median(seconds):.1f} s a picture")
    sheets(work, checkpoint, decoder, 3 if quick else 20)
    for style in words.EXTRA_STYLES:
        file = work.path(f"out/{style}.safetensors")
        if file.exists():
            jobs = [engine.Job(prompts[i], steps=3 if quick else 20, lora=(file, strength)) for i in range(2) for strength in (0.0, 0.5, 1.0, 1.5)]
            pictures, _, told = engine.paint(work, jobs, checkpoint, decoder, log=True)
            if "Only (" in told:
                raise SystemExit(f"The engine did not use all of {file.name}: " + next(line for line in told.splitlines() if "Only (" in line))
            engine.sheet(pictures, 4, work.path(f"sheets/style-{style}.png"))


def sheets(work: Work, checkpoint, decoder, steps: int) -> None:
    """What else one does with weights: other strengths of guidance and numbers of steps, a word taken away or made stronger,
    another picture painted over, another size."""
    job = lambda prompt=PROMPTS[0], **more: engine.Job(prompt, **{"steps": steps, **more})  # noqa: E731
    paint = lambda jobs: engine.paint(work, jobs, checkpoint, decoder)[0]  # noqa: E731
    quick = steps < 8
    guided = paint([job(scale=scale) for scale in (2.0, 4.0, 6.0, 8.0)] + [job(steps=count) for count in ((3,) * 4 if quick else (8, 12, 20, 40))])
    engine.sheet(guided, 4, work.path("sheets/guidance-and-steps.png"))
    engine.sheet(paint([job("sea at day, sun, two boats"), job("sea at day, sun, two boats", negative="boats"),
                        job("forest at night, (moon:0.6), stars"), job("forest at night, (moon:1.4), stars")]), 4, work.path("sheets/words.png"))
    start = work.path("sheets/start.ppm")
    Image.fromarray(paint([job("hills at day, a river")])[0]).save(start)
    engine.sheet(np.concatenate([np.asarray(Image.open(start))[None], paint([job("hills at sunset, red sky, a river", start=start, strength=strength)
                                                                           for strength in (0.3, 0.5, 0.75)])]), 4, work.path("sheets/over-a-picture.png"))
    start.unlink()
    few = work.path("out/few-steps.safetensors")
    for width, height in ((128, 128), (384, 256), (256, 384), (512, 512), (768, 512)):
        shown = [job(prompt, width=width, height=height) for prompt in PROMPTS[:1 if quick else 3]]
        shown += [] if not few.exists() else [job(one.prompt, width=width, height=height, steps=4, scale=1, method="lcm", lora=(few, 1.0)) for one in shown]
        engine.sheet(paint(shown), 3, work.path(f"sheets/of-{width}x{height}.png"))


def agree(work: Work, checkpoint, decoder_file) -> float:
    """Paints one picture with the engine and with the kit's own sampler, from the same noise: names, shapes and meaning of
    every tensor are right if, and only if, the two are the same picture."""
    model, (_, decoder) = unet.trained(work), autoencoder.trained(work)
    worst = 0.0
    for job in (engine.Job("mountains at sunset, purple sky", seed=7, steps=2, scale=4.0), engine.Job("夜晚的雪山，紫色天空", seed=8, steps=2, scale=1.0)):
        pictures, _, _ = engine.paint(work, [job], checkpoint, decoder_file)
        context, empty = (model["text"](torch.tensor([tokens.encode(text)], device=work.device)) for text in (job.prompt, ""))
        at = sampler.times(job.steps)
        strength = sampler.sigmas(at)
        latents = engine.noise(job.seed, 4 * 32 * 32).view(1, 4, 32, 32).to(work.device) * strength[0]
        with torch.no_grad():
            for index in range(job.steps):
                sigma, after = float(strength[index]), float(strength[index + 1])
                clean = sampler.guess(model, latents, sigma, float(at[index]), context, empty, job.scale)
                latents = latents + (latents - clean) / sigma * (after - sigma)
            ours = (decoder(nets.clamp(latents)).clamp(0, 1)[0] * 255).permute(1, 2, 0).cpu().numpy()
        worst = max(worst, float(np.abs(ours - pictures[0]).mean()))
    say(f"samples: engine and kit differ by {worst:.2f} of 255 on average")
    if worst > 4:
        raise SystemExit("The engine does not paint what the kit's own sampler paints: the export is wrong.")
    return worst
