"""Prints template.yaml as CloudFormation sees it after the SAM transform, as JSON: `expand.py TEMPLATE [Name=Value ...]`."""

import json
import os
import sys

try:
    from samtranslator.parser.parser import Parser
    from samtranslator.translator.translator import Translator
    from samtranslator.yaml_helper import yaml_parse
except ImportError:
    sys.exit("aws-sam-translator is missing: python3 -m pip install aws-sam-translator cfn-lint")


def main(path: str, parameters: dict[str, str]) -> None:
    os.environ.setdefault("AWS_DEFAULT_REGION", "us-east-1")
    with open(path, encoding="utf-8") as file:
        template = yaml_parse(file)
    # What `sam build` leaves in place of the folder: the transform takes an address in S3 only.
    template["Globals"]["Function"]["CodeUri"] = "s3://bucket/bootstrap.zip"
    expanded = Translator({}, Parser()).translate(template, parameters)
    json.dump(expanded, sys.stdout)


main(sys.argv[1], dict(argument.split("=", 1) for argument in sys.argv[2:]))
