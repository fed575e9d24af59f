"""Draws a :class:`kit.words.Scene` as a 256x256 picture: soft light, haze by distance, reflections on water.

Shapes are clear and surfaces calm: what a small model must learn is where things are and how light falls, and grain that
no word asks for is the first thing that it paints as mush. For the same reason shapes are few: of each kind of land, of
clouds, stars, rain there are some that are drawn again and again, and things stand in places of their own. Times, skies,
weather, light and what stands there make the pictures different.

Everything is painted from back to front onto one float canvas (0..1, gamma as seen). Shapes are masks: heights along x,
distance fields, or polygons drawn at twice the size. The same scene and seed always give the same picture.
"""
from __future__ import annotations

import math
import random as pyrandom
import zlib
from contextlib import contextmanager

import numpy as np
from PIL import Image, ImageDraw, ImageFilter

from .words import Scene


def sized(edge: int) -> None:
    """From here on this process draws pictures of ``edge`` x ``edge`` pixels; it begins with 256."""
    global SIZE, MARKS, FINE, _AXIS, X, Y
    SIZE, MARKS = edge, edge // 8  # of a picture, and of its marks, see :func:`draw`
    FINE = edge // 256  # pixels that one of 256 is
    _AXIS = (np.arange(edge, dtype=np.float32) + 0.5) / edge
    X, Y = np.meshgrid(_AXIS, _AXIS)


sized(256)


def rgb(*values) -> np.ndarray:
    return np.array(values, np.float32) / 255


#: zenith, middle and horizon of a clear sky; colour of direct light; colour of shadow; how bright the land is
LIGHTS = {
    "dawn": (rgb(96, 122, 188), rgb(206, 170, 190), rgb(255, 214, 176), rgb(255, 214, 180), rgb(96, 92, 138), 0.84),
    "day": (rgb(52, 124, 216), rgb(122, 184, 238), rgb(214, 236, 248), rgb(255, 246, 222), rgb(92, 122, 172), 1.0),
    "sunset": (rgb(66, 58, 128), rgb(214, 104, 112), rgb(255, 182, 92), rgb(255, 186, 112), rgb(76, 54, 104), 0.70),
    "night": (rgb(7, 11, 36), rgb(18, 30, 74), rgb(44, 64, 114), rgb(158, 178, 226), rgb(20, 28, 62), 0.46),
}
SKY_COLOURS = {
    "pink": rgb(244, 138, 182), "purple": rgb(128, 66, 172), "orange": rgb(248, 142, 48), "red": rgb(214, 52, 48),
    "teal": rgb(32, 158, 160), "green": rgb(74, 178, 104), "golden": rgb(240, 196, 72),
}


def mix(a, b, t):
    return a * (1 - t) + b * t


def smooth(low, high, value):
    t = np.clip((value - low) / (high - low), 0, 1)
    return t * t * (3 - 2 * t)


def luminance(colour):
    return colour @ np.array([0.3, 0.59, 0.11], np.float32)


