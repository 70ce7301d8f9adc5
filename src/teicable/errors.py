"""Problems of the run itself, as opposed to problems of the data (which are diagnostics and never raise)."""

from __future__ import annotations


class TeicableError(Exception):
    """Say that a command could not run; the command line prints it and exits with 2.

    Attributes:
        message: what was found, quoted, and where.
        hint: what the editor can do about it, or an empty string.
    """

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class ManifestError(TeicableError):
    """Say that ``edition.toml``, or a table beside it, cannot be used as it stands.

    Attributes:
        line: of the file, or 0 where it is not known.
    """

    def __init__(self, message: str, hint: str = "", line: int = 0) -> None:
        super().__init__(message, hint)
        self.line = line


class VocabularyError(TeicableError):
    """Say that a vocabulary of an edition cannot be used as it stands."""


class DeskError(TeicableError):
    """Say that an order at the authority desk cannot be carried out as it was given."""


class ResourceError(TeicableError):
    """Say that a file which belongs to the installation is missing."""


class StylesheetError(TeicableError):
    """Say that a stylesheet does not compile, or failed while it ran."""


class ParameterError(TeicableError):
    """Say that a stylesheet parameter is unknown or has a value of the wrong form."""


class DecisionError(TeicableError):
    """Say that an editor's decision cannot be taken as it was given."""
