"""Muon (Jordan et al. 2024): momentum whose steps are made orthogonal, for hidden matrices."""

import torch

# Coefficients of the Newton-Schulz iteration; five turns bring singular values near one.
A, B, C = 3.4445, -4.7750, 2.0315
TURNS = 5


class Muon(torch.optim.Optimizer):
    def __init__(self, params, lr, momentum=0.95, weight_decay=0.0):
        super().__init__(params, {"lr": lr, "momentum": momentum, "weight_decay": weight_decay})

    @torch.no_grad()
    def step(self):
        for group in self.param_groups:
            for W in group["params"]:
                if W.grad is None:
                    continue
                average = self.state[W].setdefault("average", torch.zeros_like(W))
                average.lerp_(W.grad, 1 - group["momentum"])
                ahead = W.grad.lerp(average, group["momentum"])  # Nesterov's look ahead
                rows, columns = W.shape
                scale = max(1, rows / columns) ** 0.5
                W.mul_(1 - group["lr"] * group["weight_decay"])
                W.sub_(orthogonalise(ahead), alpha=group["lr"] * scale)


def orthogonalise(G):
    """G: [R, C] → U Vᵀ of its singular value decomposition, nearly; in 16 bits, which is enough."""
    is_tall = len(G) > G.shape[1]
    X = G.T if is_tall else G
    X = (X / (X.norm() + 1e-7)).bfloat16()
    for _ in range(TURNS):
        S = X @ X.T
        X = A * X + (B * S + C * S @ S) @ X
    return (X.T if is_tall else X).to(G.dtype)
