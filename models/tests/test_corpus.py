import tempfile
import unittest
from pathlib import Path

from characters.corpus import (
    CorpusError,
    build_vocabulary,
    encode,
    read_corpus,
    split_corpus,
)


def write(data):
    path = Path(tempfile.mkdtemp()) / "corpus.txt"
    path.write_bytes(data)
    return path


class CorpusTest(unittest.TestCase):
    def test_a_missing_empty_undecodable_or_small_corpus_is_named_with_its_fault(self):
        faults = {
            "it is empty": b" \n",
            "byte 3 is not UTF-8": b"abc\xff" * 5000,
            "9 characters are too few": b"too small",
        }
        for message, data in faults.items():
            with self.assertRaisesRegex(CorpusError, f"invalid corpus .*{message}"):
                read_corpus(write(data))
        with self.assertRaisesRegex(CorpusError, "missing corpus"):
            read_corpus("/nowhere.txt")

    def test_line_ends_of_windows_and_a_byte_order_mark_disappear(self):
        text = read_corpus(write(b"\xef\xbb\xbf" + b"a\r\n" * 6000))
        self.assertEqual(text, "a\n" * 6000)

    def test_lines_are_split_by_the_seed_and_none_is_both_trained_and_tested_on(self):
        text = "".join(f"line {i}\n" for i in range(1000)) + "line 1\n" * 30
        split = split_corpus(text, "line", seed=1)
        self.assertEqual(split, split_corpus(text, "line", seed=1))
        self.assertNotEqual(split, split_corpus(text, "line", seed=2))
        self.assertFalse(set(split.train) & set(split.test))
        self.assertFalse(set(split.train) & set(split.validation))
        self.assertFalse(set(split.validation) & set(split.test))
        self.assertGreaterEqual(len(split.test), 8)
        self.assertTrue(all(line.endswith("\n") for line in split.train))

    def test_a_corpus_without_a_line_to_hold_out_is_refused(self):
        with self.assertRaisesRegex(CorpusError, "give more different lines"):
            split_corpus("always the same\n" * 1000, "line", seed=1)

    def test_a_stream_keeps_its_order_and_its_last_hundredth_for_the_test(self):
        text = "".join(chr(97 + i % 26) for i in range(10_000))
        split = split_corpus(text, "stream", seed=1)
        self.assertEqual("".join(split.train + split.validation + split.test), text)
        self.assertEqual(len(split.test[0]), 100)
        self.assertEqual(len(split.validation[0]), 100)

    def test_the_vocabulary_begins_with_line_end_and_unknown_then_goes_by_frequency(self):
        vocabulary = build_vocabulary(["bba\n", "bc\n"])
        self.assertEqual(vocabulary, ["\n", "<unknown>", "b", "a", "c"])
        self.assertEqual(encode(vocabulary, "abx\n"), [3, 2, 1, 0])


if __name__ == "__main__":
    unittest.main()
