import copy
import json
import tempfile
import unittest
from pathlib import Path

import numpy as np
import torch

from characters.architectures import create_model
from characters.flat_file import write_flat_file
from characters.hub_folder import write_hub_folder
from characters.quantise import dequantise_rows, quantise_rows
from characters.tensors import apply_quantisation
from characters.value_table import make_value_table

VOCABULARY = ["\n", "<unknown>", *"abcdefgh"]
LSTM = {"layers": 1, "embedding": 6, "hidden": 8}
TRANSFORMER = {"layers": 2, "heads": 2, "width": 8, "context": 32, "mlp": 16}


def create(architecture, config):
    torch.manual_seed(2)
    return create_model(architecture, len(VOCABULARY), config).eval()


class ExportTest(unittest.TestCase):
    def setUp(self):
        self.folder = Path(tempfile.mkdtemp())

    def test_rounding_is_at_most_half_a_step_and_a_row_of_zeros_stays_zero(self):
        W = np.random.default_rng(1).normal(size=(5, 40)).astype(np.float32)
        W[2] = 0
        integers, scales = quantise_rows(W)
        error = np.abs(dequantise_rows(integers, scales) - W)
        self.assertTrue((error <= scales[:, None] / 2 + 1e-7).all())
        self.assertTrue((dequantise_rows(integers, scales)[2] == 0).all())

    def test_the_flat_file_holds_the_quantised_weights(self):
        model = create("lstm", LSTM)
        header = write_flat_file(self.folder, "small", "lstm", VOCABULARY, model)
        data = (self.folder / "weights.bin").read_bytes()
        self.assertEqual(header, json.loads((self.folder / "model.json").read_text()))
        self.assertEqual(header["bytes"], len(data))
        entries = {entry["name"]: entry for entry in header["tensors"]}
        found = entries["lstm.0.recurrent.weight"]
        self.assertEqual(found["shape"], [32, 8])
        integers = np.frombuffer(data, np.int8, 256, found["offset"]).reshape(32, 8)
        scales = np.frombuffer(data, "<f4", 32, found["scale"])
        shipped = apply_quantisation(copy.deepcopy(model)).lstm.weight_hh_l0.detach().numpy()
        np.testing.assert_array_equal(dequantise_rows(integers, scales), shipped)
        bias = np.frombuffer(data, "<f4", 32, entries["lstm.0.bias"]["offset"])
        np.testing.assert_allclose(
            bias, (model.lstm.bias_ih_l0 + model.lstm.bias_hh_l0).detach().numpy()
        )

    def test_the_value_table_has_ten_sentences_one_with_an_unknown_character(self):
        for model in (create("lstm", LSTM), create("transformer", TRANSFORMER)):
            table = make_value_table(model, seed=3)
            self.assertEqual(len(table["sentences"]), 10)
            self.assertTrue(any(1 in sentence["tokens"] for sentence in table["sentences"]))
            self.assertEqual(table, make_value_table(model, seed=3))

    def test_the_onnx_file_passes_the_checker_and_keeps_its_matrices_in_8_bits(self):
        import onnx

        model = create("transformer", TRANSFORMER)
        write_hub_folder(self.folder, "small", VOCABULARY, model)
        graph = onnx.load(str(self.folder / "onnx" / "model.onnx")).graph
        names = [output.name for output in graph.output]
        self.assertEqual(
            names, ["logits", "attentions", "queries", "keys", "values", "hidden_states"]
        )
        floats = [i for i in graph.initializer if i.data_type == onnx.TensorProto.FLOAT]
        self.assertFalse([i.name for i in floats if len(i.dims) == 2 and i.name != "mask"])
        config = json.loads((self.folder / "config.json").read_text())
        self.assertEqual(config["vocab_size"], len(VOCABULARY))


if __name__ == "__main__":
    unittest.main()
