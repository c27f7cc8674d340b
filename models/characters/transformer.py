"""A causal transformer: learned positions, pre-norm, tied embedding (Radford et al. 2019)."""

import math

import torch
import torch.nn.functional as F
from torch import nn

from .dropout import Dropout

MASKED = -1e9


class Block(nn.Module):
    def __init__(self, width, heads, mlp, dropout):
        super().__init__()
        self.heads = heads
        self.norm1 = nn.LayerNorm(width)
        self.query = nn.Linear(width, width)
        self.key = nn.Linear(width, width)
        self.value = nn.Linear(width, width)
        self.output = nn.Linear(width, width)
        self.norm2 = nn.LayerNorm(width)
        self.up = nn.Linear(width, mlp)
        self.down = nn.Linear(mlp, width)
        self.dropout = Dropout(dropout)

    def forward(self, X, mask):
        """X: [B, T, D]; mask: [T, T], 0 or MASKED. Returns X, the attention and q, k, v."""
        B, T, D = X.shape
        Z = self.norm1(X)
        q, k, v = (
            part(Z).view(B, T, self.heads, D // self.heads).transpose(1, 2)
            for part in (self.query, self.key, self.value)
        )  # [B, H, T, d]
        scores = q @ k.transpose(2, 3) / math.sqrt(D // self.heads) + mask
        A = torch.softmax(scores, dim=-1)  # [B, H, T, T]
        mixed = (A @ v).transpose(1, 2).reshape(B, T, D)
        X = X + self.dropout(self.output(mixed))
        hidden = gelu(self.up(self.norm2(X)))
        return X + self.dropout(self.down(hidden)), A, q, k, v


class Transformer(nn.Module):
    def __init__(self, vocabulary, layers, heads, width, context, mlp, dropout=0.0):
        super().__init__()
        self.config = {
            "layers": layers,
            "heads": heads,
            "width": width,
            "context": context,
            "mlp": mlp,
        }
        self.embedding = nn.Embedding(vocabulary, width)
        self.position = nn.Parameter(torch.empty(context, width))
        self.block = nn.ModuleList(Block(width, heads, mlp, dropout) for _ in range(layers))
        self.norm = nn.LayerNorm(width)
        self.head_bias = nn.Parameter(torch.zeros(vocabulary))
        self.dropout = Dropout(dropout)
        mask = torch.full((context, context), MASKED).triu(1)
        self.register_buffer("mask", mask, persistent=False)
        self.apply(initialise)
        nn.init.normal_(self.position, std=0.02)
        for block in self.block:  # the residual stream keeps its variance over the layers
            nn.init.normal_(block.output.weight, std=0.02 / math.sqrt(2 * layers))
            nn.init.normal_(block.down.weight, std=0.02 / math.sqrt(2 * layers))

    def forward(self, tokens, state=None):
        """tokens: [B, T ≤ context] → logits [B, T, V] and no state."""
        return self.inspect(tokens)["logits"], None

    def inspect(self, tokens):
        """
        Logits with what led to them: attentions [B, L, H, T, T], queries, keys and values
        [B, L, H, T, d], hidden_states [B, L + 1, T, D] (the residual stream before each block
        and after the last).
        """
        T = tokens.shape[1]
        X = self.dropout(self.embedding(tokens) + self.position[:T])  # [B, T, D]
        mask = self.mask[:T, :T]
        hidden, attentions, queries, keys, values = [X], [], [], [], []
        for block in self.block:
            X, A, q, k, v = block(X, mask)
            hidden.append(X)
            attentions.append(A)
            queries.append(q)
            keys.append(k)
            values.append(v)
        logits = F.linear(self.dropout(self.norm(X)), self.embedding.weight, self.head_bias)
        return {
            "logits": logits,
            "attentions": torch.stack(attentions, 1) if not self.training else None,
            "queries": torch.stack(queries, 1) if not self.training else None,
            "keys": torch.stack(keys, 1) if not self.training else None,
            "values": torch.stack(values, 1) if not self.training else None,
            "hidden_states": torch.stack(hidden, 1) if not self.training else None,
        }


def gelu(x):
    """
    The tanh formula of Hendrycks and Gimpel (2016), written with the sigmoid, which is the same
    and trains faster on a CPU: (1 + tanh z) / 2 = sigmoid(2 z).
    """
    return x * torch.sigmoid(2 * math.sqrt(2 / math.pi) * (x + 0.044715 * x * x * x))


def initialise(module):
    if isinstance(module, (nn.Linear, nn.Embedding)):
        nn.init.normal_(module.weight, std=0.02)
    if isinstance(module, nn.Linear):
        nn.init.zeros_(module.bias)
