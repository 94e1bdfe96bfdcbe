from collections.abc import Mapping
from typing import Literal

from reportdesk.form.record import EMPTY, Record
from reportdesk.form.strict import Strict


class Leaf(Record):
    id: str
    weight: int = 1


class Branch(Record):
    name: str
    leaves: tuple[Leaf, ...] = ()


class Tree(Record):
    name: str
    size: int
    green: bool = False
    leaves: tuple[Leaf, ...] = ()
    words: tuple[str, ...] = ()
    kind: Literal["oak", "fir"] = "oak"
    parts: tuple[Leaf | Branch, ...] = ()
    limit: int | None = None
    prices: Mapping[str, int] = EMPTY


def filled(data: object) -> tuple[Tree | None, list[str]]:
    strict = Strict({Tree: {"size": "from", "leaves": "leaf"}}, {"leaf": Leaf, "branch": Branch})
    return strict.fill(Tree, data, "树"), strict.complaints


def test_good_data_fill_every_kind_of_field():
    tree, complaints = filled(
        {
            "name": "a",
            "from": 3,
            "green": True,
            "leaf": [{"id": "x"}, {"id": "y", "weight": 2}],
            "words": ["p", "q"],
            "kind": "fir",
            "parts": [{"kind": "branch", "name": "b", "leaves": [{"id": "z"}]}],
            "limit": 7,
            "prices": {"k": 5},
        }
    )
    assert complaints == []
    assert tree is not None
    assert (tree.name, tree.size, tree.green, tree.kind, tree.limit) == ("a", 3, True, "fir", 7)
    assert [(leaf.id, leaf.weight) for leaf in tree.leaves] == [("x", 1), ("y", 2)]
    assert (tree.words, tree.prices) == (("p", "q"), {"k": 5})
    (branch,) = tree.parts
    assert isinstance(branch, Branch)
    assert (branch.name, [leaf.id for leaf in branch.leaves]) == ("b", ["z"])


def test_all_complaints_come_at_once_each_with_its_place():
    _, complaints = filled(
        {
            "nane": "a",
            "from": "3",
            "leaf": [{"id": "x", "wieght": 1}, {}],
            "words": "pq",
            "kind": "elm",
            "prices": {"k": "5"},
            "parts": [{"kind": "root"}, {"id": "x"}],
        }
    )
    assert complaints == [
        "树：不认识「nane」，是不是「name」？",
        "树 › from：应为整数，现在是文字 '3'",
        "树 › leaf x：不认识「wieght」，是不是「weight」？",
        "树 › leaf 第 2 项：缺少「id」",
        "树 › words：应为列表（写在方括号里），现在是文字 'pq'",
        '树 › kind：应为 "oak"、"fir" 之一，现在是文字 \'elm\'',
        "树 › prices › k：应为整数，现在是文字 '5'",
        '树 › parts 第 1 项：「kind」应为 "leaf"、"branch" 之一，现在是文字 \'root\'',
        '树 › parts x：「kind」应为 "leaf"、"branch" 之一，现在没有写',
        "树：缺少「name」",
    ]


def test_a_true_is_no_number_and_a_number_is_no_true():
    _, complaints = filled({"name": "a", "from": True, "green": 1})
    assert complaints == [
        "树 › from：应为整数，现在是true 或 false true",
        "树 › green：应为true 或 false，现在是整数 1",
    ]


def test_the_field_name_is_not_taken_for_the_key_that_stands_for_it():
    _, complaints = filled({"name": "a", "size": 3})
    assert complaints == ["树：不认识「size」", "树：缺少「from」"]


def test_data_that_are_no_table_give_nothing():
    assert filled(["a"]) == (None, ["树：应为一组键值，现在是列表"])


def test_the_data_are_left_as_they_were():
    data = {"name": "a", "from": 1, "parts": [{"kind": "leaf", "id": "x"}]}
    filled(data)
    assert data == {"name": "a", "from": 1, "parts": [{"kind": "leaf", "id": "x"}]}
