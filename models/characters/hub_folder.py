"""The folder that transformers.js loads: config.json, a character tokenizer, onnx/model.onnx."""

import onnx

from .corpus import LINE_END, START_TOKEN, UNKNOWN
from .json_file import write_json
from .onnx_file import build_onnx


def write_hub_folder(folder, name, vocabulary, model):
    """`model_type` bert makes AutoModel hand every named output through as it is."""
    config = model.config
    write_json(
        folder / "config.json",
        {
            "model_type": "bert",
            "architectures": ["BertModel"],
            "vocab_size": len(vocabulary),
            "hidden_size": config["width"],
            "num_hidden_layers": config["layers"],
            "num_attention_heads": config["heads"],
            "intermediate_size": config["mlp"],
            "max_position_embeddings": config["context"],
        },
    )
    write_json(
        folder / "tokenizer_config.json",
        {
            "tokenizer_class": "PreTrainedTokenizerFast",
            "model_max_length": config["context"],
            "unk_token": UNKNOWN,
            "bos_token": LINE_END,
        },
    )
    write_json(folder / "tokenizer.json", describe_tokenizer(vocabulary))
    (folder / "onnx").mkdir(exist_ok=True)
    onnx.save(build_onnx(name, model), str(folder / "onnx" / "model.onnx"))


def describe_tokenizer(vocabulary):
    """One token per character, which is BPE without merges; every text starts from the line end."""
    return {
        "version": "1.0",
        "truncation": None,
        "padding": None,
        "added_tokens": [],
        "normalizer": None,
        "pre_tokenizer": {
            "type": "Split",
            "pattern": {"Regex": "[\\s\\S]"},
            "behavior": "Isolated",
            "invert": False,
        },
        "post_processor": {
            "type": "TemplateProcessing",
            "single": [
                {"SpecialToken": {"id": LINE_END, "type_id": 0}},
                {"Sequence": {"id": "A", "type_id": 0}},
            ],
            "pair": [
                {"Sequence": {"id": "A", "type_id": 0}},
                {"Sequence": {"id": "B", "type_id": 0}},
            ],
            "special_tokens": {
                LINE_END: {"id": LINE_END, "ids": [START_TOKEN], "tokens": [LINE_END]}
            },
        },
        "decoder": {"type": "Fuse"},
        "model": {
            "type": "BPE",
            "merges": [],
            "vocab": {character: token for token, character in enumerate(vocabulary)},
            "unk_token": UNKNOWN,
        },
    }
