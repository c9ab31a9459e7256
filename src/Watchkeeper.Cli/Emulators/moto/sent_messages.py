"""Lets moto lay what it sends into a folder, a file a message, named by the message's id: mails as .eml, publications as .json.

moto itself forgets a publication's structure and a mail's id.
"""

import json
import os
from email.utils import formatdate

from moto.ses.models import SESBackend
from moto.sns.models import Topic

_folder = os.environ["WATCHKEEPER_MESSAGES"]
_publish = Topic.publish
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


def _kept_send(self, *arguments, **named):
    mail = _send(self, *arguments, **named)
    # SES itself adds these two.
    head = f"Message-ID: <{mail.id}@{self.region_name}.amazonses.com>\r\nDate: {formatdate()}\r\n"
    _keep(mail.id + ".eml", (head + mail.raw_data).encode())
    return mail


Topic.publish = _kept_publish
SESBackend.send_raw_email = _kept_send
