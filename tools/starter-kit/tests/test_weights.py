"""Networks, exported names, and training that survives being stopped."""
import math
import tempfile
import unittest
from pathlib import Path

import numpy as np
import torch

from kit import autoencoder, decoder as refining, distil, engine, export, judge, lora, nets, sampler, shipped, start, tokens, unet
from kit.work import QUICK, Settings, Trainer, Work, chance, fall


class Words(unittest.TestCase):
    def test_tokens_are_clips(self):
        try:
            self.assertEqual([320, 736, 7117], tokens.words("A red circle"))
        except SystemExit as missing:
            self.skipTest(str(missing))
        row = tokens.encode("雪山，紫色天空")
        self.assertEqual((77, tokens.START, tokens.END), (len(row), row[0], row[-1]))

    def test_in_both_layers_each_head_looks_back_its_own_number_of_places(self):
        torch.manual_seed(1)
        text = nets.Text(list(range(100)))
        x = text.embedded(torch.randint(100, (1, 77))) + text.positions
        for layer in text.layers:
            normed = torch.nn.functional.layer_norm(x, (768,))[..., :64]
            query, key = (torch.nn.functional.linear(normed, w).view(77, text.BACK, 64) for w in (layer.queries, layer.keys))
            for head in range(text.BACK):
                score = query[:, head] @ key[:, head].T / 8
                score[torch.triu(torch.ones(77, 77, dtype=torch.bool), 1)] = -math.inf
                seen = score.softmax(-1)
                for place in (20, 40, 76):
                    self.assertGreater(float(seen[place, place - head - 1].detach()), 0.9)
            x = layer(x)

    def test_words_hear_of_words_before_them_and_padding_says_nothing_to_the_unet(self):
        torch.manual_seed(1)
        text = nets.Text([*range(100), tokens.START, tokens.END])
        first = torch.tensor([[tokens.START, *range(40, 60), *[tokens.END] * 56]])
        other = first.clone()
        other[0, 5] = 7
        changed = (text(first) - text(other)).abs().amax(-1)[0]
        self.assertEqual(0, float(changed[:5].max().detach()))
        self.assertGreater(float(changed[17].detach()), 1e-2)
        attention, picture = nets.Transformer(64), torch.randn(1, 10, 64)
        query, key = attention.attn2.to_q(attention.norm2(picture)), attention.attn2.to_k(text(first))
        query, key = (part.unflatten(-1, (nets.HEADS, -1)).transpose(1, 2) for part in (query, key))
        seen = (query @ key.transpose(-1, -2) / 8 ** 0.5).softmax(-1)
        self.assertGreater(float(seen[..., 1:21].sum(-1).mean().detach()), 0.9)

    def test_the_encoders_mean_is_not_zero(self):
        text = nets.Text([1, 2, 3])
        self.assertGreater(float(text(torch.tensor([[1, 2, 3] + [3] * 74])).mean().detach()), 0.1)


class Bounds(unittest.TestCase):
    def test_attention_that_grew_too_sure_is_brought_back_to_where_it_can_learn(self):
        torch.manual_seed(2)
        attention, picture, words = nets.Attention(64, 32), torch.randn(2, 50, 64), torch.randn(2, 9, 32)
        with torch.no_grad():
            attention.to_q.weight.mul_(60)
            attention.to_k.weight.mul_(60)
        attention(picture, words)
        self.assertGreater(float(attention.farthest.max()), 100)
        attention.bound()
        attention(picture, words)
        self.assertLessEqual(float(attention.farthest.max()), nets.Attention.FAR * 1.001)
        attention.bound()
        attention.eval()
        attention(picture, words)
        self.assertIsNone(attention.farthest)


