"""An LSTM language model with tied embedding, regularised after Merity et al. (2017)."""

import torch
import torch.nn.functional as F
from torch import nn

from .dropout import Dropout, draw_mask


class Lstm(nn.Module):
    def __init__(
        self,
        vocabulary,
        layers,
        embedding,
        hidden,
        dropout=0.0,
        input_dropout=0.0,
        recurrent_dropout=0.0,
        word_dropout=0.0,
    ):
        super().__init__()
        self.config = {"layers": layers, "embedding": embedding, "hidden": hidden}
        self.embedding = nn.Embedding(vocabulary, embedding)
        self.lstm = nn.LSTM(embedding, hidden, layers, batch_first=True)
        self.projection = nn.Linear(hidden, embedding)
        self.head_bias = nn.Parameter(torch.zeros(vocabulary))
        self.input_dropout = Dropout(input_dropout, locked=True)
        self.output_dropout = Dropout(dropout, locked=True)
        self.projection_dropout = Dropout(dropout, locked=True)
        self.recurrent_threshold = round(recurrent_dropout * 256)
        self.word_threshold = round(word_dropout * 256)
        nn.init.normal_(self.embedding.weight, std=0.05)
        for layer in range(layers):  # forget gates start open (Jozefowicz et al. 2015)
            bias = getattr(self.lstm, f"bias_ih_l{layer}")
            nn.init.ones_(bias.data[hidden : 2 * hidden])

    def forward(self, tokens, state=None):
        """tokens: [B, T]; state: (h, c), each [layers, B, H] → logits [B, T, V] and the state."""
        X = self.input_dropout(self.embed(tokens))  # [B, T, E]
        H, state = self.run(X, state)  # [B, T, H]
        P = self.projection_dropout(self.projection(self.output_dropout(H)))  # [B, T, E]
        return F.linear(P, self.embedding.weight, self.head_bias), state

    def embed(self, tokens):
        """Embeddings; in training whole characters drop out of a batch."""
        if not self.training or self.word_threshold == 0:
            return self.embedding(tokens)
        weight = self.embedding.weight
        return F.embedding(tokens, weight * draw_mask((len(weight), 1), self.word_threshold, weight))

    def run(self, X, state):
        """The recurrent part; in training single recurrent weights drop out of a batch."""
        if not self.training or self.recurrent_threshold == 0:
            return self.lstm(X, state)
        weights = []
        for name, weight in self.lstm.named_parameters():
            if name.startswith("weight_hh"):
                weight = weight * draw_mask(weight.shape, self.recurrent_threshold, weight)
            weights.append(weight)
        if state is None:
            zero = X.new_zeros(self.lstm.num_layers, len(X), self.lstm.hidden_size)
            state = (zero, zero)
        H, h, c = torch.lstm(X, state, weights, True, self.lstm.num_layers, 0.0, True, False, True)
        return H, (h, c)
