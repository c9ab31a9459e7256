"""Python reads this file when moto starts: moto's instances get the ids that the story's events name, in this order."""

import os

_ids = iter(os.environ["WATCHKEEPER_INSTANCES"].split())

from moto.ec2.models import instances  # noqa: E402

_random = instances.random_instance_id
instances.random_instance_id = lambda: next(_ids, None) or _random()

if "WATCHKEEPER_ALARMS" in os.environ:
    import story_alarms  # noqa: E402, F401
