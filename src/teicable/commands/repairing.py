"""Repair files where they stand (``teicable validate --fix``), and tell what was changed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from teicable import files
from teicable.diagnostics import Diagnostic
from teicable.diagnostics.formats import counted
from teicable.validation.mend import diff, mend
from teicable.validation.neighbourhood import Neighbourhood


@dataclass
class Repairs:
    """The repairs of one run.

    Attributes:
        around: what the files stand in.
        wanted: whether the findings of a code are to be repaired.
        unsafe: make also repairs that should be looked at.
        dry: write nothing.
        changes: what changed, as one diff.
        fixed: the findings that were repaired.
    """

    around: Neighbourhood
    wanted: Callable[[str], bool]
    unsafe: bool = False
    dry: bool = False
    changes: str = ""
    fixed: list[Diagnostic] = field(default_factory=list)

    def make(self, path: Path) -> list[Diagnostic]:
        """Repair a file and return what remains wrong with it."""
        data = files.read(path)
        mended = mend(data, lambda now: self.around.check(path, now), unsafe=self.unsafe, wanted=self.wanted)
        if mended.data != data:
            self.changes += diff(data, mended.data, str(path))
            if not self.dry:
                # A link stays a link: what it leads to is written.
                files.write(path.resolve(), mended.data)
        self.fixed += mended.fixed
        self.around.hear(path, mended.data)
        return list(mended.left)

    def summary(self, left: Sequence[Diagnostic]) -> str:
        """Return one line such as “fixed 7 of 9 findings in 3 files”; the files are those that were changed, if any."""
        both = [*self.fixed, *left]
        paths = {one.location.path for one in self.fixed or both}
        done = "would fix" if self.dry else "fixed"
        of = f"{len(self.fixed)} of {counted(len(both), 'finding', 'findings')}"
        return f"{done} {of} in {counted(len(paths), 'file', 'files')}" if both else "nothing to fix"
