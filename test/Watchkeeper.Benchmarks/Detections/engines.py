"""Detections as other tools run them: one Python function each, and one jmespath expression each, over parsed events.

Reads detections and events, one JSON object a line, and prints how many events a second each way does on one core. Both ways are
given the parsed events and say only which detection matches. Conditions on meanings are reduced to what their authors would write.
"""

import ipaddress
import json
import re
import sys
import time

try:
    import jmespath
except ImportError:
    jmespath = None

MISSING = object()
SCALARS = ("eventSource", "eventName", "errorCode", "eventType", "awsRegion", "readOnly", "sourceIPAddress", "userAgent")
REFUSED = ("AccessDenied", "Unauthorized", "NotAuthorized", "Forbidden")


def walk(value, path):
    """All values at a path; lists are followed, and texts that hold JSON are read."""
    for at, name in enumerate(path):
        if isinstance(value, str) and value.startswith("{"):
            value = json.loads(value)
        if isinstance(value, list):
            return [found for item in value for found in walk(item, path[at:])]
        if not isinstance(value, dict):
            return []
        value = value.get(name, MISSING)
        if value is MISSING:
            return []
    return [inner for item in value for inner in walk(item, ())] if isinstance(value, list) else [value]


def leaves(value, path):
    return [found for found in walk(value, path) if not isinstance(found, dict)]


def everybody(values):
    return any(value in ("0.0.0.0/0", "::/0") for value in values)


def public(values):
    for value in values:
        policy = json.loads(value) if isinstance(value, str) and value.startswith("{") else value
        for statement in policy.get("Statement", []) if isinstance(policy, dict) else []:
            if isinstance(statement, dict) and statement.get("Effect") == "Allow" and "*" in walk(statement, ("Principal", "AWS")):
                return True
    return False


def in_network(value, network):
    try:
        return ipaddress.ip_address(value) in network
    except ValueError:
        return False


class Functions:
    """Writes a detection as a Python function."""

    def __init__(self):
        self.names = {
            "walk": walk, "leaves": leaves, "everybody": everybody, "public": public, "in_network": in_network, "re": re, "REFUSED": REFUSED,
        }

    def constant(self, value):
        name = f"c{len(self.names)}"
        self.names[name] = value
        return name

    def function(self, rule):
        parts = self.object(rule["pattern"]["detail"], ())
        if "attempts" in rule:
            parts.append("(not d.get('errorCode') or any(code in d['errorCode'] for code in REFUSED))")
        else:
            parts.append("not d.get('errorCode')")
        if "unless" in rule:
            parts.append(f"not ({' and '.join(self.object(rule['unless'].get('detail', {}), ())) or 'False'})")
        for condition in rule.get("where", []):
            if "at" in condition and "each" not in condition:
                at = condition["at"] if isinstance(condition["at"], str) else condition["at"][0]
                test = "everybody" if "network" in str(condition.get("is", condition.get("is-not"))) else "public"
                parts.append(f"{test}(walk(event, {tuple(at.split('.'))!r}))")
        source = "def rule(event):\n    d = event['detail']\n"
        for part in parts:
            source += f"    if not ({part}):\n        return False\n"
        exec(source + "    return True\n", self.names)
        return self.names["rule"]

    def object(self, node, path):
        parts = []
        for name, value in node.items():
            if name == "$or":
                branches = [" and ".join(self.object(branch, path)) for branch in value]
                parts.append(" or ".join(f"({branch})" for branch in branches))
            elif isinstance(value, dict):
                parts.extend(self.object(value, (*path, *name.split("."))))
            else:
                parts.append(self.field((*path, *name.split(".")), value))
        return parts

    def field(self, path, items):
        if all(not isinstance(item, dict) for item in items):
            values = self.constant(frozenset(items))
            if path[0] in SCALARS:
                return f"d.get({path[0]!r}) in {values}"
            return f"any(v in {values} for v in leaves(d, {path!r}))"
        tests = " or ".join(self.item(item) for item in items if item != {"exists": False}) or "False"
        found = f"any({tests} for v in leaves(d, {path!r}))"
        return f"(not leaves(d, {path!r}) or {found})" if {"exists": False} in items else found

    def item(self, item):
        if not isinstance(item, dict):
            return f"v == {item!r}"
        kind, value = next(iter(item.items()))
        if kind in ("prefix", "suffix") and isinstance(value, str):
            return f"(isinstance(v, str) and v.{'startswith' if kind == 'prefix' else 'endswith'}({value!r}))"
        if kind == "anything-but" and not isinstance(value, dict):
            return f"v not in {tuple(value if isinstance(value, list) else [value])!r}"
        if kind == "wildcard":
            pattern = self.constant(re.compile(re.escape(value).replace(r"\*", ".*") + "$"))
            return f"(isinstance(v, str) and {pattern}.match(v) is not None)"
        if kind == "cidr":
            return f"in_network(v, {self.constant(ipaddress.ip_network(value, strict=False))})"
        if kind == "equals-ignore-case":
            return f"str(v).lower() == {value.lower()!r}"
        return "True"


def expression(node, path="detail"):
    """Writes an object of a pattern as a jmespath expression."""
    parts = []
    for name, value in node.items():
        at = path + "".join(f'."{step}"' for step in name.split("."))
        if name == "$or":
            parts.append("(" + " || ".join(f"({expression(branch, path)})" for branch in value) + ")")
        elif isinstance(value, dict):
            parts.append(expression(value, at))
        else:
            texts = [item for item in value if not isinstance(item, dict)]
            tests = [f"contains(`{json.dumps(texts)}`, {at})"] if texts else []
            for item in value:
                if isinstance(item, dict):
                    kind, operand = next(iter(item.items()))
                    if kind == "exists":
                        tests.append(f"{at} {'!=' if operand else '=='} null")
                    elif kind == "prefix" and isinstance(operand, str):
                        tests.append(f"({at} != null && starts_with({at}, '{operand}'))")
                    elif kind == "anything-but" and not isinstance(operand, dict):
                        tests.append(f"!contains(`{json.dumps(operand if isinstance(operand, list) else [operand])}`, {at})")
                    else:
                        tests.append(f"{at} != null")
            parts.append("(" + " || ".join(tests) + ")")
    return " && ".join(parts)


def rate(events, count):
    """Events a second by the CPU clock, and how many events match."""
    for event in events[: len(events) // 4 + 1]:
        count(event)
    began = time.process_time()
    matching = sum(1 for event in events if count(event))
    return len(events) / (time.process_time() - began), matching


def main():
    with open(sys.argv[1]) as file:
        rules = [json.loads(line) for line in file]
    with open(sys.argv[2]) as file:
        events = [json.loads(line) for line in file]
    rules = [rule for rule in rules if "detail" in rule["pattern"]]
    writer = Functions()
    functions = [writer.function(rule) for rule in rules]
    result = {}
    result["functions"], result["matching"] = rate(events, lambda event: sum(1 for rule in functions if rule(event)))
    if jmespath is not None:
        expressions = [jmespath.compile(expression(rule["pattern"]["detail"])) for rule in rules]
        few = events[: max(30, len(events) // 10)]
        result["expressions"], _ = rate(few, lambda event: sum(1 for one in expressions if search(one, event)))
    print(json.dumps(result))


def search(compiled, event):
    try:
        return compiled.search(event)
    except jmespath.exceptions.JMESPathTypeError:
        return False


main()
