"""``tei/LEDGER``: what conversion last wrote, so that what an editor changed is never overwritten.

One line a file, sorted, in the format of checksum programs: SHA-256, two blanks, name. The checksum is that of the
canonical infoset, with comments, and not of the bytes: a file that an XML editor indented anew is not an edited file.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from teicable.errors import ManifestError

NAME = "LEDGER"
_LINE = re.compile(r"([0-9a-f]{64})  (\S.*)")


@dataclass(frozen=True)
class Ledger:
    """Digest of the canonical infoset by file name, as conversion last wrote it."""

    digests: Mapping[str, str] = field(default_factory=dict)

    def wrote(self, name: str, digest: str) -> bool:
        """Tell whether a file with this infoset is what conversion wrote; one it never wrote is an editor's."""
        return self.digests.get(name) == digest

    def format(self) -> bytes:
        """Return the file."""
        return "".join(f"{digest}  {name}\n" for name, digest in sorted(self.digests.items())).encode("utf-8")


def read(path: Path) -> Ledger:
    """Read the ledger; a missing one is empty.

    Raises:
        ManifestError: a line is no checksum line.
    """
    if not path.is_file():
        return Ledger()
    digests = {}
    for number, line in enumerate(path.read_text(encoding="utf-8", errors="replace").splitlines(), 1):
        match = _LINE.fullmatch(line)
        if not match:
            raise ManifestError(
                f"{path}:{number} is “{line}”, not a checksum, two blanks and a file name",
                "restore the file from an earlier version, or delete the line: its file then counts as edited",
            )
        digests[match[2]] = match[1]
    return Ledger(digests)
