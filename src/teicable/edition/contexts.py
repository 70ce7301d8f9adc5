"""All that the conversion of a source of an edition depends on, put together from its files."""

from __future__ import annotations

from dataclasses import replace

from teicable.conversion import Context
from teicable.edition import ids, particulars
from teicable.edition.folder import Edition
from teicable.model.declaration import Particulars


class Contexts:
    """The contexts of the sources of one edition, as its files are now."""

    def __init__(self, edition: Edition, context: Context | None = None) -> None:
        """Read the edition; ``context`` says what does not stand there: encoding, limits.

        Raises:
            TeicableError: a file of the edition cannot be used.
        """
        declaration = edition.manifest.declaration
        self.sources = edition.sources()
        self.ids = ids.read(edition.ids).renamed(self.sources)
        self._edition = edition
        self._stated = particulars.read(edition.source, self.sources, declaration.editors)
        self._context = replace(
            context or Context(),
            vocabularies=edition.vocabularies,
            authorities=edition.authorities[0],
            declaration=declaration,
        )

    def of(self, name: str) -> Context:
        """Return the context of a source."""
        assignment = self.ids.assignment(name)
        return replace(
            self._context,
            assignment=assignment,
            particulars=self._stated.get(name, Particulars()),
            decisions=self._edition.decisions(assignment),
        )
