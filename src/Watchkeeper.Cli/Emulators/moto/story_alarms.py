"""Lets moto's CloudWatch tell of the story's alarms, which stand in a file; those that it was told of itself come after them.

A request may name another file in its header X-Watchkeeper-Alarms: one moto then serves several stories.
"""

import json
import os
from datetime import datetime

from moto.cloudwatch import responses
from moto.core.responses import ActionResult

_own = responses.CloudWatchResponse.describe_alarms


def _story(headers):
    path = headers.get("X-Watchkeeper-Alarms") or os.environ["WATCHKEEPER_ALARMS"]
    if not os.path.exists(path):
        return {"MetricAlarms": [], "AlarmContributors": {}}
    with open(path, encoding="utf-8") as file:
        story = json.load(file)
    for states in [story["MetricAlarms"], *story["AlarmContributors"].values()]:
        for state in states:
            state["StateTransitionedTimestamp"] = datetime.fromisoformat(state["StateTransitionedTimestamp"])
    return story


def _describe_alarms(self):
    names = self._get_param("AlarmNames", [])
    state = self._get_param("StateValue")
    alarms = [
        alarm
        for alarm in _story(self.headers)["MetricAlarms"]
        if (not names or alarm["AlarmName"] in names) and (not state or alarm["StateValue"] == state)
    ]
    own = _own(self).result
    return ActionResult({**own, "MetricAlarms": [*alarms, *own["MetricAlarms"]]})


def _describe_alarm_contributors(self):
    contributors = _story(self.headers)["AlarmContributors"].get(self._get_param("AlarmName"), [])
    return ActionResult({"AlarmContributors": contributors})


responses.CloudWatchResponse.describe_alarms = _describe_alarms
responses.CloudWatchResponse.describe_alarm_contributors = _describe_alarm_contributors
