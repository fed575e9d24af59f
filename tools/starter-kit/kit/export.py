"""Step ``export``: trained weights under the names and in the shapes the engine reads, float16 safetensors, and packed.

What training left out (blocks of the autoencoder, CLIP's other layers, words it does not know) stands in the files as
zeros: the engine wants every tensor. Zeros pack to nothing.
"""
from __future__ import annotations

import gzip
import json
import os
import shutil
import subprocess
from pathlib import Path

import torch
from safetensors.torch import save_file

from . import autoencoder, nets, start, unet
from .work import Work, say, write_whole

_CLIP = "cond_stage_model.transformer.text_model."
_VOCABULARY, _LAYERS, _WIDTH = 49408, 12, nets.CONTEXT


def autoencoder_tensors(encoder, decoder) -> dict[str, torch.Tensor]:
    """TAESD's names: ``encoder.layers.N.*`` and ``decoder.layers.N.*``, every block there."""
    tensors = {}
    for name, lean, full in (("encoder", encoder, nets.encoder(full=True)), ("decoder", decoder, nets.decoder(full=True))):
        held = lean.state_dict()
        for key, value in full.state_dict().items():
            tensors[f"{name}.layers.{key}"] = held.get(key, torch.zeros_like(value))
    return tensors


def unet_tensors(model: nets.UNet, finest: bool = False) -> dict[str, torch.Tensor]:
    """The UNet's names. With ``finest`` in the layout with attention at the finest level (SD1-tiny), there doing nothing
    where the model has none: it paints the same, three times as slowly."""
    whole = nets.UNet(model.width, finest).state_dict()
    return {"model.diffusion_model." + key: value for key, value in (whole | model.state_dict()).items()}


def text_tensors(text: nets.Text) -> dict[str, torch.Tensor]:
    """CLIP-L: our tokens and positions, the first two layers, zeros elsewhere."""
    tokens = torch.zeros(_VOCABULARY, _WIDTH)
    tokens[text.used] = text.table().detach().cpu()
    tensors = {_CLIP + "embeddings.token_embedding.weight": tokens,
               _CLIP + "embeddings.position_embedding.weight": text.positions.cpu()}
    for layer in range(_LAYERS):
        prefix = f"{_CLIP}encoder.layers.{layer}."
        for name in ("q_proj", "k_proj", "v_proj", "out_proj"):
            tensors[f"{prefix}self_attn.{name}.weight"] = torch.zeros(_WIDTH, _WIDTH)
            tensors[f"{prefix}self_attn.{name}.bias"] = torch.zeros(_WIDTH)
        for name in ("layer_norm1", "layer_norm2"):
            tensors[f"{prefix}{name}.weight"], tensors[f"{prefix}{name}.bias"] = torch.ones(_WIDTH), torch.zeros(_WIDTH)
        for name, (outputs, inputs) in (("fc1", (4 * _WIDTH, _WIDTH)), ("fc2", (_WIDTH, 4 * _WIDTH))):
            tensors[f"{prefix}mlp.{name}.weight"], tensors[f"{prefix}mlp.{name}.bias"] = torch.zeros(outputs, inputs), torch.zeros(outputs)
    wide, fixed = text.BACK * text.HEAD, text.FIXED
    for index, layer in enumerate(text.layers):
        prefix = f"{_CLIP}encoder.layers.{index}."
        values, outs = torch.zeros(text.BACK, text.HEAD, _WIDTH), torch.zeros(_WIDTH, text.BACK, text.HEAD)
        values[:, :text.WIDE] = layer.values.detach().cpu().unflatten(0, (text.BACK, -1))
        outs[fixed:, :, :text.WIDE] = layer.outs.detach().cpu().unflatten(1, (text.BACK, -1))
        tensors[prefix + "self_attn.q_proj.weight"][:wide, :64] = layer.queries.cpu()
        tensors[prefix + "self_attn.k_proj.weight"][:wide, :64] = layer.keys.cpu()
        tensors[prefix + "self_attn.v_proj.weight"][:wide] = values.flatten(0, 1)
        tensors[prefix + "self_attn.out_proj.weight"][:, :wide] = outs.flatten(1)
        tensors[prefix + "mlp.fc1.weight"][:text.HIDDEN], tensors[prefix + "mlp.fc1.bias"][:text.HIDDEN] = (w.detach().cpu() for w in (layer.inner.weight, layer.inner.bias))
        tensors[prefix + "mlp.fc2.weight"][fixed:, :text.HIDDEN], tensors[prefix + "mlp.fc2.bias"][fixed:] = (w.detach().cpu() for w in (layer.outer.weight, layer.outer.bias))
    tensors[_CLIP + "final_layer_norm.weight"] = torch.ones(_WIDTH)
    tensors[_CLIP + "final_layer_norm.bias"] = torch.full((_WIDTH,), text.MEAN)
    return tensors


def write(path: Path, tensors: dict[str, torch.Tensor], about: dict[str, str]) -> Path:
    """One float16 safetensors file. Its metadata says what made it."""
    ready = {key: value.detach().cpu().half().contiguous() for key, value in tensors.items()}
    write_whole(path, lambda temporary: save_file(ready, temporary, {"format": "pt", **about}))
    say(f"export: {path.name}, {path.stat().st_size / 1e6:.1f} MB")
    return path


def pack(path: Path) -> Path:
    """The file packed as the repository keeps it, the same bytes every time."""
    packed = path.with_name(path.name + ".gz")

    def compress(temporary):
        with open(path, "rb") as source, open(temporary, "wb") as target, gzip.GzipFile("", "wb", 9, target, mtime=0) as zipped:
            shutil.copyfileobj(source, zipped)

    write_whole(packed, compress)
    say(f"export: {packed.name}, {packed.stat().st_size / 1e6:.1f} MB packed")
    return packed


def told(settings) -> dict:
    """The settings as files and report tell them: by which weights a run started from, not by their folder here."""
    return vars(settings) | ({"started_from": start.digest(Path(settings.started_from))} if settings.started_from else {})


def about(work: Work, part: str) -> dict[str, str]:
    here = Path(__file__).parent
    commit = os.environ.get("EASEL_KIT_COMMIT") or subprocess.run(["git", "-C", str(here), "rev-parse", "HEAD"], capture_output=True, text=True).stdout.strip()
    return {"easel.part": part, "easel.commit": commit or "unknown", "easel.settings": json.dumps(told(work.settings)),
            "easel.trained_on": "drawings of this project's own program only"}


def run(work: Work) -> None:
    autoencoder_file, checkpoint = work.path("out/taesd.safetensors"), work.path("out/starter.safetensors")
    write(autoencoder_file, autoencoder_tensors(*autoencoder.trained(work)), about(work, "autoencoder"))
    model = unet.trained(work)
    write(checkpoint, unet_tensors(model["unet"]) | text_tensors(model["text"]), about(work, "checkpoint") | {"easel.paints": "256x256"})
    total = sum(pack(file).stat().st_size for file in (autoencoder_file, checkpoint))
    say(f"export: {total / 1e6:.1f} MB packed together")