class Export(unittest.TestCase):
    def test_the_checkpoint_has_no_attention_at_the_finest_level(self):
        tensors = export.unet_tensors(nets.UNet())
        prefix = "model.diffusion_model."
        for name in ("input_blocks.4.1.transformer_blocks.0.attn1.to_q.weight", "output_blocks.4.1.transformer_blocks.0.attn2.to_k.weight",
                     "output_blocks.2.1.conv.weight", "output_blocks.5.2.conv.weight", "input_blocks.6.0.op.weight", "time_embed.2.bias", "out.2.weight"):
            self.assertIn(prefix + name, tensors)
        self.assertFalse([name for name in tensors if "middle_block" in name or name.startswith(prefix + "output_blocks.7.1")])
        self.assertEqual((64, 4, 3, 3), tuple(tensors[prefix + "input_blocks.0.0.weight"].shape))

    def test_in_the_layout_with_it_the_same_weights_paint_the_same(self):
        torch.manual_seed(0)
        lean, whole = nets.UNet(), nets.UNet(finest=True)
        torch.nn.init.normal_(lean.out[2].weight)
        tensors = export.unet_tensors(lean, finest=True)
        whole.load_state_dict({key.removeprefix("model.diffusion_model."): value for key, value in tensors.items()})
        arguments = torch.randn(1, 4, 16, 16), torch.tensor([500.0]), torch.randn(1, 77, 768)
        with torch.no_grad():
            self.assertTrue(torch.allclose(lean(*arguments), whole(*arguments), atol=1e-5))

    def test_clip_has_twelve_layers_of_which_two_work(self):
        torch.manual_seed(0)
        tensors = export.text_tensors(nets.Text([5, 7]))
        prefix = "cond_stage_model.transformer.text_model."
        self.assertEqual(12, len([n for n in tensors if n.endswith("fc1.weight")]))
        alive = {n.split(".")[5] for n in tensors if "self_attn" in n and float(tensors[n].detach().abs().max()) > 0}
        self.assertEqual({"0", "1"}, alive)
        table = tensors[prefix + "embeddings.token_embedding.weight"]
        self.assertEqual([5, 7], table.abs().amax(1).nonzero().flatten().tolist())

    def test_left_out_autoencoder_blocks_are_zero_and_paint_the_same(self):
        torch.manual_seed(0)
        encoder, decoder = nets.encoder(), nets.decoder()
        tensors = export.autoencoder_tensors(encoder, decoder)
        whole = nets.decoder(full=True)
        whole.load_state_dict({key.removeprefix("decoder.layers."): value for key, value in tensors.items() if key.startswith("decoder.")})
        latents = torch.randn(1, 4, 4, 4)
        self.assertTrue(torch.allclose(decoder(latents), whole(latents), atol=1e-5))

    def test_a_decoder_given_all_its_blocks_paints_what_it_painted_and_can_learn_in_each(self):
        torch.manual_seed(0)
        lean, latents = nets.decoder(), torch.randn(1, 4, 4, 4)
        full = refining.whole(lean)
        self.assertTrue(torch.allclose(lean(latents), full(latents), atol=1e-5))
        full(latents).square().mean().backward()
        self.assertTrue(all(float(layer.conv[4].weight.grad.abs().max()) > 0 for layer in full if isinstance(layer, nets.Block)))

    def test_packing_twice_gives_the_same_bytes(self):
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "x.safetensors"
            export.write(file, {"a": torch.zeros(1000)}, {})
            first = export.pack(file).read_bytes()
            self.assertEqual(first, export.pack(file).read_bytes())

    def test_a_lora_starts_as_nothing_and_carries_the_usual_names(self):
        torch.manual_seed(0)
        unet = nets.UNet()
        torch.nn.init.normal_(unet.out[2].weight)
        arguments = torch.randn(1, 4, 16, 16), torch.tensor([500.0]), torch.randn(1, 77, 768)
        before = unet(*arguments)
        added = lora.attach(unet, 4, convolutions=True)
        self.assertTrue(torch.allclose(before, unet(*arguments), atol=1e-5))
        names = lora.tensors(added)
        self.assertIn("lora_unet_input_blocks_4_1_transformer_blocks_0_attn2_to_q.lora_down.weight", names)
        self.assertEqual((4, 64, 3, 3), tuple(names["lora_unet_input_blocks_1_0_in_layers_2.lora_down.weight"].shape))


class Start(unittest.TestCase):
    def test_what_was_exported_is_where_a_later_run_starts(self):
        torch.manual_seed(3)
        encoder, decoder = nets.encoder(), nets.decoder()
        trained = torch.nn.ModuleDict({"unet": nets.UNet(), "text": nets.Text([5, 7])})
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            export.write(folder / "taesd.safetensors", export.autoencoder_tensors(encoder, decoder), {"easel.part": "autoencoder"})
            export.write(folder / "starter.safetensors", export.unet_tensors(trained["unet"]) | export.text_tensors(trained["text"]), {})
            again, later = nets.encoder(), nets.UNet()
            self.assertTrue(start.autoencoder(folder, again, nets.decoder()))
            export.pack(folder / "starter.safetensors")
            (folder / "starter.safetensors").unlink()
            start.unet(folder, later)
            read = start.text(folder)
        near = lambda a, b: self.assertTrue(torch.allclose(a, b, atol=2e-3))  # noqa: E731
        near(encoder[0].weight, again[0].weight)
        near(trained["unet"].input_blocks["4"]["0"].in_layers[2].weight, later.input_blocks["4"]["0"].in_layers[2].weight)
        said = torch.tensor([[5, 7, 7, 5, 9]])
        near(trained["text"](said), read(said))


