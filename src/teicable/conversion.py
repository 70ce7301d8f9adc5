"""The one task: the bytes of a source in, TEI files, facts and diagnostics out.

Pure and picklable, so that a command, a pool of workers, a cluster, an incremental build and a fuzzer all call the
same function.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field

from teicable import __version__
from teicable.authorities import Authorities
from teicable.diagnostics import Diagnostic
from teicable.model.declaration import Assignment, Declaration
from teicable.model.record import CableRecord


@dataclass(frozen=True)
class Context:
    """All that conversion depends on beside the source: nothing else may change its result.

    Attributes:
        authorities: who and what is known.
        declaration: what the edition says of itself.
        assignment: frozen id and date of the source, where it has one.
        encoding: how the file is encoded (strict).
        max_size: bytes above which a source is refused.
    """

    authorities: Authorities = field(default_factory=Authorities)
    declaration: Declaration = field(default_factory=Declaration)
    assignment: Assignment = field(default_factory=Assignment)
    encoding: str = "utf-8"
    max_size: int = 8_000_000

    @property
    def digest(self) -> str:
        """SHA-256 of everything above and of the version: an equal digest and equal bytes give an equal result."""
        parts = (
            __version__,
            self.authorities.digest,
            repr(self.declaration),
            repr(self.assignment),
            self.encoding,
            str(self.max_size),
        )
        return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()


@dataclass(frozen=True)
class Conversion:
    """What one source gave.

    Attributes:
        files: document id to the bytes of its TEI file; empty if the source was refused.
        records: document id to the facts.
        diagnostics: in document order; a refusal is an ``error`` among them.
        stages: name of a stage to a readable dump of it, if asked for.
    """

    files: Mapping[str, bytes] = field(default_factory=dict)
    records: Mapping[str, CableRecord] = field(default_factory=dict)
    diagnostics: tuple[Diagnostic, ...] = ()
    stages: Mapping[str, str] = field(default_factory=dict)


def convert(name: str, data: bytes, context: Context, *, stages: bool = False) -> Conversion:
    """Convert one source, named ``name`` in diagnostics, and check that the TEI gives its text back.

    Never raises for anything the bytes can hold.
    """
    raise NotImplementedError
