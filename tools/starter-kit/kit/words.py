"""What a scene can hold, the words for it in English and Chinese, and captions made of them.

A caption says only what the picture shows, never everything: words are dropped at random, so that what a prompt leaves
open stays open. Nothing here draws; :mod:`kit.scenes` does.
"""
from __future__ import annotations

import hashlib
from dataclasses import asdict, dataclass, field

TERRAINS = ("mountains", "hills", "desert", "sea", "lake", "forest", "city")
TIMES = ("dawn", "day", "sunset", "night")
SKIES = ("pink", "purple", "orange", "red", "teal", "green", "golden")
WEATHERS = ("clouds", "rain", "snow", "fog")
#: Styles that only the style LoRAs are trained on; the base never sees them.
EXTRA_STYLES = ("papercut", "neon")
SIDES = ("left", "right")
DISTANCES = ("near", "far")


@dataclass
class Thing:
    """Some of a kind: trees, a house, boats. ``side`` and ``distance`` are empty where they are nothing special."""

    count: int
    side: str = ""
    distance: str = ""


@dataclass
class Scene:
    """All a picture shows, and so all a caption may say and the judge may read."""

    terrain: str
    time: str
    sky: str = ""
    light: str = ""  # sun, moon or none
    light_side: str = ""
    stars: bool = False
    weather: tuple[str, ...] = ()
    snowy: bool = False  # snow lies, whether or not it falls
    birds: bool = False
    river: bool = False
    lights: bool = False  # city lights
    things: dict[str, Thing] = field(default_factory=dict)  # tree, house, boat
    style: str = "painting"

    def to_json(self) -> dict:
        return asdict(self)

    @staticmethod
    def from_json(data: dict) -> "Scene":
        things = {kind: Thing(**thing) for kind, thing in data["things"].items()}
        return Scene(**{**data, "weather": tuple(data["weather"]), "things": things})


def held_out(terrain: str, time: str, sky: str) -> bool:
    """Whether this combination is kept from training, so that judging can ask for what was never seen together."""
    return bool(sky) and hashlib.sha256(f"{terrain} {time} {sky}".encode()).digest()[0] < 26  # about one in ten


def sample(random, style: str | None = None, unseen: bool = False) -> Scene:
    """A scene drawn by chance. With ``unseen`` only held-out combinations, without it never one."""
    while True:
        terrain, time = random.choice((*TERRAINS, "mountains")), random.choice(TIMES)  # the hardest to learn comes twice as often
        sky = random.choice(SKIES) if unseen or random.random() < 0.5 else ""
        if held_out(terrain, time, sky) == unseen:
            break
    scene = Scene(terrain, time, sky)
    random.random()  # once drew a style; without it every other scene would be another
    scene.style = style or "painting"
    weather = []
    chance = random.random()
    if chance < 0.10:
        weather.append("rain")
    elif chance < 0.20:
        weather.append("snow")
    elif chance < 0.30:
        weather.append("fog")
    if random.random() < 0.38:
        weather.append("clouds")
    scene.weather = tuple(weather)
    can_be_white = terrain in ("mountains", "hills", "forest", "lake", "city")
    scene.snowy = can_be_white and ("snow" in weather or ("rain" not in weather and random.random() < 0.18))
    if "snow" in weather and not can_be_white:
        scene.snowy = False
    if "rain" not in weather and random.random() < 0.68:
        scene.light = "moon" if time == "night" else "sun"
        if random.random() < 0.6:
            scene.light_side = random.choice(SIDES)
    scene.stars = time == "night" and not weather and random.random() < 0.7
    scene.birds = time != "night" and random.random() < 0.18
    scene.river = terrain in ("mountains", "hills", "forest", "desert") and random.random() < 0.22
    scene.lights = time == "night" and (terrain == "city" or terrain in ("sea", "lake", "hills", "mountains") and random.random() < 0.25)
    if terrain in ("sea", "lake") and random.random() < 0.6:
        scene.things["boat"] = _thing(random, (0.6, 0.4))
    if random.random() < (0.10 if terrain in ("forest", "city", "sea") else 0.38):
        scene.things["tree"] = _thing(random, (0.5, 0.25, 0.25))
    if random.random() < (0.12 if terrain in ("city", "sea") else 0.3):
        scene.things["house"] = _thing(random, (0.7, 0.3))
    return scene


def _thing(random, chances) -> Thing:
    value, count = random.random(), 1
    for chance in chances[:-1]:
        if value < chance:
            break
        value -= chance
        count += 1
    thing = Thing(count)
    if count == 1:
        if random.random() < 0.6:
            thing.side = random.choice(SIDES)
        if random.random() < 0.4:
            thing.distance = random.choice(DISTANCES)
    return thing


# ---- English ----

