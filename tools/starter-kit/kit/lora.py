"""Low-rank additions to the UNet, trained apart and saved under the usual LoRA names."""
from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from . import nets


class Low(nn.Module):
    """A linear or convolution layer and its low-rank addition, which starts at zero."""

    def __init__(self, base: nn.Module, rank: int):
        super().__init__()
        self.base = base.requires_grad_(False)
        self.strength = 1.0
        if isinstance(base, nn.Conv2d):
            self.down = nn.Conv2d(base.in_channels, rank, base.kernel_size, base.stride, base.padding, bias=False)
            self.up = nn.Conv2d(rank, base.out_channels, 1, bias=False)
        else:
            self.down, self.up = nn.Linear(base.in_features, rank, bias=False), nn.Linear(rank, base.out_features, bias=False)
        nn.init.zeros_(self.up.weight)

    def forward(self, x: Tensor) -> Tensor:
        """One layer with the sum of both weights: two more layers beside each would take as long as all the rest."""
        base = self.base
        with torch.autocast(x.device.type, enabled=False):
            added = (self.up.weight.flatten(1) @ self.down.weight.flatten(1)).view_as(base.weight)
            weight = base.weight + self.strength * added
        if isinstance(base, nn.Conv2d):
            return F.conv2d(x, weight, base.bias, base.stride, base.padding)
        return F.linear(x, weight, base.bias)


def attach(unet: nets.UNet, rank: int, convolutions: bool) -> dict[str, Low]:
    """Puts additions into every attention, gated and projection layer, and into the residual blocks' convolutions if
    asked. The UNet's own weights stay as they are."""
    added = {}
    for name, module in list(unet.named_modules()):
        inside = ".transformer_blocks." in name or name.endswith((".proj_in", ".proj_out"))
        residual = convolutions and name.endswith((".in_layers.2", ".out_layers.3"))
        if isinstance(module, (nn.Linear, nn.Conv2d)) and (inside or residual):
            parent, _, leaf = name.rpartition(".")
            low = Low(module, rank)
            owner = unet.get_submodule(parent)
            if isinstance(owner, (nn.Sequential, nn.ModuleList)):
                owner[int(leaf)] = low
            else:
                setattr(owner, leaf, low)
            added[name] = low
    return added


def parameters(added: dict[str, Low]) -> list[nn.Parameter]:
    return [p for low in added.values() for p in (low.down.weight, low.up.weight)]


def state(added: dict[str, Low]) -> dict[str, Tensor]:
    return {f"{name}.{part}": getattr(low, part).weight.detach() for name, low in added.items() for part in ("down", "up")}


def restore(added: dict[str, Low], saved: dict[str, Tensor]) -> None:
    with torch.no_grad():
        for name, low in added.items():
            for part in ("down", "up"):
                getattr(low, part).weight.copy_(saved[f"{name}.{part}"])


def tensors(added: dict[str, Low]) -> dict[str, Tensor]:
    """The file's tensors: ``lora_unet_<path>.lora_down.weight``, ``.lora_up.weight`` and ``.alpha`` (the rank: strength 1)."""
    found = {}
    for name, low in added.items():
        key = "lora_unet_" + name.replace(".", "_")
        found[key + ".lora_down.weight"], found[key + ".lora_up.weight"] = low.down.weight, low.up.weight
        found[key + ".alpha"] = torch.tensor(float(low.down.weight.shape[0]))
    return found


def read(added: dict[str, Low], file: dict[str, Tensor]) -> None:
    """Sets the additions to what :func:`tensors` gave a file."""
    restore(added, {f"{name}.{part}": file[f"lora_unet_{name.replace('.', '_')}.lora_{part}.weight"].float() for name in added for part in ("down", "up")})
