"""The starter kit: draws a set of pictures with captions and trains Easel's own small weights on them."""
