"""One conditional write and one publish for each alarm event, as a custom runtime: what the bare handler does, with boto3."""

import http.client
import json
import os

import boto3

TABLE = os.environ["WATCHKEEPER_TABLE"]
TOPIC = os.environ["WATCHKEEPER_TOPIC_ARN"]
ROOT = "/2018-06-01/runtime/invocation/"

dynamodb = boto3.client("dynamodb")
sns = boto3.client("sns")


def handle(event):
    alarm = event["detail"]
    name, state = alarm["alarmName"], alarm["state"]
    dynamodb.put_item(
        TableName=TABLE,
        Item={
            "pk": {"S": f"PYTHON#{name}"},
            "sk": {"S": "PYTHON"},
            "event": {"S": event["id"]},
            "at": {"S": event["time"]},
            "state": {"S": state["value"]},
            "reason": {"S": state["reason"]},
        },
        ConditionExpression="attribute_not_exists(pk)",
    )
    sns.publish(
        TopicArn=TOPIC,
        Message=f"{name} is in {state['value']}: {state['reason']}",
        Subject=f"{state['value']}: {name}",
    )
    return {}


def serve():
    api = http.client.HTTPConnection(os.environ["AWS_LAMBDA_RUNTIME_API"])
    while True:
        api.request("GET", ROOT + "next")
        invocation = api.getresponse()
        request_id = invocation.getheader("Lambda-Runtime-Aws-Request-Id")
        event = json.load(invocation)
        try:
            kind, answer = "response", handle(event)
        except Exception as error:  # the edge: whatever failed is the answer
            kind, answer = "error", {"errorType": type(error).__name__, "errorMessage": str(error)}
        api.request("POST", f"{ROOT}{request_id}/{kind}", json.dumps(answer))
        api.getresponse().read()


if __name__ == "__main__":
    serve()