_EN_TERRAIN = {
    "mountains": ("mountains", "mountains", "mountain peaks", "a mountain range"),
    "hills": ("hills", "hills", "rolling hills", "green hills"),
    "desert": ("desert", "desert", "a desert", "sand dunes"),
    "sea": ("sea", "the sea", "the ocean", "ocean"),
    "lake": ("lake", "a lake", "a calm lake"),
    "forest": ("forest", "a forest", "pine forest", "woods"),
    "city": ("city", "a city", "a city skyline", "skyline"),
}
_EN_TIME = {
    "dawn": ("at dawn", "at dawn", "at sunrise", "in the early morning"),
    "day": ("at day", "by day", "at noon", "in daylight"),
    "sunset": ("at sunset", "at sunset", "at dusk", "in the evening"),
    "night": ("at night", "at night", "by night", "at midnight"),
}
_EN_SKY = {"golden": ("golden", "yellow", "gold"), "teal": ("teal", "turquoise"), "purple": ("purple", "violet")}
_EN_COUNT = {1: ("a", "one", "a", "a single"), 2: ("two", "two", "2", "a pair of"), 3: ("three", "three", "3")}
_EN_PLURAL = {"tree": "trees", "house": "houses", "boat": "boats"}
_EN_SYNONYM = {"house": ("house", "house", "cottage"), "boat": ("boat", "boat", "sailboat"), "tree": ("tree",)}
_EN_WEATHER = {
    "clouds": ("clouds", "clouds", "cloudy", "cloudy sky"),
    "rain": ("rain", "rain", "rainy", "raining"),
    "snow": ("snow", "snowing", "falling snow", "snowfall"),
    "fog": ("fog", "fog", "foggy", "mist"),
}
_EN_STYLE = {
    "painting": ("painting", "a painting", "oil painting"),
    "papercut": ("papercut", "paper cut"),
    "neon": ("neon", "neon lights"),
}


def _english(scene: Scene, random, keep: float, bare: bool) -> str:
    pick = random.choice
    said = lambda: random.random() < keep  # noqa: E731
    terrain = pick(_EN_TERRAIN[scene.terrain])
    if scene.snowy and said():
        plain = terrain.removeprefix("a ").removeprefix("the ").removeprefix("green ")
        terrain = pick(("snowy ", "snowy ", "snow-covered ")) + plain
    head = terrain
    if said():
        head += " " + pick(_EN_TIME[scene.time])
    phrases = []
    if scene.sky and said():
        colour = pick(_EN_SKY.get(scene.sky, (scene.sky,)))
        phrases.append(pick((f"{colour} sky", f"{colour} sky", f"{colour} sky", f"a {colour} sky", f"the sky is {colour}", f"under a {colour} sky")))
    if scene.light and said():
        name = pick((scene.light, f"the {scene.light}", f"a bright {scene.light}") if scene.light == "sun"
                    else (scene.light, "the moon", "a full moon", "moonlight"))
        phrases.append(name + _en_side(scene.light_side, random))
    for weather in scene.weather:
        if said():
            phrases.append(pick(_EN_WEATHER[weather]))
    if scene.stars and said():
        phrases.append(pick(("stars", "stars", "starry sky", "many stars")))
    if scene.birds and said():
        phrases.append(pick(("birds", "birds", "flying birds", "a flock of birds")))
    if scene.river and said():
        phrases.append(pick(("river", "a river", "a winding river")))
    if scene.lights and said():
        phrases.append(pick(("city lights", "city lights", "lights")))
    for kind, thing in scene.things.items():
        if said():
            noun = pick(_EN_SYNONYM[kind])
            noun = noun if thing.count == 1 else noun + "s"
            near = thing.distance and random.random() < 0.9
            words = noun
            if near and random.random() < 0.5:
                words = {"near": "near ", "far": pick(("distant ", "far "))}[thing.distance] + words
                near = False
            words = pick(_EN_COUNT[thing.count]) + " " + words
            if near:
                words += {"near": " near", "far": pick((" far away", " in the distance", " far"))}[thing.distance]
            phrases.append(words + _en_side(thing.side, random))
    random.shuffle(phrases)
    style = pick(_EN_STYLE[scene.style]) if random.random() < (0.15 if scene.style == "painting" else max(0.92, keep)) else ""
    form = random.random()
    if form < 0.62:
        parts = [head] + phrases if not (bare and phrases) else phrases
        if random.random() < 0.25:
            random.shuffle(parts)
        if style:
            parts.insert(0 if random.random() < 0.4 else len(parts), style)
        return (", " if random.random() < 0.9 else " ").join(parts)
    text = (style + " of " if style else "") + head
    for index, phrase in enumerate(phrases):
        text += (" with " if index == 0 else " and ") + phrase
    return text


def _en_side(side: str, random) -> str:
    """A side is always said: where it is open, the mean of all sides is a ghost at each, and guidance makes things of all."""
    if not side:
        return ""
    return " " + random.choice((f"on the {side}", f"on the {side}", f"at the {side}", f"{side}"))


# ---- Chinese ----

_ZH_TERRAIN = {
    "mountains": ("山", "群山", "山脉", "高山"), "hills": ("丘陵", "丘陵", "山丘", "小山"), "desert": ("沙漠", "沙漠", "沙丘"),
    "sea": ("海", "大海", "海面", "海洋"), "lake": ("湖", "湖", "湖泊", "湖水"), "forest": ("森林", "森林", "树林", "松林"),
    "city": ("城市", "城市", "都市"),
}
_ZH_SNOWY = {"mountains": ("雪山", "雪山", "积雪的山"), "hills": ("积雪的丘陵", "雪丘"), "forest": ("积雪的森林", "雪林"),
             "city": ("积雪的城市", "雪城"), "lake": ("雪湖", "积雪的湖")}
