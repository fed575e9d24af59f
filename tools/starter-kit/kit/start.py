"""Starting from the weights of an earlier run, as it exported them (``--from FOLDER``).

An encoder of this kit is taken over as it is, so that latents keep their meaning; one of an older kit, whose latents do not
show in the preview, is trained on. What the older weights have besides (attention at the finest level, other blocks) is
left out. Words the earlier run did not know begin by chance.
"""
from __future__ import annotations

import gzip
import hashlib
from pathlib import Path

import torch
from safetensors import safe_open
from safetensors.torch import load

from . import nets

_CLIP = "cond_stage_model.transformer.text_model."


def content(folder: Path, name: str) -> bytes:
    """Of ``name`` in the folder, packed or not."""
    plain, packed = folder / name, folder / (name + ".gz")
    return plain.read_bytes() if plain.exists() else gzip.decompress(packed.read_bytes())


def tensors(folder: Path, name: str) -> dict[str, torch.Tensor]:
    """As float32."""
    return {key: value.float() for key, value in load(content(folder, name)).items()}


def digest(folder: Path) -> str:
    """Says which weights these are, wherever they lie."""
    return hashlib.sha256(content(folder, "starter.safetensors")).hexdigest()


def autoencoder(folder: Path, encoder, decoder) -> bool:
    """Whether the encoder is this kit's and so should stay as it is."""
    found = tensors(folder, "taesd.safetensors")
    for name, net in (("encoder", encoder), ("decoder", decoder)):
        net.load_state_dict({key: found[f"{name}.layers.{key}"] for key in net.state_dict()})
    return own(folder)


def refined(folder: Path) -> bool:
    """Whether its decoder has weights in every block."""
    found = tensors(folder, "taesd.safetensors")
    return own(folder) and all(float(value.abs().max()) > 0 for key, value in found.items() if key.startswith("decoder.") and ".conv.4.weight" in key)


def own(folder: Path) -> bool:
    plain = folder / "taesd.safetensors"
    if not plain.exists():
        return True  # only this kit packs its autoencoder
    with safe_open(plain, "pt") as file:
        return "easel.part" in (file.metadata() or {})


def model(folder: Path, model) -> None:
    found = tensors(folder, "starter.safetensors")
    model["unet"].load_state_dict({key: found["model.diffusion_model." + key] for key in model["unet"].state_dict()})
    text, rows = model["text"], model["text"].ROWS
    table, first = found[_CLIP + "embeddings.token_embedding.weight"][text.used.cpu()], _CLIP + "encoder.layers.0.self_attn."
    known = table.abs().amax(1) > 0
    table[:, :text.HEAD] = 0 if not own(folder) else table[:, :text.HEAD]
    with torch.no_grad():
        text.tokens[known] = table[known]
        values, outs = found[first + "v_proj.weight"][:rows], found[first + "out_proj.weight"][:, :rows]
        there = values.abs().amax(1) > 0  # heads that an older kit did not have begin by chance and say nothing
        if there.any():
            text.values[there] = values[there]
            text.outs.copy_(outs)
