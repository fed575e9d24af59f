"""Drawings and captions. Run all tests of the kit with: python -m unittest (in tools/starter-kit)."""
import random
import unittest

import numpy as np

from kit import questions, scenes, words


def _scenes(count, **more):
    chance = random.Random(11)
    return [words.sample(chance, **more) for _ in range(count)]


class Drawing(unittest.TestCase):
    def test_the_same_scene_and_seed_draw_the_same_picture(self):
        scene = _scenes(1)[0]
        first, again, other = (scenes.draw(scene, seed)[0] for seed in (5, 5, 6))
        self.assertEqual((256, 256, 3), first.shape)
        self.assertTrue(np.array_equal(first, again))
        self.assertFalse(np.array_equal(first, other))

    def test_at_twice_the_size_the_same_picture_is_drawn(self):
        for index, scene in enumerate(_scenes(12)):
            usual = scenes.draw(scene, 7)[0].astype(float)
            try:
                scenes.sized(512)
                large, marks = scenes.draw(scene, 7)
            finally:
                scenes.sized(256)
            self.assertEqual(((512, 512, 3), (64, 64)), (large.shape, marks.shape))
            shrunk = large.reshape(256, 2, 256, 2, 3).mean((1, 3))
            self.assertLess(np.abs(shrunk - usual).mean(), 3, (index, scene))

    def test_every_terrain_time_and_style_can_be_drawn(self):
        for terrain in words.TERRAINS:
            for time, style in zip(words.TIMES, ("painting", *words.EXTRA_STYLES, "painting")):
                things = {"tree": words.Thing(2), "house": words.Thing(1, "left", "near")}
                if terrain in ("sea", "lake"):
                    things["boat"] = words.Thing(1, "right", "far")
                picture = scenes.draw(words.Scene(terrain, time, things=things, style=style, snowy=terrain == "hills"), 3)[0]
                self.assertGreater(picture.std(), 5, (terrain, time, style))

    def test_of_each_land_there_are_few_shapes_and_colours_differ_all_the_same(self):
        bare = words.Scene("mountains", "day")
        pictures = [scenes.draw(bare, seed)[0].astype(int).mean(2) for seed in range(24)]
        outlines = [tuple((np.abs(np.diff(picture[:, 128])) > 6).nonzero()[0][:1]) for picture in pictures]
        self.assertLessEqual(len(set(outlines)), 6)
        self.assertGreater(len(set(outlines)), 1)
        self.assertGreater(len({round(float(picture.mean()), 3) for picture in pictures}), 12)

    def test_what_stands_left_stands_where_it_always_does(self):
        marks = [scenes.draw(words.Scene("hills", "day", things={"house": words.Thing(1, "left")}), seed)[1].astype(int) for seed in range(6)]
        columns = [int(mark.sum(0).argmax()) for mark in marks]
        self.assertLessEqual(max(columns) - min(columns), 2)
        self.assertLess(max(columns), 12)

    def test_where_a_thing_is_said_its_side_is_said_too(self):
        scene = words.Scene("hills", "day", things={"tree": words.Thing(1, "left")})
        chance = random.Random(3)
        for language, thing, side in (("en", "tree", "left"), ("zh", "\u6811", "\u5de6")):
            told = [words.caption(scene, chance, language, keep=0.6) for _ in range(60)]
            self.assertTrue(all((thing in caption) == (side in caption) for caption in told), told)

    def test_two_things_on_one_side_do_not_stand_in_each_other(self):
        for side in words.SIDES:
            painter = scenes.Painter(words.Scene("hills", "day"), 1)
            taken = []
            places = [painter.places(words.Thing(1, side), taken, 0.7, 0.9)[0][0] for _ in range(3)]
            self.assertGreater(min(abs(a - b) for i, a in enumerate(places) for b in places[:i]), 0.1)

    def test_night_is_darker_than_day_and_a_red_sky_is_red(self):
        night, day = (scenes.draw(words.Scene("hills", time), 1)[0].mean() for time in ("night", "day"))
        self.assertLess(night, day * 0.6)
        red = scenes.draw(words.Scene("hills", "day", "red"), 1)[0][:60].mean((0, 1))
        self.assertGreater(red[0], 1.4 * red[2])

    def test_the_sun_stands_on_the_side_it_is_said_to(self):
        for side, wanted in (("left", 0), ("right", 1)):
            picture = scenes.draw(words.Scene("sea", "day", light="sun", light_side=side), 2)[0].astype(float).sum(2)
            half = int(picture[:100].max(0).argmax() >= 128)
            self.assertEqual(wanted, half)


class Captions(unittest.TestCase):
    def test_small_things_are_marked_where_they_stand_and_not_where_land_hides_them(self):
        _, nothing = scenes.draw(words.Scene("sea", "day"), 2)
        _, boat = scenes.draw(words.Scene("sea", "day", things={"boat": words.Thing(1, side="left")}), 2)
        self.assertEqual(0, nothing.max())
        self.assertGreater(boat[:, :16].max(), 100)
        self.assertEqual(0, boat[:, 16:].max())
        _, moon = scenes.draw(words.Scene("mountains", "night", light="moon"), 2)
        self.assertEqual(0, moon[24:].max())

    def test_training_never_sees_a_held_out_combination_and_judging_only_those(self):
        self.assertFalse(any(words.held_out(s.terrain, s.time, s.sky) for s in _scenes(2000)))
        self.assertTrue(all(words.held_out(s.terrain, s.time, s.sky) for s in _scenes(200, unseen=True)))
        shares = [words.held_out(t, w, s) for t in words.TERRAINS for w in words.TIMES for s in words.SKIES]
        self.assertTrue(0.05 < sum(shares) / len(shares) < 0.2, sum(shares) / len(shares))

    def test_a_caption_says_nothing_the_picture_does_not_show(self):
        chance = random.Random(2)
        telling = {"river": lambda s: s.river, "河": lambda s: s.river, "boat": lambda s: "boat" in s.things, "船": lambda s: "boat" in s.things,
                   "moon": lambda s: s.light == "moon", "月": lambda s: s.light == "moon", "fog": lambda s: "fog" in s.weather,
                   "purple": lambda s: s.sky == "purple", "紫": lambda s: s.sky == "purple", "两棵": lambda s: s.things["tree"].count == 2}
        for scene in _scenes(1500):
            for language in ("en", "zh"):
                caption = words.training_caption(scene, chance, language)
                self.assertTrue(caption.strip())
                for word, holds in telling.items():
                    if word in caption:
                        self.assertTrue(holds(scene), (caption, scene))

    def test_with_all_words_kept_the_special_ones_are_there(self):
        scene = words.Scene("lake", "night", "teal", "moon", "left", things={"boat": words.Thing(2)})
        for _ in range(50):
            english = words.caption(scene, random.Random(_), "en", keep=1.0)
            self.assertRegex(english, "(two|2|pair of) (boats|sailboats)")
            self.assertRegex(english, "teal|turquoise")
            chinese = words.caption(scene, random.Random(_), "zh", keep=1.0)
            self.assertRegex(chinese, "两条.*船")
            self.assertRegex(chinese, "青色|蓝绿色")

    def test_scenes_survive_json(self):
        for scene in _scenes(50):
            self.assertEqual(scene, words.Scene.from_json(scene.to_json()))

    def test_the_judge_knows_an_answer_to_every_question(self):
        for scene in _scenes(500):
            self.assertEqual(len(questions.QUESTIONS), len(questions.labels(scene)))
