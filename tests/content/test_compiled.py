"""Nothing that content says of an object is lost on the way to its record."""

from __future__ import annotations

from collections.abc import Iterator

from game.content.building import BUILDERS
from game.content.load import Checked
from game.content.records import Content


def _lost(checked: Checked, base: Content) -> Iterator[tuple[str, str]]:
    """Yield the kind and name of each field that says something in a form and not in its record."""
    for defined in checked.objects.each():
        field, _ = BUILDERS.get(defined.kind, ("", None))
        record = getattr(base, field)[defined.id] if field else None
        for name in defined.model.model_fields_set:
            said = getattr(defined.model, name)
            if said and not getattr(record, name, said):
                yield defined.kind, name


def test_each_field_that_says_something_says_it_in_the_record(
    checked: Checked, base: Content
) -> None:
    assert sorted(set(_lost(checked, base))) == []
