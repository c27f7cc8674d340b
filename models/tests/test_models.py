import math
import unittest

import torch

from characters.architectures import create_model
from characters.batches import IGNORED, carried_batches, line_batches, window_batches
from characters.dropout import draw_mask
from characters.evaluate import bits_per_character
from characters.muon import orthogonalise
from characters.optimiser import create_optimisers, schedule, set_rates
from characters.transformer import gelu

TRANSFORMER = {"layers": 2, "heads": 2, "width": 8, "context": 16, "mlp": 16}
LSTM = {"layers": 2, "embedding": 6, "hidden": 8}


def create(architecture, config):
    torch.manual_seed(1)
    return create_model(architecture, 20, config).eval()


class ModelsTest(unittest.TestCase):
    def test_no_model_sees_the_future(self):
        for architecture, config in (("transformer", TRANSFORMER), ("lstm", LSTM)):
            model = create(architecture, config)
            tokens = torch.arange(10)[None]
            changed = tokens.clone()
            changed[0, 6:] = 19
            before, after = (model(t)[0][0] for t in (tokens, changed))
            torch.testing.assert_close(before[:6], after[:6])
            self.assertGreater((before[6] - after[6]).abs().max(), 1e-4)

    def test_attention_rows_sum_to_one_and_are_zero_ahead(self):
        found = create("transformer", TRANSFORMER).inspect(torch.arange(10)[None])
        A = found["attentions"]
        torch.testing.assert_close(A.sum(-1), torch.ones(1, 2, 2, 10))
        self.assertEqual(A.triu(1).abs().max(), 0)
        self.assertEqual(found["queries"].shape, (1, 2, 2, 10, 4))
        self.assertEqual(found["hidden_states"].shape, (1, 3, 10, 8))

    def test_an_lstm_carries_its_state_through_a_cut(self):
        model = create("lstm", LSTM)
        tokens = torch.arange(12)[None]
        whole, _ = model(tokens)
        first, state = model(tokens[:, :5])
        second, _ = model(tokens[:, 5:], state)
        torch.testing.assert_close(torch.cat([first, second], 1), whole)

    def test_dropout_of_recurrent_weights_acts_in_training_only_and_reaches_all_weights(self):
        model = create("lstm", {**LSTM, "recurrent_dropout": 0.5, "word_dropout": 0.5})
        tokens = torch.arange(10)[None]
        torch.testing.assert_close(model(tokens)[0], model(tokens)[0])
        model.train()
        self.assertGreater((model(tokens)[0] - model(tokens)[0]).abs().max(), 1e-6)
        model(tokens)[0].sum().backward()
        self.assertTrue(all(p.grad is not None for p in model.parameters()))

    def test_a_dropout_mask_keeps_its_share_and_the_mean(self):
        mask = draw_mask((1000, 1000), 64, torch.zeros(1))
        self.assertAlmostEqual(mask.mean().item(), 1, delta=0.01)
        self.assertAlmostEqual((mask == 0).float().mean().item(), 0.25, delta=0.005)

    def test_gelu_is_the_tanh_formula(self):
        x = torch.linspace(-6, 6, 100)
        wanted = torch.nn.functional.gelu(x, approximate="tanh")
        torch.testing.assert_close(gelu(x), wanted, atol=1e-6, rtol=1e-5)

    def test_an_unknown_architecture_is_named(self):
        with self.assertRaisesRegex(ValueError, "unknown architecture 'cnn'"):
            create_model("cnn", 20, {})