_ZH_TIME = {"dawn": ("黎明", "黎明", "日出", "清晨"), "day": ("白天", "白天", "中午", "正午"), "sunset": ("日落", "日落", "傍晚", "黄昏"),
            "night": ("夜晚", "夜晚", "晚上", "深夜")}
_ZH_SKY = {"pink": ("粉色", "粉红色"), "purple": ("紫色", "紫色"), "orange": ("橙色", "橘色"), "red": ("红色", "红色"),
           "teal": ("青色", "蓝绿色"), "green": ("绿色", "绿色"), "golden": ("金色", "金黄色")}
_ZH_COUNT = {1: "一", 2: "两", 3: "三"}
_ZH_THING = {"tree": ("棵", ("树", "树", "大树")), "house": ("座", ("房子", "房子", "小屋")), "boat": ("条", ("船", "小船", "帆船"))}
_ZH_WEATHER = {"clouds": ("云", "云", "多云", "云朵"), "rain": ("雨", "下雨", "雨天"), "snow": ("下雪", "雪", "飘雪"), "fog": ("雾", "雾", "大雾", "薄雾")}
_ZH_STYLE = {"painting": ("绘画", "油画"), "papercut": ("剪纸",), "neon": ("霓虹",)}
_ZH_SIDE = {"left": "左", "right": "右"}


def _chinese(scene: Scene, random, keep: float, bare: bool) -> str:
    pick = random.choice
    said = lambda: random.random() < keep  # noqa: E731
    terrain = pick(_ZH_SNOWY[scene.terrain] if scene.snowy and said() else _ZH_TERRAIN[scene.terrain])
    head = terrain
    if said():
        time = pick(_ZH_TIME[scene.time])
        head = pick((f"{time}的{terrain}", f"{time}的{terrain}", f"{time}时的{terrain}", f"{terrain}，{time}", f"{time}{terrain}"))
    phrases = []
    if scene.sky and said():
        colour = pick(_ZH_SKY[scene.sky])
        phrases.append(pick((f"{colour}天空", f"{colour}天空", f"{colour}的天空", f"天空是{colour}的")))
    if scene.light and said():
        phrases.append(_zh_side(pick(("太阳", "太阳", "阳光") if scene.light == "sun" else ("月亮", "月亮", "明月")), scene.light_side, random))
    for weather in scene.weather:
        if said():
            phrases.append(pick(_ZH_WEATHER[weather]))
    if scene.stars and said():
        phrases.append(pick(("星星", "星星", "星空", "繁星")))
    if scene.birds and said():
        phrases.append(pick(("鸟", "飞鸟", "一群鸟")))
    if scene.river and said():
        phrases.append(pick(("河", "河流", "一条河", "小河")))
    if scene.lights and said():
        phrases.append(pick(("灯火", "城市灯光", "万家灯火")))
    for kind, thing in scene.things.items():
        if said():
            measure, nouns = _ZH_THING[kind]
            words = _ZH_COUNT[thing.count] + measure + pick(nouns)
            if thing.distance and random.random() < 0.9:
                words = {"near": pick(("近处的", "近处")), "far": pick(("远处的", "远处"))}[thing.distance] + words
            elif thing.count == 1 and random.random() < 0.2:
                words = pick(nouns)
            phrases.append(_zh_side(words, thing.side, random))
    random.shuffle(phrases)
    style = pick(_ZH_STYLE[scene.style]) if random.random() < (0.15 if scene.style == "painting" else max(0.92, keep)) else ""
    form = random.random()
    if form < 0.7:
        parts = [head] + phrases if not (bare and phrases) else phrases
        if random.random() < 0.25:
            random.shuffle(parts)
        if style:
            parts.insert(0 if random.random() < 0.4 else len(parts), style)
        return pick(("，", "，", "，", "、", ", ", " ")).join(parts)
    text = head + ("，有" + "和".join(phrases) if phrases else "")
    return style + "，" + text if style else text


def _zh_side(words: str, side: str, random) -> str:
    if not side:
        return words
    where = _ZH_SIDE[side] + random.choice(("边", "边", "侧"))
    return random.choice((f"{words}在{where}", f"{where}的{words}", f"{where}{words}"))


def caption(scene: Scene, random, language: str, keep: float = 0.82, bare: bool = False) -> str:
    """One caption. ``keep`` is the chance of each word to be said; with 1 everything special is said. A bare caption
    leaves the terrain out where it has anything else to say: prompts, negative ones above all, may be a single word."""
    return (_english if language == "en" else _chinese)(scene, random, keep, bare)


def training_caption(scene: Scene, random, language: str) -> str:
    """A caption as training wants them: some say all, some little."""
    keep = random.choice((1.0, 0.9, 0.9, 0.75, 0.75, 0.45))
    return caption(scene, random, language, keep, bare=keep < 0.8 and random.random() < 0.3)
