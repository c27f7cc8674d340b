"""
A small grammar of English sentences and their Chinese translations, with the alignment of words.

The sentences are our own. They are chosen for their word order: in Chinese a time and a place come
before the verb, what describes a noun before the noun, and a count takes a measure word.
"""

import itertools
import random
from typing import NamedTuple


class Pair(NamedTuple):
    source: list[str]  # English words
    target: list[str]  # Chinese words
    alignment: list[list[int]]  # for each Chinese word the places of the English words it renders


PEOPLE = {
    "she": "她",
    "he": "他",
    "the student": "学生",
    "the engineer": "工程师",
    "my brother": "我 哥哥",
    "my friend": "我 朋友",
    "the teacher": "老师",
    "your sister": "你 姐姐",
}
TIMES = {
    "today": "今天",
    "yesterday": "昨天",
    "in the morning": "早上",
    "in the evening": "晚上",
    "last week": "上周",
}
PLACES = {
    "at home": "在 家里",
    "at school": "在 学校",
    "in the library": "在 图书馆",
    "in the office": "在 办公室",
    "in Beijing": "在 北京",
}
# Each verb in the past with its objects: (English noun, plural, measure word, Chinese noun).
BOOKS = [
    ("book", "books", "本", "书"),
    ("letter", "letters", "封", "信"),
    ("story", "stories", "个", "故事"),
    ("paper", "papers", "篇", "论文"),
]
MEALS = [
    ("apple", "apples", "个", "苹果"),
    ("cake", "cakes", "块", "蛋糕"),
    ("pear", "pears", "个", "梨"),
]
GOODS = [
    ("picture", "pictures", "张", "照片"),
    ("table", "tables", "张", "桌子"),
    ("bicycle", "bicycles", "辆", "自行车"),
]
VERBS = {
    ("read", "读 了"): BOOKS,
    ("wrote", "写 了"): BOOKS,
    ("ate", "吃 了"): MEALS,
    ("bought", "买 了"): BOOKS + MEALS + GOODS,
    ("found", "找到 了"): BOOKS + GOODS,
}
COUNTS = {"a": "一", "one": "一", "two": "两", "three": "三", "five": "五"}
QUALITIES = {"new": "新", "small": "小", "old": "旧", "good": "好", "long": "长"}


def list_pairs():
    """Every sentence of the grammar, in a fixed order."""
    nouns = [(verb, noun) for verb, objects in VERBS.items() for noun in objects]
    adverbials = [(None, None), *((t, None) for t in TIMES), *((None, p) for p in PLACES)]
    adverbials += list(itertools.product(TIMES, PLACES))
    for person, (verb, noun), count, quality, (time, place) in itertools.product(
        PEOPLE, nouns, COUNTS, [None, *QUALITIES], adverbials
    ):
        yield write_pair(person, verb, noun, count, quality, time, place)


def write_pair(person, verb, noun, count, quality, time, place):
    """English: who did what, where, when. Chinese: who, when, where, did what."""
    source, places = [], {}

    def say(name, words):
        words = words.split()
        places[name] = list(range(len(source), len(source) + len(words)))
        source.extend(words)

    singular, plural, measure, chinese = noun
    say("person", person)
    say("verb", verb[0])
    say("count", count)
    if quality:
        say("quality", quality)
    say("noun", singular if COUNTS[count] == "一" else plural)
    if place:
        say("place", place)
    if time:
        say("time", time)

    target, alignment = [], []

    def render(words, *names):
        for word in words.split():
            target.append(word)
            alignment.append([at for name in names for at in places[name]])

    if person.startswith(("my ", "your ")):
        owner, whom = PEOPLE[person].split()
        render(owner, "person")
        alignment[-1] = places["person"][:1]
        render(whom, "person")
        alignment[-1] = places["person"][1:]
    else:
        render(PEOPLE[person], "person")
    if time:
        render(TIMES[time], "time")
    if place:
        render(PLACES[place], "place")
    render(verb[1], "verb")
    render(COUNTS[count], "count")
    render(measure, "count", "noun")
    if quality:
        render(QUALITIES[quality] + " 的", "quality")
    render(chinese, "noun")
    return Pair(source, target, alignment)


def split_pairs(seed, counts):
    """Disjoint lists of sentences, drawn with the seed, as long as `counts` says."""
    pairs = list(list_pairs())
    random.Random(seed).shuffle(pairs)
    parts, first = [], 0
    for count in counts:
        parts.append(pairs[first : first + count])
        first += count
    return parts
