"""Turn ``-p NAME=VALUE`` into values of the types that a stylesheet declares."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from difflib import get_close_matches

from teicable.errors import ParameterError
from teicable.xml.saxon import Parameter

_BOOLEANS = {"true": True, "yes": True, "1": True, "false": False, "no": False, "0": False}
_SIMPLE = ("xs:string", "xs:boolean", "xs:integer")


def settable(parameters: Iterable[Parameter]) -> list[Parameter]:
    """Keep the parameters that a person can write on a command line: strings, booleans, integers."""
    return [parameter for parameter in parameters if parameter.type.rstrip("?") in _SIMPLE]


def pairs(arguments: Iterable[str]) -> dict[str, str]:
    """Split ``NAME=VALUE`` arguments; the last of equal names wins.

    Raises:
        ParameterError: an argument has no equals sign.
    """
    found = {}
    for argument in arguments:
        name, sign, value = argument.partition("=")
        if not sign or not name:
            raise ParameterError(f"“{argument}” is not of the form NAME=VALUE")
        found[name.strip()] = value
    return found


def converted(given: Mapping[str, str], declared: Iterable[Parameter]) -> dict[str, str | bool | int]:
    """Convert strings to the declared types.

    Raises:
        ParameterError: a name is not declared (near names are proposed), or a value is not of its type.
    """
    known = {parameter.name: parameter for parameter in settable(declared)}
    for name in given:
        if name not in known:
            near = get_close_matches(name, known, 1)
            guess = f"did you mean “{near[0]}”? " if near else ""
            raise ParameterError(
                f"there is no parameter “{name}”", f"{guess}known: {', '.join(sorted(known)) or 'none'}"
            )
    return {name: _value(value, known[name]) for name, value in given.items()}


def _value(value: str, parameter: Parameter) -> str | bool | int:
    match parameter.type.rstrip("?"):
        case "xs:boolean":
            if value.strip().lower() in _BOOLEANS:
                return _BOOLEANS[value.strip().lower()]
            raise ParameterError(f"“{value}” is no value for {parameter.name}", "write true or false")
        case "xs:integer":
            try:
                return int(value)
            except ValueError:
                raise ParameterError(f"“{value}” is no value for {parameter.name}", "write a whole number") from None
        case _:
            return value
