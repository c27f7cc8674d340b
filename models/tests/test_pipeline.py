import os
import random
import re
import socket
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

import torch
import yaml

import reproduce
from characters.ngram import NgramModel
from characters.train import main as train

ROOT = Path(__file__).parent.parent


def write_corpus(folder):
    draw = random.Random(1)
    words = ["the cat", "a dog", "runs", "sleeps", "and then", "in the sun"]
    lines = [f"{i} " + " ".join(draw.choices(words, k=3)) for i in range(700)]
    path = folder / "corpus.txt"
    path.write_text("\n".join(lines) + "\n")
    return path


def write_params(folder, architecture, unit):
    config = {
        "transformer": {"layers": 1, "heads": 2, "width": 16, "context": 48, "mlp": 16},
        "lstm": {"layers": 1, "embedding": 8, "hidden": 16},
    }[architecture]
    training = {
        "bfloat16": False,
        "seed": 1,
        "epochs": 2,
        "batch": 32,
        "length": 48,
        "packed": 0.1,
        "rate": 0.01,
        "warmup": 5,
        "weight_decay": 0.1,
        "averaging": 0.9,
        "patience": 2,
    }
    entry = {
        "corpus": "small",
        "unit": unit,
        "architecture": architecture,
        "config": config,
        "regularisation": {"dropout": 0.1},
        "training": training,
    }
    path = folder / "params.yaml"
    path.write_text(yaml.safe_dump({"models": {"small": entry}}))
    return path


def list_modules(path, found):
    """A module of this folder and all modules of it that it imports, as paths."""
    if path not in found and (ROOT / path).exists():
        found.add(path)
        package = path.split("/")[0]
        for near, far in re.findall(
            r"^from (?:\.(\w+)|((?:characters|digits|translation)\.\w+)) import",
            (ROOT / path).read_text(),
            re.MULTILINE,
        ):
            list_modules(f"{package}/{near}.py" if near else f"{far.replace('.', '/')}.py", found)
    return found


class PipelineTest(unittest.TestCase):
    def setUp(self):
        self.folder = Path(tempfile.mkdtemp())
        torch.set_num_threads(1)

    def run_training(self, architecture, unit, name="run"):
        arguments = ["--model", "small", "--corpus", str(write_corpus(self.folder))]
        params = str(write_params(self.folder, architecture, unit))
        out = self.folder / name
        train([*arguments, "--params", params, "--out", str(out)])
        return torch.load(out / "checkpoint.pt")["weights"], (out / "curve.csv").read_text()

    def test_each_architecture_learns_lines_and_streams(self):
        for architecture in ("transformer", "lstm"):
            for unit in ("line", "stream"):
                _, curve = self.run_training(architecture, unit)
                last = float(curve.strip().split("\n")[-1].split(",")[-1])
                self.assertLess(last, 4.5, f"{architecture} on {unit}")

    def test_equal_seeds_give_equal_weights(self):
        first, _ = self.run_training("lstm", "line", "first")
        second, _ = self.run_training("lstm", "line", "second")
        for name, weight in first.items():
            torch.testing.assert_close(weight, second[name], rtol=0, atol=0)

    def test_two_processes_train_together(self):
        corpus = write_corpus(self.folder)
        params = write_params(self.folder, "lstm", "line")
        out = self.folder / "run"
        command = [sys.executable, "-m", "characters.train", "--model", "small"]
        command += ["--corpus", str(corpus), "--params", str(params), "--out", str(out)]
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = str(free.getsockname()[1])
        # What torchrun sets, without its start-up time.
        shared = {**os.environ, "WORLD_SIZE": "2", "MASTER_ADDR": "127.0.0.1", "MASTER_PORT": port}
        started = [
            subprocess.Popen(command, cwd=ROOT, env={**shared, "RANK": rank, "LOCAL_RANK": "0"})
            for rank in ("0", "1")
        ]
        self.assertEqual([process.wait(120) for process in started], [0, 0])
        self.assertIn('"processes": 2', (out / "summary.json").read_text())

    def test_a_bad_corpus_ends_with_one_sentence(self):
        empty = self.folder / "empty.txt"
        empty.write_text("")
        with self.assertRaisesRegex(SystemExit, "invalid corpus .*empty.txt: it is empty"):
            train(["--model", "tang-lstm", "--corpus", str(empty), "--out", str(self.folder)])
        long = self.folder / "long.txt"
        long.write_text("".join(f"{i:070d}\n" for i in range(200)))
        with self.assertRaisesRegex(SystemExit, "a line of 70 characters is longer than the context of 63"):
            train(["--model", "tang-transformer", "--corpus", str(long), "--out", "unused"])
        with self.assertRaisesRegex(SystemExit, "unknown model 'x'"):
            train(["--model", "x", "--corpus", str(empty), "--out", str(self.folder)])


class NgramTest(unittest.TestCase):
    def test_probabilities_sum_to_one_in_known_and_unknown_contexts(self):
        model = NgramModel([[2, 3, 2, 4, 0], [2, 3, 3, 0]], order=3, vocabulary=6)
        for context in ((0, 0), (2, 3), (5, 5)):
            total = sum(model.probability(context, token) for token in range(6))
            self.assertAlmostEqual(total, 1)


class ReproduceTest(unittest.TestCase):
    def test_each_model_is_trained_between_its_baseline_and_its_export(self):
        stages = reproduce.expand_stages(yaml.safe_load((ROOT / "dvc.yaml").read_text()))
        names = [stage["name"] for stage in stages if stage["model"] == "tang-lstm"]
        self.assertEqual(names, ["baseline@tang-lstm", "train@tang-lstm", "export@tang-lstm"])
        made = {out for stage in stages for out in stage["outs"]}
        for stage in stages:
            for dep in stage["deps"]:
                if not dep.startswith("corpora/") and dep not in made:
                    self.assertTrue((ROOT / dep).exists(), dep)
            self.assertNotIn("${", str(stage))

    def test_each_stage_depends_on_every_module_that_its_command_loads(self):
        stages = reproduce.expand_stages(yaml.safe_load((ROOT / "dvc.yaml").read_text()))
        for stage in stages:
            module = stage["cmd"].split()[2]  # python3 -m <module>
            loaded = list_modules(f"{module.replace('.', '/')}.py", set())
            listed = {dep for dep in stage["deps"] if dep.endswith(".py")}
            self.assertEqual(listed, loaded, stage["name"])

    def test_a_stage_runs_again_when_an_input_a_parameter_or_an_output_has_changed(self):
        root = Path(tempfile.mkdtemp())
        stage = {"name": "s", "cmd": "python3 x", "deps": ["in"], "params": ["a"], "outs": ["out"]}
        with self.assertRaisesRegex(FileNotFoundError, "missing in"):
            reproduce.explain(stage, {}, root)
        (root / "in").write_text("1")
        (root / "params.yaml").write_text("a: 1\nb: 1\n")
        self.assertEqual(reproduce.explain(stage, {}, root), "out is missing")
        (root / "out").write_text("1")
        self.assertEqual(reproduce.explain(stage, {}, root), "it has never run here")
        lock = {"s": reproduce.fingerprint(stage, root)}
        (root / "params.yaml").write_text("a: 1\nb: 2\n")
        self.assertIsNone(reproduce.explain(stage, lock, root))
        (root / "params.yaml").write_text("a: 2\nb: 2\n")
        self.assertEqual(reproduce.explain(stage, lock, root), "a has changed")
        (root / "in").write_text("2")
        self.assertEqual(reproduce.explain(stage, lock, root), "a has changed")


if __name__ == "__main__":
    unittest.main()
