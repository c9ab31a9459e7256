"""Lets moto's Trusted Advisor tell what the application's files say; by itself it knows the checks' names and no result of any.

The files are in the forms in which the AWS CLI prints them. A check tells what it had found last by now.
"""

import json
import os
from datetime import datetime, timezone
from pathlib import Path

from moto.support.responses import SupportResponse

_folder = Path(os.environ["WATCHKEEPER_ADVISOR"])


def _read(path, member):
    with open(path, encoding="utf-8") as file:
        return json.load(file)[member]


def _checks(self):
    return json.dumps({"checks": _read(_folder / "trusted-advisor-checks.json", "checks")})


def _result(self):
    check = self._get_param("checkId")
    now = datetime.now(timezone.utc)
    results = [_read(path, "result") for path in sorted((_folder / "trusted-advisor-results").glob("*.json"))]
    found = [
        result
        for result in results
        if result["checkId"] == check and datetime.fromisoformat(result["timestamp"].replace("Z", "+00:00")) <= now
    ]
    nothing = {"checkId": check, "status": "not_available", "flaggedResources": []}
    return json.dumps({"result": max(found, key=lambda result: result["timestamp"], default=nothing)})


def _refresh(self):
    status = {"checkId": self._get_param("checkId"), "status": "enqueued", "millisUntilNextRefreshable": 0}
    return json.dumps({"status": status})


SupportResponse.describe_trusted_advisor_checks = _checks
SupportResponse.describe_trusted_advisor_check_result = _result
SupportResponse.refresh_trusted_advisor_check = _refresh
