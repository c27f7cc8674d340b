"""Two convolutions with pooling, one hidden layer: the shape of LeNet-5 with ReLU."""

from torch import nn
from torch.nn import functional as F


class DigitNetwork(nn.Module):
    def __init__(self, config, dropout=0.0):
        super().__init__()
        self.config = config
        first, second, kernel = config["first"], config["second"], config["kernel"]
        self.conv1 = nn.Conv2d(1, first, kernel, padding=kernel // 2)
        self.conv2 = nn.Conv2d(first, second, kernel, padding=kernel // 2)
        self.hidden = nn.Linear(second * 7 * 7, config["hidden"])
        self.output = nn.Linear(config["hidden"], 10)
        self.dropout = nn.Dropout(dropout)

    def forward(self, X):
        """X [B, 1, 28, 28] → logits [B, 10]."""
        return self.inspect(X)["logits"]

    def inspect(self, X):
        """Every layer: conv1 [B, 16, 28, 28], pool1, conv2, pool2, hidden [B, 64], logits."""
        conv1 = F.relu(self.conv1(X))
        pool1 = F.max_pool2d(conv1, 2)
        conv2 = F.relu(self.conv2(pool1))
        pool2 = F.max_pool2d(conv2, 2)
        hidden = F.relu(self.hidden(self.dropout(pool2.flatten(1))))
        logits = self.output(self.dropout(hidden))
        return {
            "conv1": conv1,
            "pool1": pool1,
            "conv2": conv2,
            "pool2": pool2,
            "hidden": hidden,
            "logits": logits,
        }