class Sharing(unittest.TestCase):
    def test_doubling_at_the_small_size_is_the_convolution_of_the_doubled_picture(self):
        torch.manual_seed(0)
        up, picture = nets.Up(64), torch.randn(2, 64, 5, 7)
        doubled = up.conv(torch.nn.functional.interpolate(picture, scale_factor=2))
        self.assertLess((up(picture) - doubled).abs().max(), 1e-5)

    def test_attention_to_few_words_is_the_fused_one(self):
        torch.manual_seed(0)
        query, key, value = (torch.randn(2, 8, count, 16) for count in (9, 77, 77))
        fused = torch.nn.functional.scaled_dot_product_attention(query, key, value)
        self.assertLess((nets._seen(query, key, value) - fused).abs().max(), 1e-5)

    def test_a_context_for_two_pictures_is_as_good_as_one_for_each(self):
        torch.manual_seed(0)
        net = nets.UNet()
        torch.nn.init.normal_(net.out[2].weight)
        pictures, times, contexts = torch.randn(4, 4, 8, 8), torch.tensor([1.0, 400, 900, 30]), torch.randn(2, 77, 768)
        with torch.no_grad():
            self.assertTrue(torch.allclose(net(pictures, times, contexts), net(pictures, times, contexts.repeat_interleave(2, 0)), atol=1e-5))


