"""What can be asked of a picture, and what a scene answers."""
from __future__ import annotations

import random

from . import words

#: question -> its answers
QUESTIONS = {
    "terrain": words.TERRAINS, "time": words.TIMES, "sky": ("", *words.SKIES), "light": ("", "sun", "moon"),
    "light side": ("", "left", "right"), **{name: ("no", "yes") for name in ("stars", "clouds", "rain", "snow", "fog", "snowy", "birds", "river", "lights")},
    "trees": ("0", "1", "2", "3"), "houses": ("0", "1", "2"), "boats": ("0", "1", "2"),
}


def answers(scene: words.Scene) -> dict[str, str]:
    """What a scene answers to each question."""
    yes = lambda value: "yes" if value else "no"  # noqa: E731
    count = lambda kind: str(scene.things[kind].count) if kind in scene.things else "0"  # noqa: E731
    return {"terrain": scene.terrain, "time": scene.time, "sky": scene.sky, "light": scene.light,
            "light side": scene.light_side, "stars": yes(scene.stars), **{w: yes(w in scene.weather) for w in words.WEATHERS},
            "snowy": yes(scene.snowy), "birds": yes(scene.birds), "river": yes(scene.river), "lights": yes(scene.lights),
            "trees": count("tree"), "houses": count("house"), "boats": count("boat")}


def labels(scene: words.Scene) -> list[int]:
    said = answers(scene)
    return [QUESTIONS[question].index(said[question]) for question in QUESTIONS]


def asked(settings, count: int, language: str) -> list[tuple[str, words.Scene]]:
    """Prompts for judging: held-out combinations, everything said."""
    chance_ = random.Random(f"{settings.seed} judge {language}")
    found = []
    for _ in range(count):
        scene = words.sample(chance_, unseen=True)
        found.append((words.caption(scene, chance_, language, keep=1.0), scene))
    return found
