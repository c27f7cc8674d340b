"""An encoder and a decoder of the Transformer (Vaswani et al. 2017), pre-norm, with all weights shown."""

import math

import torch
from torch import nn


class Attention(nn.Module):
    def __init__(self, width, heads):
        super().__init__()
        self.heads = heads
        self.query = nn.Linear(width, width)
        self.key = nn.Linear(width, width)
        self.value = nn.Linear(width, width)
        self.output = nn.Linear(width, width)

    def forward(self, X, Z, mask):
        """
        Queries from X [B, T, D], keys and values from Z [B, S, D]; mask: true where a key may be
        seen, broadcast to [B, H, T, S]. Returns [B, T, D] and the weights [B, H, T, S].
        """
        B, T, D = X.shape
        q, k, v = (
            part(Y).view(B, -1, self.heads, D // self.heads).transpose(1, 2)
            for part, Y in ((self.query, X), (self.key, Z), (self.value, Z))
        )
        scores = q @ k.transpose(2, 3) / math.sqrt(D // self.heads)
        A = torch.softmax(scores.masked_fill(~mask, -1e9), dim=-1)
        return self.output((A @ v).transpose(1, 2).reshape(B, T, D)), A


class Block(nn.Module):
    """A layer of the encoder, or with `crosses` of the decoder."""

    def __init__(self, width, heads, mlp, dropout, crosses=False):
        super().__init__()
        self.norm1 = nn.LayerNorm(width)
        self.attention = Attention(width, heads)
        if crosses:
            self.norm_cross = nn.LayerNorm(width)
            self.cross = Attention(width, heads)
        self.norm2 = nn.LayerNorm(width)
        self.mlp = nn.Sequential(nn.Linear(width, mlp), nn.GELU(), nn.Linear(mlp, width))
        self.dropout = nn.Dropout(dropout)

    def forward(self, X, mask, memory=None, memory_mask=None):
        """Returns X, the weights of its self-attention and those of its cross-attention, if any."""
        Z = self.norm1(X)
        mixed, A = self.attention(Z, Z, mask)
        X, C = X + self.dropout(mixed), None
        if memory is not None:
            mixed, C = self.cross(self.norm_cross(X), memory, memory_mask)
            X = X + self.dropout(mixed)
        return X + self.dropout(self.mlp(self.norm2(X))), A, C


class Translator(nn.Module):
    def __init__(self, sources, targets, layers, heads, width, mlp, longest, dropout):
        """`sources` and `targets`: sizes of the vocabularies, whose token 0 is padding."""
        super().__init__()
        self.source_embedding = nn.Embedding(sources, width)
        self.target_embedding = nn.Embedding(targets, width)
        self.position = nn.Parameter(0.02 * torch.randn(longest, width))
        self.encoder = nn.ModuleList(Block(width, heads, mlp, dropout) for _ in range(layers))
        self.decoder = nn.ModuleList(
            Block(width, heads, mlp, dropout, crosses=True) for _ in range(layers)
        )
        self.encoder_norm = nn.LayerNorm(width)
        self.norm = nn.LayerNorm(width)
        self.dropout = nn.Dropout(dropout)
        nn.init.normal_(self.source_embedding.weight, std=0.02)
        nn.init.normal_(self.target_embedding.weight, std=0.02)

    def forward(self, source, target):
        """
        source: [B, S]; target: [B, T], what the decoder has written so far.
        Returns the logits [B, T, V] and the weights of every layer and head: `source`
        [B, L, H, S, S], `target` [B, L, H, T, T], `cross` [B, L, H, T, S].
        """
        S, T = source.shape[1], target.shape[1]
        seen = (source != 0)[:, None, None, :]
        past = torch.ones(T, T, dtype=torch.bool, device=target.device).tril()
        weights = {"source": [], "target": [], "cross": []}
        X = self.dropout(self.source_embedding(source) + self.position[:S])
        for block in self.encoder:
            X, A, _ = block(X, seen)
            weights["source"].append(A)
        memory = self.encoder_norm(X)
        Y = self.dropout(self.target_embedding(target) + self.position[:T])
        for block in self.decoder:
            Y, A, C = block(Y, past, memory, seen)
            weights["target"].append(A)
            weights["cross"].append(C)
        logits = self.norm(Y) @ self.target_embedding.weight.T
        return logits, {name: torch.stack(parts, 1) for name, parts in weights.items()}
