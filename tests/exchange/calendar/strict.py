"""A reader of iCalendar that takes nothing on trust: RFC 5545, by hand, without the library.

It shares no code with what writes the files, so that a fault there is not read back as right.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

_NAME = re.compile(r"[A-Z0-9-]+")
_PARAMETER = re.compile(r';([A-Z0-9-]+)=("[^"\x00-\x08\x0a-\x1f]*"|[^";:,\x00-\x08\x0a-\x1f]*)')


@dataclass(frozen=True)
class Property:
    """One content line."""

    name: str
    parameters: dict[str, str]
    value: str

    @property
    def text(self) -> str:
        """The value as text: escapes undone, none of them unknown."""
        assert not re.search(r"\\[^\\;,nN]|\\$", re.sub(r"\\\\", "", self.value))
        assert not re.search(r"(?<!\\)[;,]", re.sub(r"\\\\", "", self.value))
        return re.sub(r"\\(.)", lambda found: "\n" if found[1] in "nN" else found[1], self.value)


@dataclass
class Component:
    """BEGIN to END, with what is in between."""

    name: str
    properties: list[Property] = field(default_factory=list)
    components: list[Component] = field(default_factory=list)

    def one(self, name: str) -> Property:
        """The only property of this name."""
        [found] = [each for each in self.properties if each.name == name]
        return found

    def all(self, name: str) -> list[Property]:
        return [each for each in self.properties if each.name == name]

    def part(self, name: str) -> Component:
        [found] = [each for each in self.components if each.name == name]
        return found


def read(data: bytes) -> Component:
    """The calendar in a file; anything that is not by the rules is an error."""
    assert data.endswith(b"\r\n")
    lines = data.removesuffix(b"\r\n").split(b"\r\n")
    assert all(len(line) <= 75 for line in lines), "a line is longer than 75 octets"
    assert b"\n" not in b"".join(lines)
    assert b"\r" not in b"".join(lines)
    for line in lines:
        line.decode()  # folding never cuts a character in two
    whole = b"\r\n".join(lines).replace(b"\r\n ", b"").split(b"\r\n")
    root = Component("")
    stack = [root]
    for line in whole:
        found = _property(line.decode())
        if found.name == "BEGIN":
            stack.append(Component(found.value))
            stack[-2].components.append(stack[-1])
        elif found.name == "END":
            assert stack.pop().name == found.value
        else:
            stack[-1].properties.append(found)
    assert stack == [root]
    assert not root.properties
    return root.part("VCALENDAR")


def _property(line: str) -> Property:
    name = _NAME.match(line)
    assert name, line
    at, parameters = name.end(), {}
    while line[at] == ";":
        found = _PARAMETER.match(line, at)
        assert found, line
        assert found[1] not in parameters
        parameters[found[1]] = found[2].strip('"')
        at = found.end()
    assert line[at] == ":", line
    return Property(name[0], parameters, line[at + 1 :])
