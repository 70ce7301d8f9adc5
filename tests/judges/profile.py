"""Hold a bag to the profile that it carries: ``profile.py BAG``, in an environment that holds bagit-profile.

Prints each error on a line. The profile is read from the package, not fetched from the address that names it.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import bagit
import bagit_profile


def main() -> int:
    """Judge, and print what is wrong."""
    folder = Path(sys.argv[1])
    profile = json.loads((folder / "data" / "teicable" / "schema" / "bagit-profile.json").read_bytes())
    judge = bagit_profile.Profile(profile["BagIt-Profile-Info"]["BagIt-Profile-Identifier"], profile=profile)
    judge.validate(bagit.Bag(str(folder)))
    for error in judge.report.errors:
        print(error)
    return 0 if judge.report.is_valid else 1


if __name__ == "__main__":
    sys.exit(main())
