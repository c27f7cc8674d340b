"""
Runs the stages of dvc.yaml in order, without DVC.

    python3 reproduce.py                 everything that is out of date
    python3 reproduce.py tang-lstm       one model
    python3 reproduce.py --force …       also what is up to date
    python3 reproduce.py --list          the stages and their commands

A stage is up to date when its outputs exist and its command, parameters and dependencies are
those of its last run here, which runs/stages.json remembers.
"""

import argparse
import hashlib
import json
import re
import shlex
import subprocess
import sys
from pathlib import Path

import yaml

ROOT = Path(__file__).parent
LOCK = ROOT / "runs" / "stages.json"


def expand_stages(document):
    """[{"name", "model", "cmd", "deps", "outs"}] from the `foreach` stages of dvc.yaml."""
    stages = []
    for name, stage in document["stages"].items():
        for key, item in stage["foreach"].items():
            body = fill_in(stage["do"], {"key": key, **{f"item.{k}": v for k, v in item.items()}})
            products = [
                next(iter(entry)) if isinstance(entry, dict) else entry
                for kind in ("outs", "metrics", "plots")
                for entry in body.get(kind, [])
            ]
            stages.append(
                {
                    "name": f"{name}@{key}",
                    "model": key,
                    "cmd": body["cmd"],
                    "deps": body["deps"],
                    "params": body["params"],
                    "outs": products,
                }
            )
    return stages


def fill_in(value, values):
    if isinstance(value, str):
        return re.sub(r"\$\{([^}]+)\}", lambda match: str(values[match[1]]), value)
    if isinstance(value, list):
        return [fill_in(entry, values) for entry in value]
    if isinstance(value, dict):
        return {fill_in(k, values): fill_in(v, values) for k, v in value.items()}
    return value


def explain(stage, lock, root=ROOT):
    """Why a stage has to run, or None. Raises FileNotFoundError for what no stage makes."""
    for dep in stage["deps"]:
        if not (root / dep).exists():
            raise FileNotFoundError(f"missing {dep}, which {stage['name']} reads: see README.md")
    for out in stage["outs"]:
        if not (root / out).exists():
            return f"{out} is missing"
    known = lock.get(stage["name"])
    if known is None:
        return "it has never run here"
    for key, value in fingerprint(stage, root).items():
        if known.get(key) != value:
            return f"{key} has changed"
    return None


def fingerprint(stage, root=ROOT):
    """{what a stage depends on: hash of its content}."""
    params = yaml.safe_load((root / "params.yaml").read_text(encoding="utf-8"))
    prints = {"command": digest(stage["cmd"].encode())}
    for path in stage["params"]:
        value = params
        for key in path.split("."):
            value = value[key]
        prints[path] = digest(json.dumps(value, sort_keys=True).encode())
    for dep in stage["deps"]:
        prints[dep] = digest((root / dep).read_bytes())
    return prints


def digest(data):
    return hashlib.sha256(data).hexdigest()


def main(arguments=None):
    parser = argparse.ArgumentParser(description=__doc__.strip().split("\n")[0])
    parser.add_argument("models", nargs="*", help="names; none means all")
    parser.add_argument("--force", action="store_true", help="run stages that are up to date too")
    parser.add_argument("--list", action="store_true", help="only show the stages")
    options = parser.parse_args(arguments)
    stages = expand_stages(yaml.safe_load((ROOT / "dvc.yaml").read_text(encoding="utf-8")))
    known = sorted({stage["model"] for stage in stages})
    unknown = [name for name in options.models if name not in known]
    if unknown:
        sys.exit(f"unknown model {unknown[0]!r}: give one of {', '.join(known)}")
    lock = json.loads(LOCK.read_text()) if LOCK.exists() else {}
    for stage in stages:
        if options.models and stage["model"] not in options.models:
            continue
        if options.list:
            print(f"{stage['name']}: {stage['cmd']}")
            continue
        try:
            reason = "forced" if options.force else explain(stage, lock)
        except FileNotFoundError as error:
            sys.exit(str(error))
        if reason is None:
            print(f"{stage['name']}: up to date")
            continue
        print(f"{stage['name']}: {reason}", flush=True)
        command = [sys.executable, *shlex.split(stage["cmd"])[1:]]
        for out in stage["outs"]:
            (ROOT / out).parent.mkdir(parents=True, exist_ok=True)
        if subprocess.run(command, cwd=ROOT, check=False).returncode:
            sys.exit(f"{stage['name']} failed")
        lock[stage["name"]] = fingerprint(stage)
        LOCK.write_text(json.dumps(lock, indent=1) + "\n")


if __name__ == "__main__":
    main()
