"""Values behave as the standard library's frozen, slotted dataclasses do."""

from __future__ import annotations

import dataclasses
import pickle

import pytest

from printlayout.base.value import dataclass, field, replace


@dataclass(frozen=True, slots=True)
class Point:
    """A point."""

    x: int
    y: int = 0
    tags: list[str] = field(default_factory=list)
    secret: str = field(default="s", repr=False)

    @property
    def sum(self) -> int:
        return self.x + self.y


@dataclass(frozen=True, slots=True)
class Pair:
    a: int
    b: int = 2


@dataclass(slots=True)
class Counter:
    start: int
    now: int = field(init=False)

    def __post_init__(self) -> None:
        self.now = self.start


def test_arguments_by_place_name_and_default() -> None:
    assert (Point(1).y, Point(1, 2).y, Point(1, y=3).sum, Point(x=1).tags) == (0, 2, 4, [])
    first, second = Point(1), Point(1)
    first.tags.append("a")
    assert second.tags == []  # a list of its own each
    with pytest.raises(TypeError):
        Point()  # type: ignore[call-arg]
    with pytest.raises(TypeError):
        Point(1, z=2)  # type: ignore[call-arg]


def test_frozen_and_slotted() -> None:
    point = Point(1)
    with pytest.raises(dataclasses.FrozenInstanceError):
        point.x = 2  # type: ignore[misc]
    with pytest.raises(dataclasses.FrozenInstanceError):
        del point.x
    assert not hasattr(point, "__dict__")


def test_equality_hash_and_words() -> None:
    assert Pair(1) == Pair(1, 2) != Pair(1, 3)
    assert Pair(1) != (1, 2)
    assert len({Pair(1), Pair(1, 2), Pair(2)}) == 2
    assert repr(Point(1)) == "Point(x=1, y=0, tags=[])"
    with pytest.raises(TypeError):
        hash(Counter(1))


def test_a_value_that_changes_and_one_computed_at_birth() -> None:
    counter = Counter(5)
    counter.now += 1
    assert (counter.start, counter.now) == (5, 6)


def test_the_standard_librarys_tools_work() -> None:
    assert replace(Pair(1), b=5) == Pair(1, 5) == dataclasses.replace(Pair(1), b=5)
    assert dataclasses.is_dataclass(Pair) and dataclasses.asdict(Pair(1)) == {"a": 1, "b": 2}
    assert [one.name for one in dataclasses.fields(Point)] == ["x", "y", "tags", "secret"]


def test_pickled_and_matched() -> None:
    assert pickle.loads(pickle.dumps(Point(1, 2, ["a"]))) == Point(1, 2, ["a"])
    match Pair(1, 7):
        case Pair(1, b):
            assert b == 7
        case _:
            raise AssertionError
