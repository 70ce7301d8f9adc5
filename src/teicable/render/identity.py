"""By what an edition is known for good, as a UUID: the same names give the same one, on every machine."""

from __future__ import annotations

import uuid

from teicable.model.declaration import Declaration


def known(declaration: Declaration) -> str:
    """Return the best that an edition says of itself: its DOI, else its address, else its title; else nothing."""
    return (declaration.doi and f"https://doi.org/{declaration.doi}") or declaration.address or declaration.title


def uri(declaration: Declaration) -> str:
    """Return what identifies the edition in all its versions: DOI or address, else a name made from its title."""
    return known(declaration) if declaration.doi or declaration.address else identity(declaration.title).urn


def identity(*names: str) -> uuid.UUID:
    """Return the UUID of something that all these names together name."""
    return uuid.uuid5(uuid.NAMESPACE_URL, "\x1f".join(names))
