"""One process or several: the same code runs alone, on one GPU and under torchrun."""

import os

import torch
import torch.distributed as dist
from torch.nn.parallel import DistributedDataParallel


class Processes:
    """This process among those that torchrun has started; alone without torchrun."""

    def __init__(self):
        self.count = int(os.environ.get("WORLD_SIZE", "1"))
        self.rank = int(os.environ.get("RANK", "0"))
        cuda = torch.cuda.is_available()
        local = int(os.environ.get("LOCAL_RANK", "0"))
        self.device = torch.device("cuda", local) if cuda else torch.device("cpu")
        if cuda:
            torch.cuda.set_device(self.device)
        if self.count > 1:
            dist.init_process_group("nccl" if cuda else "gloo")

    @property
    def is_first(self):
        return self.rank == 0

    def wrap(self, model):
        """The model whose gradients are averaged over the processes."""
        model = model.to(self.device)
        return DistributedDataParallel(model) if self.count > 1 else model

    def take_share(self, batch):
        """This process's rows of a batch that all processes have drawn alike."""
        return [part[self.rank :: self.count].to(self.device) for part in batch]

    def agree(self, value):
        """The first process's number, known to all."""
        if self.count == 1:
            return value
        shared = torch.tensor([value], dtype=torch.float64, device=self.device)
        dist.broadcast(shared, 0)
        return shared.item()

    def close(self):
        if self.count > 1:
            dist.destroy_process_group()
