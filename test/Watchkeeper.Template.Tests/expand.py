"""Prints template.yaml as CloudFormation sees it after the SAM transform, as JSON: `expand.py TEMPLATE [--decided] [Name=Value ...]`.

With --decided parameters and pseudo parameters have their values, and conditions are worked out: what is not there is left out, and of each Fn::If one branch is
left.
"""

import json
import os
import sys

try:
    from samtranslator.parser.parser import Parser
    from samtranslator.translator.translator import Translator
    from samtranslator.yaml_helper import yaml_parse
except ImportError:
    sys.exit("aws-sam-translator is missing: python3 -m pip install aws-sam-translator cfn-lint")

NOTHING = {"Ref": "AWS::NoValue"}
PSEUDO = {
    "AWS::AccountId": "123456789012",
    "AWS::Partition": "aws",
    "AWS::Region": "us-east-1",
    "AWS::StackName": "watchkeeper",
    "AWS::URLSuffix": "amazonaws.com",
}


class Decisions:
    """The conditions of a template under given parameters."""

    def __init__(self, template: dict, parameters: dict[str, str]) -> None:
        self.conditions = template.get("Conditions", {})
        given = {name: int(value) if template["Parameters"][name]["Type"] == "Number" else value for name, value in parameters.items()}
        self.values = {name: each.get("Default", "") for name, each in template["Parameters"].items()} | PSEUDO | given

    def holds(self, name: str) -> bool:
        return self._decide(self.conditions[name])

    def apply(self, node):
        if isinstance(node, list):
            return [each for each in map(self.apply, node) if each != NOTHING]
        if not isinstance(node, dict):
            return node
        if set(node) == {"Fn::If"}:
            name, then, otherwise = node["Fn::If"]
            return self.apply(then if self.holds(name) else otherwise)
        if set(node) == {"Ref"} and node["Ref"] in self.values:
            return self.values[node["Ref"]]
        applied = {key: self.apply(value) for key, value in node.items()}
        if set(applied) == {"Fn::Sub"}:
            return self._substitute(applied["Fn::Sub"])
        if set(applied) == {"Fn::Split"} and isinstance(applied["Fn::Split"][1], str):
            return applied["Fn::Split"][1].split(applied["Fn::Split"][0])
        return {key: value for key, value in applied.items() if value != NOTHING}

    def _substitute(self, argument):
        text, own = argument if isinstance(argument, list) else (argument, {})
        texts = {name: value for name, value in own.items() if isinstance(value, str)}
        for name, value in (self.values | texts).items():
            text = text.replace("${" + name + "}", str(value))
        own = {name: value for name, value in own.items() if name not in texts}
        return {"Fn::Sub": [text, own] if own else text} if "${" in text else text

    def _decide(self, condition) -> bool:
        ((name, argument),) = condition.items()
        match name:
            case "Condition":
                return self.holds(argument)
            case "Fn::Equals":
                return self._text(argument[0]) == self._text(argument[1])
            case "Fn::Not":
                return not self._decide(argument[0])
            case "Fn::And":
                return all(map(self._decide, argument))
            case "Fn::Or":
                return any(map(self._decide, argument))
        raise ValueError(f"{name} is no condition that is known here")

    def _text(self, value) -> str:
        return str(self.values[value["Ref"]] if isinstance(value, dict) else value)


def decide(template: dict, parameters: dict[str, str]) -> dict:
    decisions = Decisions(template, parameters)
    for section in ("Resources", "Outputs"):
        template[section] = {
            name: decisions.apply({key: value for key, value in each.items() if key != "Condition"})
            for name, each in template[section].items()
            if "Condition" not in each or decisions.holds(each["Condition"])
        }
    for section in ("Conditions", "Parameters", "Rules"):
        template.pop(section, None)
    return template


def main(path: str, decided: bool, parameters: dict[str, str]) -> None:
    os.environ.setdefault("AWS_DEFAULT_REGION", "us-east-1")
    with open(path, encoding="utf-8") as file:
        template = yaml_parse(file)
    # What `sam build` leaves in place of the folder: the transform takes an address in S3 only.
    template["Globals"]["Function"]["CodeUri"] = "s3://bucket/bootstrap.zip"
    expanded = Translator({}, Parser()).translate(template, parameters)
    json.dump(decide(expanded, parameters) if decided else expanded, sys.stdout)


arguments = sys.argv[2:]
main(sys.argv[1], "--decided" in arguments, dict(each.split("=", 1) for each in arguments if not each.startswith("--")))
