from dataclasses import dataclass, replace

from teicable.model.once import Once


@dataclass(frozen=True)
class Counted:
    asked: list[int]

    @Once
    def size(self) -> int:
        """How often it was asked for."""
        self.asked.append(1)
        return len(self.asked)


def test_a_property_is_found_once_and_anew_in_a_copy():
    value = Counted([])
    assert (value.size, value.size) == (1, 1)
    assert replace(value).size == 2
    assert isinstance(Counted.size, Once)