class OptimiserTest(unittest.TestCase):
    def test_orthogonalised_matrices_have_singular_values_near_one(self):
        for shape in ((16, 40), (40, 16)):
            X = orthogonalise(torch.randn(shape, generator=torch.Generator().manual_seed(1)))
            values = torch.linalg.svdvals(X)
            self.assertGreater(values.min(), 0.5)
            self.assertLess(values.max(), 1.5)

    def test_each_weight_belongs_to_one_optimiser_and_moves(self):
        settings = {"rate": 0.01, "weight_decay": 0.1}
        for more, count in (({}, 1), ({"matrix_rate": 0.01}, 2)):
            model = create("transformer", TRANSFORMER)
            before = {name: p.detach().clone() for name, p in model.named_parameters()}
            optimisers = create_optimisers(model, {**settings, **more})
            self.assertEqual(len(optimisers), count)
            owned = [p for o in optimisers for g in o.param_groups for p in g["params"]]
            self.assertEqual(len({id(p) for p in owned}), len(before))
            self.assertEqual(len(owned), len(before))
            set_rates(optimisers, step=0, steps=10, warmup=1)
            model(torch.arange(16)[None])[0].square().sum().backward()
            for optimiser in optimisers:
                optimiser.step()
            for name, p in model.named_parameters():
                self.assertGreater((p - before[name]).abs().max(), 0, name)

    def test_the_rate_rises_over_the_warm_up_and_falls_to_a_fiftieth(self):
        shares = [schedule(step, steps=100, warmup=10) for step in range(101)]
        self.assertAlmostEqual(shares[0], 0.1)
        self.assertAlmostEqual(max(shares), 1)
        self.assertAlmostEqual(shares[100], 0.02)
        self.assertEqual(shares[10:], sorted(shares[10:], reverse=True))
        cycles = [schedule(step, steps=200, warmup=10, cycles=2) for step in range(200)]
        self.assertEqual(cycles[:100], shares[:100])
        self.assertEqual(cycles[100:], [share / 2 for share in shares[:100]])


class BatchesTest(unittest.TestCase):
    lines = [[2 + i % 7] * (3 + i % 4) + [0] for i in range(50)]

    def test_each_line_is_predicted_once_from_the_start_token(self):
        seen = []
        for inputs, targets in line_batches(self.lines, 8, seed=1):
            for x, y in zip(inputs.tolist(), targets.tolist()):
                y = [token for token in y if token != IGNORED]
                self.assertEqual(x[: len(y)], [0, *y[:-1]])
                seen.append(y)
        self.assertCountEqual(seen, self.lines)

    def test_packed_batches_go_on_after_the_line_end(self):
        for inputs, _ in line_batches(self.lines, 8, seed=1, packed=1.0, length=20):
            self.assertEqual(inputs.shape[1], 20)
            self.assertTrue((inputs[:, 1:] == 0).any(dim=1).all())

    def test_windows_and_carried_streams_predict_the_next_token(self):
        stream = list(range(1, 101))
        for inputs, targets in window_batches(stream, 2, 8, seed=1):
            self.assertTrue(((targets - inputs) == 1).all())
        batches = list(carried_batches(stream, 4, 8, seed=1))
        for (inputs, _), (after, _) in zip(batches, batches[1:]):
            self.assertTrue((after[:, 0] == inputs[:, -1] % 100 + 1).all())


class EvaluateTest(unittest.TestCase):
    def test_a_model_that_knows_nothing_needs_the_logarithm_of_the_vocabulary(self):
        for architecture, config in (("transformer", TRANSFORMER), ("lstm", LSTM)):
            model = create(architecture, config)
            for parameter in model.parameters():
                torch.nn.init.zeros_(parameter)
            for unit, texts in (("line", [[3, 4, 0]] * 5), ("stream", [list(range(20)) * 3])):
                self.assertAlmostEqual(
                    bits_per_character(model, texts, unit), math.log2(20), places=4
                )

    def test_windows_score_each_character_once_and_from_half_a_context(self):
        model = create("transformer", TRANSFORMER)
        stream = [i * i % 20 for i in range(40)]
        nats = 0
        for i, token in enumerate(stream):
            first = 0 if i < 16 else i // 8 * 8 - 8
            logits, _ = model(torch.tensor([[0, *stream][first : i + 1]]))
            nats -= torch.log_softmax(logits[0, -1], 0)[token].item()
        bits = bits_per_character(model, [stream], "stream")
        self.assertAlmostEqual(bits, nats / len(stream) / math.log(2), places=4)

    def test_a_stream_scores_the_same_in_pieces_as_in_one_pass(self):
        model = create("lstm", LSTM)
        stream = [i * i % 20 for i in range(1100)]
        logits, _ = model(torch.tensor([[0, *stream[:-1]]]))
        wanted = torch.nn.functional.cross_entropy(logits[0], torch.tensor(stream)).item()
        bits = bits_per_character(model, [stream], "stream")
        self.assertAlmostEqual(bits, wanted / math.log(2), places=4)


if __name__ == "__main__":
    unittest.main()