class Hours(unittest.TestCase):
    def test_few_hours_draw_less_and_many_never_more_than_the_full_run(self):
        full = Settings()
        self.assertLess(full.within(1).pictures, full.pictures)
        self.assertEqual(full.pictures, full.within(100).pictures)

    def test_the_sizes_follow_each_other_by_the_clock_or_by_what_was_seen(self):
        full = Settings()
        small, large = full.unet_stages
        self.assertEqual([small[:2], large[:2]], [unet.stage(full.within(2), 0, progress) for progress in (0.0, 0.7)])
        self.assertEqual([small[:2], large[:2]], [unet.stage(full, index, 0.0) for index in (0, small[2] // small[1])])
        self.assertEqual(large[:2], unet.stage(full.within(2), 0, 0.99))
        sized, seen = full.for_sizes(), small[2] // small[1] + large[2] // large[1]
        self.assertEqual({16, 32, 64}, {unet.stage(sized, seen + index, 0.0)[0] for index in range(4)})
        self.assertEqual({16, 32, 64}, {unet.stage(sized.within(2), index, 0.99)[0] for index in range(4)})

    def test_training_by_the_clock_ends_when_its_time_is_over(self):
        with tempfile.TemporaryDirectory() as folder:
            passed, work = [], Work(Path(folder), QUICK, allotted=0.05)
            steps = Trainer(work, "x", 0, dict, lambda state: None).run(lambda index, progress: passed.append(progress) or 0.0)
            self.assertEqual(steps, len(passed))
            self.assertEqual(passed, sorted(passed))
            again = Trainer(work, "x", 0, dict, lambda state: None).run(lambda index, progress: self.fail("it was over"))
            self.assertEqual(steps, again)

    def test_times_are_drawn_by_their_odds_and_spread_over_each_batch(self):
        odds = unet.likely(nets.alphas())
        self.assertAlmostEqual(1, float(odds.sum()), 4)
        self.assertGreater(odds[600], 2 * odds[999])
        counts = torch.zeros(1000)
        for step in range(400):
            times = unet.drawn(odds, 12, chance(1, step))
            self.assertLess(int((times < 300).sum()), 8)
            counts += torch.bincount(times, minlength=1000)
        self.assertLess((counts.view(10, 100).sum(1) / counts.sum() - odds.view(10, 100).sum(1)).abs().max(), 0.01)

    def test_the_learning_rate_rises_stays_and_falls(self):
        self.assertLess(fall(0.0, 0), 0.02)
        self.assertAlmostEqual(1.0, fall(0.2, 500))
        self.assertLess(fall(0.999, 5000), 0.02)


class Caring(unittest.TestCase):
    def test_what_land_weighs_does_not_tell_whether_anything_stands_there(self):
        marks = np.zeros((3, 32, 32), np.uint8)
        marks[0, 24, 8] = marks[0, 4, 20] = 255
        land, empty, elsewhere = unet.care(marks, ["hills", "hills", "desert"]).float()
        self.assertTrue(torch.equal(land[unet.HORIZON:], empty[unet.HORIZON:]))
        self.assertEqual(1 + unet.CARE, float(empty[24, 8]))
        self.assertEqual((1 + unet.CARE, 1), (float(land[4, 20]), float(empty[4, 20])))
        self.assertTrue((elsewhere == 1).all())

    def test_other_shapes_lose_nothing_that_words_name(self):
        marks, shapes = np.zeros((2, 64, 64), np.uint8), set()
        for seed in range(40):
            rows, columns = unet.cut(marks, chance(seed, 0))
            shapes.add(marks[0, rows, columns].shape)
        self.assertEqual({(64, 64), (64, 48), (48, 64), (64, 40), (40, 64)}, shapes)
        marks[1, 2, 2] = 1
        self.assertTrue(all(marks[:, rows, columns].shape == (2, 64, 64) for rows, columns in (unet.cut(marks, chance(seed, 0)) for seed in range(40))))


class Shipped(unittest.TestCase):
    def test_what_is_judged_is_what_the_files_hold(self):
        made = Path(__file__).parents[3] / "starter"
        with tempfile.TemporaryDirectory() as folder:
            work = Work(Path(folder), QUICK)
            shipped.lay_out(work, made)
            work.path("judged/of").write_text("others")
            for there in (False, True):
                work.path("judged/en.npy").touch()
                judge.forget_others(work)
                self.assertEqual(there, work.path("judged/en.npy").exists(), "pictures of other weights" if not there else "of these")
            model, file = unet.trained(work), start.tensors(made, "starter.safetensors")
            for name, value in (export.unet_tensors(model["unet"]) | export.text_tensors(model["text"])).items():
                self.assertTrue(torch.equal(file[name], value.half().float()), name)
            few = start.tensors(made, shipped.FEW)
            added = lora.attach(model["unet"], distil.RANK, convolutions=True)
            lora.read(added, few)
            self.assertTrue(all(torch.equal(few[name], value) for name, value in lora.tensors(added).items()))
            self.assertEqual(40, len(shipped.told(work)["commit"]))
            self.assertEqual((4, 32, 32), autoencoder.trained(work)[0](torch.zeros(1, 3, 256, 256))[0].shape)


class Numbers(unittest.TestCase):
    def test_the_blind_direction_does_not_show_in_the_preview(self):
        latents = autoencoder.blind_direction()[None, :, None, None]
        shown = nets.preview(latents) - nets.preview(torch.zeros(1, 4, 1, 1))
        self.assertLess(float(shown.abs().max()), 1e-5)

    def test_noise_is_philox(self):
        # Known answer of Philox 4x32-10 for zeros: 6627e8d5 e169c58d ...
        u, v = (0x6627E8D5 + 0.5) / 2 ** 32, (0xE169C58D + 0.5) / 2 ** 32
        self.assertAlmostEqual(math.sqrt(-2 * math.log(u)) * math.sin(2 * math.pi * v), float(engine.noise(0, 4)[0]), places=5)

    def test_the_schedule_runs_from_pure_noise_to_none(self):
        strength = sampler.sigmas(sampler.times(20))
        self.assertAlmostEqual(14.61, float(strength[0]), places=1)
        self.assertEqual(0, float(strength[-1]))
        self.assertTrue(bool((strength[:-1] > strength[1:]).all()))


class Stopping(unittest.TestCase):
    def test_training_goes_on_where_it_was_saved(self):
        def train(folder, steps, saved_at=None):
            values = [1.0]
            trainer = Trainer(Work(Path(folder), QUICK), "x", steps, lambda: {"v": values[0]}, lambda state: values.__setitem__(0, state["v"]))
            trainer.run(lambda index, progress: values.__setitem__(0, values[0] * 1.1 + index) or 0.0)
            return values[0]

        with tempfile.TemporaryDirectory() as one, tempfile.TemporaryDirectory() as two:
            train(one, 3)
            self.assertEqual(train(two, 8), train(one, 8))
