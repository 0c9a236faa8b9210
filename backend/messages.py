"""A sentence for the user that is not yet put into words: a template and its values.

What the backend tells is English. Faces that speak another language translate the template first
and put the values in afterwards, so templates are literals that a script can collect.

>>> str(Message("{role} file {path!r} is {state}.", role="PAN", path="a", state=Message("empty")))
"PAN file 'a' is empty."
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Callable


def _as_it_is(template: str) -> str:
    return template


@dataclass(frozen=True, init=False)
class Message:
    """A template for `str.format` and the values of its placeholders, by name.

    A value may be a message itself. Without values the template is the whole text, whatever braces
    it holds.
    """

    template: str
    values: Mapping[str, object] = field(hash=False)

    def __init__(self, template: str, /, **values: object) -> None:
        object.__setattr__(self, "template", template)
        object.__setattr__(self, "values", values)

    def __str__(self) -> str:
        return self.formatted()

    def formatted(self, translate: Callable[[str], str] = _as_it_is) -> str:
        """Return the text, each template passed through `translate` before it is filled in."""
        template = translate(self.template)
        if not self.values:
            return template
        words = {
            name: value.formatted(translate) if isinstance(value, Message) else value
            for name, value in self.values.items()
        }
        return template.format(**words)
