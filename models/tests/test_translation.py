import unittest

import torch

from translation.network import Translator
from translation.sentences import list_pairs, split_pairs
from translation.train import train

SMALL = {
    "config": {"layers": 1, "heads": 2, "width": 32, "mlp": 32, "longest": 16, "dropout": 0.0},
    "training": {
        "seed": 1,
        "pairs": 400,
        "held_out": 20,
        "shown": 2,
        "steps": 120,
        "snapshots": [0, 120],
        "batch": 32,
        "rate": 0.005,
        "warmup": 10,
        "weight_decay": 0.01,
    },
}


class SentencesTest(unittest.TestCase):
    def test_every_word_of_a_translation_renders_words_of_the_original_and_none_is_left_out(self):
        for pair in split_pairs(3, [500])[0]:
            self.assertEqual(len(pair.target), len(pair.alignment))
            self.assertTrue(all(pair.alignment))
            rendered = {place for places in pair.alignment for place in places}
            self.assertEqual(rendered, set(range(len(pair.source))))

    def test_parts_share_no_sentence(self):
        parts = split_pairs(3, [100, 50, 6])
        self.assertEqual([len(part) for part in parts], [100, 50, 6])
        sources = [" ".join(pair.source) for part in parts for pair in part]
        self.assertEqual(len(set(sources)), 156)

    def test_no_original_has_two_translations(self):
        pairs = list(list_pairs())
        self.assertEqual(len({" ".join(pair.source) for pair in pairs}), len(pairs))


class TranslatorTest(unittest.TestCase):
    def test_the_decoder_sees_nothing_ahead_and_no_padding(self):
        torch.manual_seed(1)
        model = Translator(20, 20, 2, 2, 16, 16, 12, 0.0).eval()
        source, target = torch.randint(1, 20, (1, 6)), torch.randint(1, 20, (1, 5))
        logits, weights = model(source, target)
        changed = target.clone()
        changed[0, 3] = (changed[0, 3] % 19) + 1
        torch.testing.assert_close(model(source, changed)[0][:, :3], logits[:, :3])
        padded = torch.cat([source, torch.zeros(1, 3, dtype=torch.long)], 1)
        torch.testing.assert_close(model(padded, target)[0], logits)
        for A in weights.values():
            torch.testing.assert_close(A.sum(-1), torch.ones(A.shape[:-1]))

    def test_training_learns_and_stores_what_it_saw(self):
        content = train(SMALL)
        first, last = content["snapshots"]
        self.assertLess(last["loss"], 0.5 * first["loss"])
        pair, weights = content["pairs"][0], last["weights"][0]
        S, T = len(pair["source"]), len(pair["target"])
        self.assertEqual(len(weights["cross"][0][0]), T * S)
        self.assertEqual(len(weights["source"][0][0]), S * S)
        self.assertEqual(len(weights["target"][0][0]), T * T)


if __name__ == "__main__":
    unittest.main()