class Painter:
    """One picture in the making."""

    def __init__(self, scene: Scene, seed: int):
        self.scene = scene
        self.np = np.random.default_rng(seed)
        self.py = pyrandom.Random(seed)
        zenith, middle, horizon, light, shade, bright = LIGHTS[scene.time]
        jitter = lambda c: np.clip(c * self.np.uniform(0.93, 1.07, 3).astype(np.float32), 0, 1)  # noqa: E731
        if scene.sky:
            colour = SKY_COLOURS[scene.sky]
            depth = {"night": 0.5, "sunset": 0.86, "dawn": 0.96, "day": 0.98}[scene.time]
            zenith = mix(zenith, colour * depth, 0.86)
            middle = mix(middle, mix(colour, rgb(255, 255, 255), 0.14) * (0.62 if scene.time == "night" else 1), 0.74)
            horizon = mix(horizon, mix(colour, rgb(255, 255, 255), 0.3) * (0.72 if scene.time == "night" else 1), 0.5)
        if "rain" in scene.weather:
            grey = luminance(middle) * rgb(200, 214, 232)
            keep = 0.6 if scene.sky else 0.8
            zenith, middle, horizon = (mix(c, grey * f, keep * 0.62) for c, f in ((zenith, 0.72), (middle, 0.86), (horizon, 1.0)))
            light, bright = mix(light, grey, 0.5), bright * 0.86
        if "snow" in scene.weather:
            pale = rgb(206, 216, 232) * (0.42 if scene.time == "night" else 0.92)
            zenith, middle, horizon = (mix(c, pale, 0.34) for c in (zenith, middle, horizon))
        self.zenith, self.middle, self.horizon = jitter(zenith), jitter(middle), jitter(horizon)
        self.light, self.shade, self.bright = light, shade, bright
        self.flat = scene.style == "papercut"
        self.level = 0.55  # of the horizon
        self.banks: tuple[np.ndarray, np.ndarray] | None = None  # of the river: its middle and half width at each row
        self.lamp: tuple[float, float] | None = None  # sun or moon
        self.canvas = np.zeros((SIZE, SIZE, 3), np.float32)
        self.mark = np.zeros((SIZE, SIZE), np.float32)  # how much of a pixel is of a thing, see `marking`
        self.marked = 0.0
        with self.one_of("surface", 4):
            self.smooth_noise = self._noise_pool()

    # ---- tools ----

    @contextmanager
    def one_of(self, what, count):
        """What chance draws inside is one of so few courses, the same in every picture."""
        kept, course = (self.np, self.py), zlib.crc32(f"{what} {self.np.integers(count)}".encode())
        self.np, self.py = np.random.default_rng(course), pyrandom.Random(course)
        yield
        self.np, self.py = kept

    def _noise_pool(self):
        """Calm noise of this picture in three grains, each about -1..1."""
        pool = []
        for first in (3, 6, 14):
            total, weight = np.zeros((SIZE, SIZE), np.float32), 0.0
            cells, strength = first, 1.0
            while cells <= 2 * first:
                total += strength * self._tile(cells)
                weight += strength * strength
                cells, strength = cells * 2, strength * 0.55
            pool.append(total / math.sqrt(weight))
        return pool

    def _tile(self, cells):
        """Smooth noise that repeats at the picture's edges: rolled and wrapped it shows no seam."""
        grid = self.np.standard_normal((cells, cells)).astype(np.float32)
        grid = np.pad(grid, 2, mode="wrap")
        return np.asarray(Image.fromarray(grid).resize((SIZE, SIZE), Image.BICUBIC, box=(2, 2, 2 + cells, 2 + cells)))

    def noise(self, grain: int, stretch: float = 1.0):
        """The picture's noise of one grain, stretched along x."""
        field = self.smooth_noise[grain]
        if stretch != 1.0:
            wide = Image.fromarray(field[:, : max(8, int(SIZE / stretch))]) if stretch > 1 else Image.fromarray(field)
            field = np.asarray(wide.resize((SIZE, SIZE), Image.BICUBIC))
        return field

    def curve(self, cells: int, roughness: float = 0.5, octaves: int = 5):
        """Fractal noise along x, about -1..1."""
        total, weight, strength = np.zeros(SIZE, np.float32), 0.0, 1.0
        for _ in range(octaves):
            points = self.np.standard_normal(cells + 2).astype(np.float32)
            at = _AXIS * cells + self.np.uniform(0, 1)
            left = at.astype(int)
            t = at - left
            t = t * t * (3 - 2 * t)
            total += strength * (points[left] * (1 - t) + points[left + 1] * t)
            weight += strength * strength
            cells, strength = cells * 2, strength * roughness
        return total / math.sqrt(weight)

    def put(self, mask, colour, box=None):
        """Lays a colour (one, or one a pixel) over the canvas where the mask is. Cut paper throws a shadow."""
        area = self.canvas if box is None else self.canvas[box]
        if self.flat and box is None and mask.max() > 0.9:
            if np.ndim(colour) == 3:
                weight = mask[..., None]
                colour = (colour * weight).sum((0, 1)) / max(1e-3, float(weight.sum()))
            cast = Image.fromarray((np.clip(mask, 0, 1) * 255).astype(np.uint8)).filter(ImageFilter.GaussianBlur(5 * FINE))
            cast = np.roll(np.asarray(cast, np.float32) / 255, (-3 * FINE, -2 * FINE), (0, 1))
            area *= 1 - 0.42 * cast[..., None] * (1 - mask[..., None])
        area += (colour - area) * mask[..., None]
        mark = self.mark if box is None else self.mark[box]
        mark += (self.marked - mark) * mask

    @contextmanager
    def marking(self):
        """What is painted inside is one of the small things that words name; what is painted over it later hides its mark."""
        self.marked = 1.0
        yield
        self.marked = 0.0

    def below(self, heights):
        """Mask of everything under a curve of heights (y grows downward), its edge one pixel soft."""
        return np.clip((Y - heights[None, :]) * SIZE + 0.5, 0, 1)

    def polygons(self, shapes):
        """Mask of polygons given in 0..1 coordinates, drawn at twice the size."""
        picture = Image.new("L", (SIZE * 2, SIZE * 2))
        draw = ImageDraw.Draw(picture)
        for shape in shapes:
            draw.polygon([(x * SIZE * 2, y * SIZE * 2) for x, y in shape], fill=255)
        return np.asarray(picture.reduce(2), np.float32) / 255

    def sun_direction(self) -> float:
        """-1 where the light comes from the left, 1 from the right."""
        if self.lamp is None:
            return -1.0
        return -1.0 if self.lamp[0] < 0.5 else 1.0

    def lit(self, colour, amount=1.0):
        """A material's colour (one, or one a pixel) under this picture's light. Bright ones, snow, keep some of their own."""
        white = smooth(0.72, 0.92, np.min(colour, -1, keepdims=True))
        bright = self.bright * mix(rgb(255, 255, 255), self.light, 0.55 - 0.30 * white) * (1 + (0.16 + 0.5 * max(0.0, 0.9 - self.bright)) * white)
        return np.clip(colour * bright * amount + self.shade * (0.10 + 0.10 * white), 0, 1)

    def hazed(self, colour, distance):
        """A colour seen through the air: 0 near, 1 at the horizon."""
        haze = mix(self.horizon, self.middle, 0.25)
        thick = 0.92 if "fog" in self.scene.weather else 0.74
        return mix(colour, haze, distance * thick)

    def ground(self, colour):
        """The colour of open ground: white where snow lies."""
        return mix(colour, rgb(236, 242, 250), 0.86) if self.scene.snowy else colour

    # ---- sky ----

    def sky(self):
        y = np.clip(Y / self.level, 0, 1)[..., None]
        upper = mix(self.zenith, self.middle, smooth(0.0, 0.62, y))
        self.canvas[:] = mix(upper, self.horizon, smooth(0.5, 1.05, y))
        self.canvas += (self.noise(0, 2.5) * 0.012)[..., None]
        with self.marking():
            if self.scene.stars:
                with self.one_of("stars", 3):
                    self.stars()
            if self.scene.light:
                self.sun_or_moon()
        if "clouds" in self.scene.weather:
            with self.one_of("clouds", 6):
                self.clouds()
        elif "rain" in self.scene.weather or "snow" in self.scene.weather:
            self.overcast()
        if self.scene.birds:
            with self.marking(), self.one_of("birds", 3):
                self.birds()

    def stars(self):
        count = int(self.np.integers(24, 36))
        for _ in range(count):
            x, y = self.np.uniform(0.01, 0.99), self.np.uniform(0.01, self.level - 0.04) * self.np.uniform(0.4, 1)
            size = float(self.np.choice([1.3, 1.8, 2.4], p=[0.4, 0.4, 0.2]))
            tint = mix(rgb(255, 255, 255), rgb(*(self.py.choice(((190, 214, 255), (255, 236, 200))))), 0.5)
            self.spot(x, y, size * 1.15, tint, 0.95)

    def spot(self, x, y, radius, colour, strength):
        """A small round light, radius in pixels of 256, added."""
        radius *= FINE
        reach = int(radius * 2.6) + 2
        left, top = int(x * SIZE), int(y * SIZE)
        box = (slice(max(0, top - reach), top + reach + 1), slice(max(0, left - reach), left + reach + 1))
        if self.canvas[box].size == 0:
            return
        d2 = ((X[box] - x) ** 2 + (Y[box] - y) ** 2) * SIZE * SIZE
        glow = np.exp(-d2 / (radius * radius)) * strength
        self.canvas[box] += (np.maximum(colour - self.canvas[box], 0)) * glow[..., None]
        self.mark[box] = np.maximum(self.mark[box], self.marked * glow)

    def sun_or_moon(self):
        scene = self.scene
        x = {"left": 0.22, "right": 0.78, "": 0.5}[scene.light_side] + float(self.np.uniform(-0.03, 0.03))
        low = scene.time in ("sunset", "dawn")
        y = 0.31 if low else 0.19
        if scene.terrain == "mountains" or scene.terrain == "city":
            y -= 0.10 if low else 0.02
        radius = 0.064
        self.lamp = (x, y)
        distance = np.sqrt((X - x) ** 2 + (Y - y) ** 2)
        colour = {"day": rgb(255, 250, 224), "sunset": rgb(255, 220, 130), "dawn": rgb(255, 232, 190), "night": rgb(242, 240, 226)}[scene.time]
        glow = mix(self.light, colour, 0.4)
        reach = 0.30 if scene.light == "moon" else 0.5
        halo = 0.55 * np.exp(-np.maximum(distance - radius, 0) / (0.30 * reach)) + 0.26 * np.exp(-distance / reach)
        self.canvas += (glow - self.canvas) * np.clip(halo * (0.62 if scene.light == "moon" else 1), 0, 0.92)[..., None]
        disc = np.clip((radius - distance) * SIZE + 0.5, 0, 1)
        self.put(disc, colour)

    def clouds(self):
        grey = "rain" in self.scene.weather or "snow" in self.scene.weather
        thick, low = np.zeros((SIZE, SIZE), np.float32), np.ones((SIZE, SIZE), np.float32)
        count = int(self.np.integers(4, 7) if grey else self.np.integers(2, 5))
        for index in range(count):
            base = self.np.uniform(0.12, self.level - 0.16)
            wide = self.np.uniform(0.09, 0.17) * (1.3 if grey else 1.0)
            middle = (index + self.np.uniform(0.1, 0.9)) / count
            puff = np.zeros((SIZE, SIZE), np.float32)
            for along in np.linspace(-1, 1, 6):
                radius = wide * (0.42 - 0.20 * abs(along)) * self.np.uniform(0.85, 1.2)
                away = np.hypot(X - middle - along * wide, (Y - base + radius * 0.35) * 1.25)
                puff = np.maximum(puff, np.clip((radius - away) * SIZE / 6 + 0.5, 0, 1))
            puff *= np.clip((base - Y) * SIZE / 5 + 0.5, 0, 1)
            low = np.where(puff > thick, np.clip((base - Y) / (wide * 0.5), 0, 1), low)
            thick = np.maximum(thick, puff)
        top = mix(self.light, rgb(255, 255, 255), 0.62) * {"night": 0.36, "sunset": 0.96, "dawn": 0.98, "day": 1.0}[self.scene.time]
        if self.scene.sky:
            top = mix(top, self.horizon, 0.35)
        under = mix(self.middle, self.shade, 0.42)
        if grey:
            top, under = mix(top, self.middle, 0.5), mix(under, self.zenith * 0.8, 0.5)
        self.put(thick * 0.92, mix(under, top, smooth(0.0, 0.8, low)[..., None]))

    def overcast(self):
        field = self.noise(0, 2.5)
        dim = 0.80 if "rain" in self.scene.weather else 0.92
        veil = smooth(-0.6, 1.2, field) * smooth(self.level + 0.05, self.level - 0.3, Y) * 0.75
        self.put(veil, mix(self.zenith, self.middle, 0.5) * dim)

    def birds(self):
        picture = Image.new("L", (SIZE * 2, SIZE * 2))
        draw = ImageDraw.Draw(picture)
        cx, cy = self.np.uniform(0.3, 0.7), self.np.uniform(0.14, 0.3)
        for _ in range(int(self.np.integers(5, 9))):
            x, y = (cx + self.np.normal(0, 0.13)) * SIZE * 2, (cy + self.np.normal(0, 0.05)) * SIZE * 2
            span, lift = self.np.uniform(13, 20) * FINE, self.np.uniform(5, 8) * FINE
            for side in (-1, 1):
                draw.line([(x, y), (x + side * span * 0.5, y - lift), (x + side * span, y - lift * 0.35)], fill=255, width=4 * FINE, joint="curve")
        mask = np.asarray(picture.reduce(2), np.float32) / 255
        self.put(mask * 0.92, rgb(28, 26, 40))

    # ---- land ----

    def land(self):
        with self.one_of(self.scene.terrain, 6):
            getattr(self, self.scene.terrain)()

    def relief(self, heights, colour, distance, strength=0.20, facets=None):
        """A layer of land: lit on the sun's side of its rises or, where there are any, of its facets (-1..1), hazed by
        distance, more so at its foot."""
        depth = np.maximum(Y - heights[None, :], 0)
        if facets is None:
            slope = np.convolve(np.pad(np.gradient(heights) * SIZE, 8, mode="edge"), np.ones(17, np.float32) / 17, "valid")
            facets = np.clip(slope * 2.5, -1, 1)[None, :] * np.exp(-depth / 0.12)
        shaded = np.clip(self.lit(colour) * (1 + strength * self.sun_direction() * facets - 0.10 * np.clip(depth * 3, 0, 1))[..., None], 0, 1)
        base = smooth(0.0, 0.30, depth)[..., None] * 0.35 * (distance > 0.2)
        self.put(self.below(heights), mix(self.hazed(shaded, distance), self.hazed(shaded, min(1, distance + 0.3)), base))

    def mountains(self):
        """A few great peaks far away, smaller ones before them, and foothills; each peak has a bright and a dark side."""
        for t, height, count, rock in ((0.0, 0.25, int(self.np.integers(2, 4)), rgb(120, 130, 156)), (0.6, 0.14, 3, rgb(88, 108, 118))):
            line, facets = self.peaks(height, count)
            heights = self.level - 0.03 + 0.11 * t - line
            colour = rock
            if self.scene.snowy or (t == 0 and self.np.random() < 0.3):  # some are high enough at all times
                reach = 0.66 if self.scene.snowy else 0.34
                zigzag = np.abs((_AXIS * 7 + self.np.uniform(0, 1)) % 1 * 2 - 1)
                cap = height * reach * (0.8 + 0.4 * zigzag)[None, :] - (Y - heights[None, :])
                colour = mix(np.broadcast_to(rock, (SIZE, SIZE, 3)), rgb(240, 245, 253), np.clip(cap * SIZE / 2 + 0.5, 0, 1)[..., None])
            self.relief(heights, colour, 0.62 * (1 - t), 0.26 - 0.08 * t, facets)
        self.relief(self.level + 0.10 - 0.025 * self.curve(3, 0.4, 3), self.ground(rgb(66, 98, 78)), 0.12, 0.16)
        self.front(rgb(86, 124, 72), self.np.uniform(0.76, 0.82), 0.02)

    def peaks(self, height, count):
        """Heights of a range of so many tents, and its facets: 1 on flanks that face right, -1 on those that face left."""
        line, ridge, lean = (np.full(SIZE, value, np.float32) for value in (-1, 0, 0))
        for index in range(count):
            tall = height * self.np.uniform(0.75, 1.2)
            centre = (index + self.np.uniform(0.25, 0.75)) / count
            left, right = self.np.uniform(0.85, 1.25, 2)
            tent = tall - np.where(_AXIS < centre, (centre - _AXIS) * left, (_AXIS - centre) * right) * 0.62
            ridge, lean = np.where(tent > line, centre, ridge), np.where(tent > line, self.np.uniform(-0.35, 0.35), lean)
            line = np.maximum(line, tent)
        # A crest runs down from each summit, leaning to a side.
        return np.maximum(line, 0), np.clip((X - ridge[None, :] - lean[None, :] * (Y - self.level + height)) * SIZE / 3, -1, 1)

    def front(self, colour, level, amplitude):
        """The nearest ground, on which things stand."""
        heights = level + amplitude * self.curve(2, 0.4, 4)
        self.relief(heights, self.ground(colour), 0.0, 0.16)

    def hills(self):
        far, near = rgb(150, 190, 140), rgb(72, 132, 62)
        count = int(self.np.integers(4, 6))
        for index in range(count):
            t = index / (count - 1)
            heights = self.level + 0.02 + 0.30 * t * t + 0.05 * t + mix(0.035, 0.05, t) * self.curve(2 + (index == 0), 0.35, 2)
            self.relief(heights, self.ground(mix(far, near, t)), 0.78 * (1 - t), 0.15)
            if index >= 1:
                rim = np.clip(1 - np.abs(Y - heights[None, :]) * SIZE / 3.5, 0, 1) * 0.22
                self.put(rim, self.hazed(self.lit(self.ground(mix(near, rgb(255, 255, 190), 0.4)), 1.1), 0.5 * (1 - t)))
            if 0 < index < count - 1 and self.np.random() < 0.8:
                self.bushes(heights, t)

    def bushes(self, heights, t):
        """Rows of far trees on a hill, too small to count."""
        colour = self.hazed(self.lit(rgb(48, 92, 56), 0.9), 0.7 * (1 - t))
        total = np.zeros((SIZE, SIZE), np.float32)
        start, end = sorted(self.np.uniform(0, 1, 2))
        for _ in range(int(self.np.integers(5, 10))):
            x = self.np.uniform(start, max(end, start + 0.2))
            y = float(heights[min(SIZE - 1, int(min(x, 0.999) * SIZE))])
            r = self.np.uniform(0.009, 0.014) * (0.7 + 0.8 * t)
            total = np.maximum(total, np.clip((r - np.hypot(X - x, (Y - y + r * 0.6) * 0.9)) * SIZE + 0.5, 0, 1))
        self.put(total, colour)

    def desert(self):
        far, near = rgb(238, 208, 152), rgb(214, 146, 82)
        count = int(self.np.integers(3, 5))
        for index in range(count):
            t = index / (count - 1)
            heights = self.level + 0.02 + 0.26 * t * t + 0.04 * t - mix(0.03, 0.055, t) * np.abs(self.curve(2, 0.3, 2))
            base = mix(far, near, t)
            self.relief(heights, base, 0.6 * (1 - t), 0.08)
            # the dune's lee: a darker flank under a wandering crest
            crest = heights + 0.05 * (1 + t) * np.abs(self.curve(2, 0.2, 2))
            flank = self.below(heights) * smooth(0.07 + 0.09 * t, 0.0, Y - crest[None, :]) * smooth(-0.004, 0.012, Y - crest[None, :])
            self.put(flank * 0.42, self.hazed(self.lit(base * 0.62, 0.9), 0.5 * (1 - t)))

    def perspective(self, field, depth):
        """Noise lying on the water: dense at the shore far away, wide in front. ``depth`` is a column, 0 at the far shore."""
        near = 0.055 + depth
        rows = (34.0 * FINE / near).astype(int) % SIZE
        columns = ((_AXIS[None, :] - 0.5) * 14.0 * FINE / near + 3 * SIZE).astype(int) % SIZE
        return field[rows, columns]

    def water(self, top, bottom=1.0, tint=rgb(30, 84, 128), shore=None):
        """Water from y = top downward: what stands above mirrored in ripples, a path of light under sun or moon."""
        rows = np.arange(int(top * SIZE), int(bottom * SIZE))
        if len(rows) == 0:
            return
        depth = (rows / SIZE - top)[:, None]
        field, ripple = (self.perspective(self.smooth_noise[grain], depth) for grain in (2, 1))
        field = 0.4 * field + 0.6 * ripple
        calm = smooth(0.0, 0.12, depth)
        source = (2 * top - rows[:, None] / SIZE + field * (0.002 + 0.02 * depth)) * SIZE - 1
        columns = np.arange(SIZE)[None, :] + field * (0.4 + 6 * depth) * FINE
        mirrored = self.canvas[np.clip(source, 0, SIZE - 1).astype(int), np.clip(columns, 0, SIZE - 1).astype(int)]
        water = self.lit(tint, 0.95)
        colour = mix(mirrored * 0.92, np.broadcast_to(water, mirrored.shape), (0.22 + 0.40 * smooth(0, 0.5, depth))[..., None])
        colour = colour * (1 + 0.09 * np.clip(field, -1.4, 1.4) * calm)[..., None]
        if self.lamp is not None:
            x = self.lamp[0]
            width = 0.035 + 0.24 * depth
            path = np.exp(-(((_AXIS[None, :] - x) / width) ** 2)) * smooth(-0.25, 0.85, field)
            glow = mix(self.light, rgb(255, 255, 255), 0.35)
            colour = mix(colour, np.broadcast_to(glow, colour.shape), np.clip(path * (0.75 if self.scene.light == "sun" else 0.5), 0, 1)[..., None])
        mask = np.ones((len(rows), SIZE), np.float32) if shore is None else shore[rows]
        self.canvas[rows] += (colour - self.canvas[rows]) * mask[..., None]

    def sea(self):
        if {"tree", "house"} & self.scene.things.keys() or self.scene.lights:
            self.island()
        self.water(self.level)
        edge = np.clip(1 - np.abs(Y - self.level) * SIZE / 2.0, 0, 1)
        self.put(edge * 0.4, mix(self.horizon, self.light, 0.3))

    def island(self):
        """Land at the horizon for what cannot stand on water; drawn before the water, which mirrors it."""
        side = self.shore_side()
        centre = self.np.uniform(0.18, 0.26) if side == "left" else self.np.uniform(0.74, 0.82)
        kinds = [(kind, thing) for kind, thing in self.scene.things.items() if kind != "boat"]
        count = sum(thing.count for _, thing in kinds)
        half = 0.15 + 0.05 * count
        shape = np.clip(1 - ((_AXIS - centre) / half) ** 2, 0, 1)
        tall = self.np.uniform(0.05, 0.08)
        heights = self.level + 0.004 - tall * shape ** 0.8 * (1 + 0.12 * self.curve(8, 0.5, 3))
        heights = np.where(shape > 0, heights, self.level + 0.01)
        self.relief(heights, self.ground(rgb(92, 130, 76)), 0.18, 0.2)
        sand = np.clip(1 - np.abs(Y - self.level + 0.004) * SIZE / 3, 0, 1) * (shape > 0.02)[None, :]
        self.put(sand * 0.8, self.lit(rgb(224, 200, 152)))
        if self.scene.lights:
            for _ in range(16):
                x = self.np.normal(centre, half * 0.5)
                if abs(x - centre) < half * 0.9:
                    self.spot(x, self.level - self.np.uniform(0.005, tall * 0.7), 1.2, rgb(255, 210, 124), 1.0)
        places = centre + half * 1.1 * ((np.arange(count) + 0.5) / max(1, count) - 0.5)
        for kind, thing in kinds:
            for _ in range(thing.count):
                x, places = float(places[0]), places[1:]
                y = float(heights[min(SIZE - 1, max(0, int(x * SIZE)))]) + 0.012
                size = {"near": 1.0, "far": 0.5}.get(thing.distance, 0.72)
                with self.marking():
                    getattr(self, kind)(x, y, size)

    def shore_side(self) -> str:
        """Where land lies at sea: where something that needs it is asked to be, else away from boat or light."""
        for kind, thing in self.scene.things.items():
            if kind != "boat" and thing.side:
                return thing.side
        boat = self.scene.things.get("boat")
        if boat and boat.side:
            return "left" if boat.side == "right" else "right"
        return "left" if self.sun_direction() > 0 else "right"

    def lake(self):
        for t, tall in ((0.0, 0.13), (1.0, 0.035)):
            heights = self.level - 0.01 + 0.015 * t - tall * np.abs(self.curve(3, 0.3, 2))
            self.relief(heights, self.ground(mix(rgb(112, 128, 158), rgb(54, 96, 70), t)), 0.75 * (1 - t), 0.2)
        top = self.level + 0.035
        if self.scene.lights:
            with self.marking():
                self.light_dots(self.level - 0.03, self.level + 0.025)
        self.water(top, tint=rgb(38, 96, 122))
        edge = np.clip(1 - np.abs(Y - top) * SIZE / 1.6, 0, 1)
        self.put(edge * 0.35, mix(self.horizon, self.light, 0.4))
        level = self.np.uniform(0.83, 0.88)
        self.front(rgb(78, 112, 64), level, 0.018)

    def conifer(self, x, base, height, lean=0.0):
        """The outline of a fir with ragged tiers."""
        width = height * float(self.np.uniform(0.17, 0.23))
        tiers = 5
        left, right = [], []
        for tier in range(tiers):
            upper, lower = tier / tiers, (tier + 1) / tiers
            for fraction, spread in ((upper + 0.02, 0.55 * upper + 0.06), (lower, lower)):
                y = base - height * (1 - fraction * 0.94)
                left.append((x - width * spread, y))
                right.append((x + width * spread, y))
        return [(x + lean, base - height)] + right + left[::-1]

    def forest(self):
        heights = self.level - 0.03 + 0.05 * self.curve(3, 0.4, 4)
        self.relief(heights, self.ground(rgb(92, 130, 110)), 0.72, 0.2)
        rows = 4
        for row in range(rows):
            t = row / (rows - 1)
            base = self.level + 0.045 + 0.17 * t + 0.03 * t * t
            size = mix(0.115, 0.31, t)
            ground = base - 0.01 + 0.012 * self.curve(3, 0.4, 3)
            self.relief(ground, self.ground(mix(rgb(88, 124, 84), rgb(56, 92, 52), t)), 0.62 * (1 - t), 0.12)
            shapes, lights, x = [], [], self.np.uniform(-0.06, 0.02)
            while x < 1.05:
                gap = self.np.random() < 0.16 * (row + 1) / 2
                if not gap:
                    h = size * self.np.uniform(0.72, 1.15)
                    shape = self.conifer(x, base + self.np.uniform(0, 0.03), h)
                    shapes.append(shape)
                    middle = x - self.sun_direction() * 0.008 * (1 + t)
                    lights.append([(middle + (px - x) * 0.55, py) for px, py in shape])
                x += self.np.uniform(0.032, 0.06) * (1 + 1.1 * t)
            colour = mix(rgb(70, 118, 84), rgb(24, 62, 44), t)
            fog = 0.66 * (1 - t)
            mask = self.polygons(shapes)
            self.put(mask, self.hazed(self.lit(colour), fog))
            self.put(self.polygons(lights) * 0.30 * mask, self.hazed(self.lit(mix(colour, rgb(236, 244, 252) if self.scene.snowy else rgb(150, 190, 110), 0.75 if self.scene.snowy else 0.4)), fog))
        self.front(rgb(66, 100, 56), self.np.uniform(0.84, 0.88), 0.016)

    def city(self):
        night = self.scene.time == "night"
        harbour = self.np.random() < 0.45
        foot = self.level + (0.15 if harbour else 0.24)
        for row in range(3):
            t = row / 2
            picture = Image.new("L", (SIZE * 2, SIZE * 2))
            panes = Image.new("L", (SIZE * 2, SIZE * 2))
            walls, windows = ImageDraw.Draw(picture), ImageDraw.Draw(panes)
            sides = Image.new("L", (SIZE * 2, SIZE * 2))
            flank = ImageDraw.Draw(sides)
            x = -0.02
            while x < 1.02:
                width = self.np.uniform(0.05, 0.10) * (0.8 + 0.5 * t)
                tall = self.np.uniform(0.10, 0.30) * (1.25 - 0.55 * t) + 0.05
                top = foot - 0.02 + 0.05 * t - tall
                roof = top * SIZE * 2
                a, b = x * SIZE * 2, (x + width) * SIZE * 2
                walls.rectangle([a, roof, b, SIZE * 2], fill=255)
                flank.rectangle([a if self.sun_direction() > 0 else b - (b - a) * 0.3, roof, a + (b - a) * 0.3 if self.sun_direction() > 0 else b, SIZE * 2], fill=255)
                shape = self.np.random()
                if shape < 0.22:
                    walls.polygon([(a, roof), ((a + b) / 2, roof - (b - a) * 0.5), (b, roof)], fill=255)
                elif shape < 0.42:
                    walls.rectangle([a + (b - a) * 0.25, roof - 14 * FINE, b - (b - a) * 0.25, roof], fill=255)
                elif shape < 0.52:
                    walls.rectangle([(a + b) / 2 - FINE, roof - 34 * FINE, (a + b) / 2 + FINE, roof], fill=255)
                if row > 0:
                    step, pane = (16 * FINE, 7 * FINE) if row == 1 else (20 * FINE, 10 * FINE)
                    chance = 0.85 if self.scene.lights else 0.12 if night else 0.42 if self.scene.time != "day" else 0.75
                    for wy in np.arange(roof + 8 * FINE, (foot + 0.06) * SIZE * 2, step + 2 * FINE):
                        for wx in np.arange(a + 5 * FINE, b - pane - 2 * FINE, step):
                            if self.np.random() < chance:
                                windows.rectangle([wx, wy, wx + pane - 1, wy + pane], fill=int(self.np.integers(200, 256)))
                x += width + self.np.uniform(-0.004, 0.022)
            mask = np.asarray(picture.reduce(2), np.float32) / 255
            wall = mix(rgb(138, 146, 172), rgb(84, 84, 108), t)
            if night:
                wall = wall * 1.15
            fog = 0.72 * (1 - t)
            colour = self.hazed(self.lit(wall), fog)
            fade = (0.24 * smooth(foot - 0.3, foot + 0.05, Y))[..., None]
            self.put(mask, mix(np.broadcast_to(colour, (SIZE, SIZE, 3)), self.hazed(colour, 0.75), fade))
            self.put(np.asarray(sides.reduce(2), np.float32) / 255 * mask * 0.28, self.hazed(self.lit(wall * 0.55), fog))
            glass = rgb(255, 214, 128) if self.scene.time != "day" else rgb(190, 220, 244)
            if not self.scene.lights and night:
                glass = mix(glass, colour, 0.4)
            lightness = np.asarray(panes.reduce(2), np.float32) / 255 * mask
            self.put(lightness * (0.95 if row == 2 else 0.75), glass if self.scene.time != "day" else self.lit(glass))
        if harbour:
            self.water(foot, tint=rgb(32, 60, 96))
            self.front(rgb(84, 92, 92), self.np.uniform(0.88, 0.91), 0.004)
        else:
            self.front(rgb(92, 110, 84), foot + 0.02, 0.006)

    def river(self):
        """A river winding from the horizon to the lower edge, mirroring the sky."""
        top = self.level + (0.06 if self.scene.terrain != "forest" else 0.10)
        if self.scene.terrain == "mountains":
            top = 0.70
        v = np.clip((Y[:, 0] - top) / (1 - top), 0, 1)
        sides = {thing.side or "middle" for thing in self.scene.things.values()}
        end = 0.74 if "right" not in sides else 0.26
        start = mix(0.5, end, 0.6)
        bend = 0.08 if end > 0.5 else -0.08
        centre = mix(start, end, v) + bend * np.sin(v ** 0.6 * math.pi * 2.3) * (0.25 + 0.75 * v)
        width = 0.007 + 0.15 * v ** 1.35
        self.banks = (centre, width)
        inside = np.clip((width[:, None] - np.abs(X - centre[:, None])) * SIZE / (1 + 2 * v[:, None]) + 0.5, 0, 1) * (Y > top)
        bank = np.clip((width[:, None] * 1.14 + 0.004 - np.abs(X - centre[:, None])) * SIZE + 0.5, 0, 1) * (Y > top)
        self.put(bank * 0.5, self.lit(self.ground(rgb(150, 132, 96)), 0.8))
        field = self.noise(2, 3.0)
        sky = mix(self.horizon, mix(self.middle, self.zenith, 0.45), smooth(0, 0.9, v)[:, None, None])
        colour = mix(sky, self.lit(rgb(40, 104, 150)), 0.30) * (1 + 0.07 * field)[..., None]
        self.put(inside, np.clip(colour, 0, 1))

    def light_dots(self, top, bottom):
        """Lights of a far town."""
        centre = self.np.uniform(0.3, 0.7)
        for _ in range(int(self.np.integers(14, 22))):
            x, y = self.np.normal(centre, 0.2), self.np.uniform(top, bottom)
            if 0.01 < x < 0.99:
                tint = rgb(*self.py.choice(((255, 208, 120), (255, 226, 160), (255, 176, 96))))
                self.spot(x, y, self.np.uniform(1.2, 1.7), tint, 1.0)
                self.spot(x, y, 4.0, tint, 0.25)

    # ---- things ----

    def places(self, thing, taken, low, high):
        """Where things of a kind stand: (x, y, size) of each, from left to right."""
        v = {"near": 0.92, "far": 0.1, "": 0.5}[thing.distance]
        row = min(SIZE - 1, int(mix(low, high, v) * SIZE))
        river = (0.0, -1.0) if self.banks is None else (float(self.banks[0][row]), float(self.banks[1][row]) + 0.06)
        wanted = {"left": (0.22, 0.08, 0.36), "right": (0.78, 0.92, 0.64)}.get(thing.side)
        wanted = wanted or {1: (0.5, 0.36, 0.64, 0.22, 0.78), 2: (0.33, 0.67, 0.14, 0.86, 0.5), 3: (0.2, 0.5, 0.8, 0.35, 0.65)}[thing.count]
        found = []
        for _ in range(thing.count):
            free = [x for x in wanted if abs(x - river[0]) > river[1] and all(abs(x - other) > 0.12 for other in taken)]
            x = (free or wanted)[0]
            taken.append(x)
            found.append((x + float(self.np.uniform(-0.015, 0.015)), float(mix(low, high, v)), float(mix(0.55, 1.25, v))))
        return sorted(found)

    def things(self):
        scene, taken = self.scene, []
        low, high = {"mountains": (0.80, 0.93), "hills": (0.74, 0.92), "desert": (0.70, 0.92), "forest": (0.88, 0.95), "city": (0.91, 0.96),
                     "lake": (0.89, 0.95), "sea": (0.0, 0.0)}[scene.terrain]
        for kind in ("house", "tree", "boat"):
            thing = scene.things.get(kind)
            if thing is None:
                continue
            if kind == "boat":
                water = (self.level + 0.07, 0.80 if scene.terrain == "lake" else 0.88)
                for place in self.places(thing, taken, *water):
                    self.boat(*place)
                continue
            if scene.terrain == "sea":
                continue  # on the island, drawn with it
            for place in self.places(thing, taken, low, high):
                getattr(self, kind)(*place)

    def contact(self, x, y, width):
        """The soft shadow under something that stands."""
        side = -self.sun_direction()
        d = ((X - x - side * width * 0.35) / width) ** 2 + ((Y - y) / (width * 0.16 + 0.004)) ** 2
        self.canvas *= 1 - (0.36 * np.clip(1 - d, 0, 1))[..., None]

    def tree(self, x, y, size):
        height = 0.25 * size
        self.contact(x, y, 0.075 * size)
        trunk = 0.0085 * size
        bark = self.lit(rgb(104, 74, 52))
        self.put(self.polygons([[(x - trunk, y), (x - trunk * 0.6, y - height * 0.6), (x + trunk * 0.6, y - height * 0.6), (x + trunk, y)]]), bark)
        leaves = {"desert": rgb(104, 140, 70)}.get(self.scene.terrain, rgb(66, 128, 58))
        if self.scene.snowy:
            leaves = mix(leaves, rgb(232, 240, 250), 0.62)
        crown = np.zeros((SIZE, SIZE), np.float32)
        lit = np.zeros((SIZE, SIZE), np.float32)
        edge = self.noise(2) * 0.010 * size
        side = self.sun_direction()
        for dx, dy, r in ((0, -0.74, 0.26), (-0.22, -0.60, 0.21), (0.22, -0.60, 0.21), (-0.10, -0.88, 0.17), (0.12, -0.86, 0.17), (0, -0.55, 0.22)):
            cx, cy, radius = x + dx * height, y + dy * height, r * height
            distance = np.hypot(X - cx, Y - cy) + edge
            crown = np.maximum(crown, np.clip((radius - distance) * SIZE + 0.5, 0, 1))
            glow = np.hypot(X - cx - side * radius * 0.35, Y - cy + radius * 0.4) + edge
            lit = np.maximum(lit, np.clip((radius * 0.72 - glow) * SIZE / 4 + 0.3, 0, 1))
        self.put(crown, self.lit(leaves * 0.68))
        self.put(crown * lit * 0.75, self.lit(np.clip(mix(leaves, self.light, 0.22) * 1.18, 0, 1)))

    def house(self, x, y, size):
        w, h = 0.105 * size, 0.075 * size
        self.contact(x, y, w * 1.05)
        side = self.sun_direction()
        wall, roof = rgb(240, 226, 202), rgb(176, 72, 58)
        split = x + side * w * 0.16
        self.put(self.polygons([[(x - w / 2, y), (x - w / 2, y - h), (x + w / 2, y - h), (x + w / 2, y)]]), self.lit(wall))
        dark = [(split, y), (split, y - h), (x - side * w / 2, y - h), (x - side * w / 2, y)]
        self.put(self.polygons([dark]) * 0.9, self.lit(wall * 0.74))
        chimney = x - side * w * 0.22
        self.put(self.polygons([[(chimney - w * 0.05, y - h * 1.2), (chimney - w * 0.05, y - h * 1.85), (chimney + w * 0.05, y - h * 1.85), (chimney + w * 0.05, y - h * 1.2)]]), self.lit(roof * 0.7))
        peak = x + side * w * 0.10
        cover = mix(roof, rgb(240, 245, 252), 0.9) if self.scene.snowy else roof
        self.put(self.polygons([[(x - w * 0.60, y - h * 0.95), (peak - w * 0.16, y - h * 1.72), (peak + w * 0.16, y - h * 1.72), (x + w * 0.60, y - h * 0.95)]]), self.lit(cover))
        glow = self.scene.time in ("night", "sunset", "dawn")
        pane = rgb(255, 214, 122) if glow else self.lit(rgb(96, 130, 166))
        panes = []
        for wx in (-0.30, 0.0, 0.30):
            if abs(wx) < 0.01:
                panes.append([(x - w * 0.07, y), (x - w * 0.07, y - h * 0.55), (x + w * 0.07, y - h * 0.55), (x + w * 0.07, y)])
            else:
                cx = x + wx * w
                panes.append([(cx - w * 0.075, y - h * 0.34), (cx - w * 0.075, y - h * 0.70), (cx + w * 0.075, y - h * 0.70), (cx + w * 0.075, y - h * 0.34)])
        self.put(self.polygons(panes[1:2]), self.lit(rgb(110, 72, 48)))
        self.put(self.polygons([panes[0], panes[2]]), pane)
        if self.scene.time == "night":
            self.spot(x, y - h * 0.5, 9 * size, rgb(255, 196, 104), 0.30)

    def boat(self, x, y, size):
        size *= 1.25
        sail, hull = self.lit(rgb(250, 248, 240), 1.12), self.lit(rgb(124, 66, 44))
        side = self.sun_direction()
        base = [(x - 0.052 * size, y - 0.020 * size), (x + 0.056 * size, y - 0.020 * size), (x + 0.038 * size, y), (x - 0.036 * size, y)]
        main = [(x + 0.004 * size, y - 0.150 * size), (x + 0.046 * size, y - 0.030 * size), (x + 0.004 * size, y - 0.030 * size)]
        jib = [(x - 0.004 * size, y - 0.135 * size), (x - 0.036 * size, y - 0.030 * size), (x - 0.004 * size, y - 0.030 * size)]
        flip = lambda shape: [(px, 2 * y - py) for px, py in shape]  # noqa: E731
        under = self.polygons([flip(base), flip(main), flip(jib)])
        rows = under * smooth(-0.9, 0.9, self.noise(2, 4.0))
        self.put(rows * 0.42, mix(sail, hull, smooth(0.02 * size, 0.0, Y - y)[..., None]))
        self.put(self.polygons([[(x - 0.002, y - 0.155 * size), (x + 0.002, y - 0.155 * size), (x + 0.002, y - 0.02 * size), (x - 0.002, y - 0.02 * size)]]), hull * 0.8)
        self.put(self.polygons([main]), sail if side > 0 else sail * 0.84)
        self.put(self.polygons([jib]), sail * 0.84 if side > 0 else sail)
        self.put(self.polygons([base]), hull)

    # ---- air ----

    def air(self):
        weather = self.scene.weather
        if "fog" in weather:
            haze = mix(mix(self.horizon, self.middle, 0.3), rgb(226, 230, 236) * (0.4 if self.scene.time == "night" else 0.95), 0.45)
            field = self.noise(0, 3.0)
            band = np.exp(-(((Y - self.level - 0.08) / 0.19) ** 2))
            self.put(np.clip(band * (0.86 + 0.18 * field), 0, 0.93) + 0.0, haze)
            self.put(np.full((SIZE, SIZE), 0.16, np.float32), haze)
        with self.marking():
            if "rain" in weather:
                with self.one_of("rain", 3):
                    self.streaks()
            if "snow" in weather:
                with self.one_of("snow", 3):
                    self.flakes()

    def streaks(self):
        grey = mix(mix(self.horizon, self.middle, 0.5), rgb(196, 208, 222) * max(0.35, self.bright), 0.4)
        veil = 0.26 * smooth(0.2, 0.8, Y)
        self.canvas += (grey - self.canvas) * veil[..., None]
        slant = self.np.uniform(-0.05, 0.05) + 0.10 * self.np.choice([-1, 1])
        picture = Image.new("L", (SIZE * 2, SIZE * 2))
        draw = ImageDraw.Draw(picture)
        for _ in range(int(self.np.integers(56, 76))):
            x, y = self.np.uniform(-0.1, 1.1) * SIZE * 2, self.np.uniform(-0.1, 1) * SIZE * 2
            length = self.np.uniform(48, 76) * FINE
            draw.line([(x, y), (x + slant * length * 2.2, y + length)], fill=int(self.np.integers(150, 220)), width=4 * FINE)
        mask = np.asarray(picture.reduce(2), np.float32) / 255
        self.put(mask * 0.8, mix(rgb(232, 240, 250), self.horizon, 0.25) * (0.66 if self.scene.time == "night" else 1))

    def flakes(self):
        picture = Image.new("L", (SIZE * 2, SIZE * 2))
        draw = ImageDraw.Draw(picture)
        for _ in range(int(self.np.integers(70, 100))):
            x, y = self.np.uniform(0, SIZE * 2, 2)
            r = float(self.np.choice([3.4, 4.4, 5.6], p=[0.4, 0.4, 0.2])) * FINE
            draw.ellipse([x - r, y - r, x + r, y + r], fill=int(self.np.integers(170, 256)))
        soft = picture.filter(ImageFilter.GaussianBlur(0.9 * FINE)).reduce(2)
        self.put(np.asarray(soft, np.float32) / 255, rgb(250, 252, 255) * (0.88 if self.scene.time == "night" else 1))

    # ---- styles ----

    def finish(self):
        picture = np.clip(self.canvas, 0, 1)
        finisher = getattr(self, "style_" + self.scene.style)
        return (np.clip(finisher(picture), 0, 1) * 255 + 0.5).astype(np.uint8)

    @staticmethod
    def blurred(picture, radius):
        image = Image.fromarray((np.clip(picture, 0, 1) * 255).astype(np.uint8)).filter(ImageFilter.GaussianBlur(radius * FINE))
        return np.asarray(image, np.float32) / 255

    def style_painting(self, picture):
        bloom = self.blurred(np.maximum(picture - 0.62, 0) * 2.0, 7)
        picture = 1 - (1 - picture) * (1 - 0.20 * bloom)
        vignette = 1 - 0.16 * smooth(0.45, 0.85, np.hypot(X - 0.5, Y - 0.5))
        picture = picture * vignette[..., None]
        grey = luminance(picture)[..., None]
        return grey + (picture - grey) * 1.08

    def style_papercut(self, picture):
        paper = np.clip(self.noise(2), -1.5, 1.5) * 0.022
        return picture * (1 + paper)[..., None]

    def style_neon(self, picture):
        soft = self.blurred(picture, 0.8)
        along = np.abs(np.diff(soft, axis=1, prepend=soft[:, :1])) + np.abs(np.diff(soft, axis=0, prepend=soft[:1]))
        edge = np.clip(along.max(-1) * 5.0, 0, 1) ** 0.8
        hue = picture / np.maximum(picture.max(-1, keepdims=True), 0.05)
        hue = np.clip(hue ** 2.4, 0, 1)
        cool = mix(rgb(40, 210, 255), rgb(255, 60, 190), smooth(0.15, 0.9, Y + 0.12 * self.noise(0))[..., None])
        line = mix(hue, cool, 0.62) * edge[..., None]
        glow = self.blurred(line, 2.2) * 1.3 + self.blurred(line, 8) * 1.5
        dark = picture * rgb(38, 34, 74) * 0.9 + rgb(8, 6, 22)
        return 1 - (1 - dark) * (1 - np.clip(glow, 0, 0.95)) * (1 - np.clip(line, 0, 1))


def draw(scene: Scene, seed: int) -> tuple[np.ndarray, np.ndarray]:
    """The scene as uint8 [256, 256, 3] (or see :func:`sized`); and how much of each 8x8 pixels is of a small thing that words
    name (lights of the sky, birds, trees, houses, boats, flakes, streaks of rain), as uint8 [32, 32]."""
    painter = Painter(scene, seed)
    painter.sky()
    painter.land()
    if scene.river:
        painter.river()
    with painter.marking():
        if scene.lights and scene.terrain in ("hills", "mountains"):
            top = {"hills": painter.level + 0.08, "mountains": 0.70}[scene.terrain]
            painter.light_dots(top, top + 0.06)
        painter.things()
    painter.air()
    mark = painter.mark.reshape(MARKS, 8, MARKS, 8).mean((1, 3)).clip(0, 1)
    return painter.finish(), (mark * 255 + 0.5).astype(np.uint8)
