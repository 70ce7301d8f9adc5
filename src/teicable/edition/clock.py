"""The date that enters files: today's, unless a build is to be reproduced."""

from __future__ import annotations

import os
from datetime import UTC, datetime


def today() -> str:
    """Return the date, or that of SOURCE_DATE_EPOCH, by which builds are made reproducible."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    moment = datetime.fromtimestamp(int(epoch), UTC) if epoch.isdigit() else datetime.now().astimezone()
    return moment.date().isoformat()
