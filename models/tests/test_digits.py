import tempfile
import unittest
from pathlib import Path

import numpy as np
import torch

from characters.params import read_entries
from digits.augment import distort
from digits.export import export
from digits.idx_file import IMAGES, read_idx
from digits.preprocess import centre_digit
from digits.train import split, train


def bar(height, width, top, left):
    ink = np.zeros((60, 60), np.float32)
    ink[top : top + height, left : left + width] = 1
    return ink


class DigitsTest(unittest.TestCase):
    def test_a_bar_becomes_twenty_pixels_long_and_stands_in_the_middle(self):
        picture = centre_digit(bar(40, 8, 15, 3))
        rows, columns = np.nonzero(picture > 0.01)
        self.assertEqual((rows.min(), rows.max(), columns.min(), columns.max()), (4, 23, 12, 15))
        self.assertAlmostEqual(float(picture.sum()), 20 * 4, places=3)

    def test_no_ink_gives_an_empty_picture(self):
        self.assertEqual(centre_digit(np.zeros((9, 9))).sum(), 0)

    def test_held_out_images_are_not_trained_on_and_the_seed_decides_them(self):
        inside, outside = split(70, 10, 3)
        self.assertEqual(sorted([*inside, *outside]), list(range(70)))
        self.assertEqual(split(70, 10, 3)[1].tolist(), outside.tolist())

    def test_distortion_keeps_shape_and_range_and_changes_the_picture(self):
        X = torch.from_numpy(centre_digit(bar(40, 8, 15, 3)))[None, None].repeat(4, 1, 1, 1)
        settings = read_entries()["digits"]["augmentation"]
        Y = distort(X, settings, torch.Generator().manual_seed(1))
        self.assertEqual(Y.shape, X.shape)
        self.assertTrue(0 <= Y.min() and Y.max() <= 1.0001)
        self.assertGreater((Y[0] - Y[1]).abs().max().item(), 0.05)

    def test_two_kinds_of_bars_are_learned_and_exported(self):
        params = read_entries()["digits"]
        params["training"] |= {"epochs": 6, "held_out": 20, "batch": 16}
        draw = np.random.default_rng(1)
        y = draw.integers(0, 2, 180)
        X = np.stack(
            [bar(*((40, 8) if kind else (8, 40)), *draw.integers(0, 20, 2)) for kind in y]
        )
        with tempfile.TemporaryDirectory() as folder:
            run, out = Path(folder) / "run", Path(folder) / "out"
            train(params, np.stack([centre_digit(x) for x in X]), y, run)
            export(X, y, run, out)
            self.assertIn('"heldOut": 1.0', (out / "card.json").read_text())

    def test_a_broken_file_is_refused_by_name(self):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "labels.gz"
            path.write_bytes(bytes([0, 0, 8, 1, 0, 0, 0, 9]))
            with self.assertRaisesRegex(ValueError, "labels.gz"):
                read_idx(path, IMAGES)


if __name__ == "__main__":
    unittest.main()
