"""Starting from the weights of an earlier run, as it exported them (``--from FOLDER``).

An encoder of this kit is taken over as it is, so that latents keep their meaning; one of an older kit, whose latents do not
show in the preview, is trained on. What the older weights have besides (attention at the finest level, other blocks) is
left out. The text encoder is taken over as it is, if it is of this kit's making; else words are read anew.
"""
from __future__ import annotations

import gzip
import hashlib
from pathlib import Path

import torch
from safetensors import safe_open
from safetensors.torch import load

from . import nets, tokens

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


def unet(folder: Path, unet) -> None:
    found = tensors(folder, "starter.safetensors")
    unet.load_state_dict({key: found["model.diffusion_model." + key] for key in unet.state_dict()})


def text(folder: Path) -> nets.Text | None:
    """The text encoder, if it is of this kit's making; an older one knows words by embeddings alone."""
    found = tensors(folder, "starter.safetensors")
    table = found[_CLIP + "embeddings.token_embedding.weight"]
    if not float(found[_CLIP + "encoder.layers.1.mlp.fc1.weight"].abs().max()):
        return None
    known = [*table.abs().amax(1).nonzero().flatten().tolist(), tokens.START, tokens.END]
    text = nets.Text(known)
    with torch.no_grad():
        text.tokens.copy_(table[text.used, text.FIXED:])
        for index, layer in enumerate(text.layers):
            prefix = f"{_CLIP}encoder.layers.{index}."
            wide = text.BACK * text.HEAD
            values, outs = found[prefix + "self_attn.v_proj.weight"][:wide], found[prefix + "self_attn.out_proj.weight"][text.FIXED:, :wide]
            layer.values.copy_(values.unflatten(0, (text.BACK, -1))[:, :text.WIDE].flatten(0, 1))
            layer.outs.copy_(outs.unflatten(1, (text.BACK, -1))[:, :, :text.WIDE].flatten(1))
            layer.inner.weight.copy_(found[prefix + "mlp.fc1.weight"][:text.HIDDEN])
            layer.inner.bias.copy_(found[prefix + "mlp.fc1.bias"][:text.HIDDEN])
            layer.outer.weight.copy_(found[prefix + "mlp.fc2.weight"][text.FIXED:, :text.HIDDEN])
            layer.outer.bias.copy_(found[prefix + "mlp.fc2.bias"][text.FIXED:])
    return text
