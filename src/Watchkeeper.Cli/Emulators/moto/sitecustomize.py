"""Python reads this file when moto starts: moto's instances get the ids that the story's events name, in this order."""

import os

_ids = iter(os.environ.get("WATCHKEEPER_INSTANCES", "").split())

from moto.autoscaling import responses  # noqa: E402
from moto.ec2.models import instances  # noqa: E402

_random = instances.random_instance_id
instances.random_instance_id = lambda: next(_ids, None) or _random()

# moto does not know instance refreshes: there are none.
responses.AutoScalingResponse.describe_instance_refreshes = lambda self: responses.ActionResult({"InstanceRefreshes": []})

if "WATCHKEEPER_ALARMS" in os.environ:
    import story_alarms  # noqa: E402, F401

if "WATCHKEEPER_ADVISOR" in os.environ:
    import trusted_advisor  # noqa: E402, F401

if "WATCHKEEPER_MESSAGES" in os.environ:
    import sent_messages  # noqa: E402, F401
