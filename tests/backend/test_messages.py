"""A message is put into words last, so that each part of it can be translated."""

from __future__ import annotations

import copy
import inspect
from dataclasses import FrozenInstanceError

import pytest

from qgis_pansharp.backend import errors
from qgis_pansharp.backend.errors import BandError, EngineError, PansharpError
from qgis_pansharp.backend.messages import Message


def test_values_are_formatted_into_the_template() -> None:
    message = Message("{role} file {path!r} is {share:.1%} full.", role="MS", path="a", share=0.5)
    assert str(message) == "MS file 'a' is 50.0% full."


def test_a_message_within_a_message_is_formatted_with_it() -> None:
    inner = Message("it holds {count} bands", count=3)
    assert str(Message("no ({reason})", reason=Message("{a}", a=inner))) == "no (it holds 3 bands)"


def test_every_template_is_translated_before_it_is_filled_in() -> None:
    german = {"no ({reason}); {path}": "{path}: nein ({reason})", "{n} bands": "{n} Kanäle"}
    message = Message("no ({reason}); {path}", path="no", reason=Message("{n} bands", n=2))
    assert message.formatted(lambda text: german[text]) == "no: nein (2 Kanäle)"


@pytest.mark.parametrize("text", ["{", "}", "{0}", "{name}", "a {b!r} {c:>3}", "{{}}"])
def test_a_text_without_values_may_hold_any_braces(text: str) -> None:
    assert str(Message(text)) == text
    assert str(PansharpError(text)) == text
    assert str(EngineError("failed ({reason})", reason=text)) == f"failed ({text})"


def test_a_message_cannot_be_changed() -> None:
    message = Message("a")
    with pytest.raises(FrozenInstanceError):
        message.template = "b"  # type: ignore[misc]
    assert message == Message("a") != Message("a", b=1)
    assert hash(Message("{b}", b=[1])) == hash(Message("{b}", b=[1]))


def test_an_error_keeps_its_message() -> None:
    error = BandError("{count} bands", count=5)
    assert error.message == Message("{count} bands", count=5)
    assert str(error) == "5 bands"
    assert str(EngineError(error.message)) == "5 bands"


def test_an_error_survives_copies_and_being_raised_from_another() -> None:
    error = BandError("{count} bands", count=5)
    for twin in (copy.copy(error), copy.deepcopy(error)):
        assert isinstance(twin, BandError)
        assert (str(twin), twin.message) == ("5 bands", error.message)
    with pytest.raises(EngineError, match="5 bands") as caught:
        raise EngineError("failed: {reason}", reason=error.message) from error
    assert caught.value.__cause__ is error


def test_a_template_may_name_a_value_as_it_likes() -> None:
    assert str(Message("{template} {self}", template=1, self=2)) == "1 2"
    assert str(PansharpError("{template} {self}", template=1, self=2)) == "1 2"


def test_no_error_does_without_the_message() -> None:
    for _, kind in inspect.getmembers(errors, inspect.isclass):
        if issubclass(kind, PansharpError):
            assert kind("{a}", a=1).message == Message("{a}", a=1)
