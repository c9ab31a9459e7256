"""Lets moto lay what it sends into a folder, a file a message, named by the message's id: mails as .eml, publications as .json.

moto itself forgets a publication's structure and a mail's id. Each topic of the account exists, as in a run without emulators: a
configuration may name other topics than the template's.
"""

import json
import os
from email.utils import formatdate

from moto.ses.models import SESBackend
from moto.sns.exceptions import InvalidParameterValue
from moto.sns.models import SNSBackend, Topic

_folder = os.environ["WATCHKEEPER_MESSAGES"]
_publish = Topic.publish
_publish_to = SNSBackend.publish
_send = SESBackend.send_raw_email


def _keep(name, content):
    path = os.path.join(_folder, name)
    with open(path + ".part", "wb") as file:
        file.write(content)
    os.replace(path + ".part", path)


def _kept_publish(self, message, subject=None, message_attributes=None, group_id=None, deduplication_id=None, message_structure=None):
    message_id = _publish(self, message, subject, message_attributes, group_id, deduplication_id, message_structure)
    request = {
        "TopicArn": self.arn,
        "Subject": subject,
        "MessageStructure": message_structure,
        "Message": message,
        "MessageAttributes": {
            name: {"DataType": value["Type"], "StringValue": value["Value"]}
            for name, value in (message_attributes or {}).items()
        },
    }
    if group_id:
        request["MessageGroupId"] = group_id
    if deduplication_id:
        request["MessageDeduplicationId"] = deduplication_id
    _keep(message_id + ".json", json.dumps(request, indent=2, ensure_ascii=False).encode())
    return message_id


def _published_to_any(self, message, arn, *arguments, **named):
    *own, name = (arn or "").split(":")
    if own == ["arn", "aws", "sns", self.region_name, self.account_id] and arn not in self.topics:
        try:
            self.create_topic(name, {"FifoTopic": "true"} if name.endswith(".fifo") else None)
        except InvalidParameterValue:
            pass  # No topic has such a name: moto says so.
    return _publish_to(self, message, arn, *arguments, **named)


def _kept_send(self, *arguments, **named):
    mail = _send(self, *arguments, **named)
    # SES itself adds these two.
    head = f"Message-ID: <{mail.id}@{self.region_name}.amazonses.com>\r\nDate: {formatdate()}\r\n"
    _keep(mail.id + ".eml", (head + mail.raw_data).encode())
    return mail


SNSBackend.publish = _published_to_any
Topic.publish = _kept_publish
SESBackend.send_raw_email = _kept_send
