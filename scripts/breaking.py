"""Compares two OpenAPI documents and names what breaks a client that was made for the first.

What a client sends must still be accepted; what it reads must still be there. New operations, optional members, and new words and
kinds in answers break nothing: the document says that they can come.
"""

import json
import sys

METHODS = ("get", "put", "post", "delete", "patch")
# Of a request: a bound that goes up, and one that goes down, refuses what was accepted.
RAISED = ("minimum", "minLength", "minItems")
LOWERED = ("maximum", "maxLength", "maxItems")


class Comparison:
    def __init__(self, before, after):
        self.before, self.after = before, after
        self.breaks, self.seen = [], set()

    def run(self):
        for path, item in self.before["paths"].items():
            for method in METHODS:
                if method in item:
                    self.operation(f"{method.upper()} {path}", item[method], self.after["paths"].get(path, {}).get(method))
        for name in self.before["components"]["schemas"].keys() - self.after["components"]["schemas"].keys():
            self.add(name, "the schema is gone: generated types are named after it")
        return sorted(set(self.breaks))

    def add(self, where, what):
        self.breaks.append(f"{where}: {what}")

    def operation(self, where, before, after):
        if after is None:
            return self.add(where, "gone")
        if before["operationId"] != after["operationId"]:
            self.add(where, f"operationId was {before['operationId']}: generated functions are named after it")
        self.parameters(where, before.get("parameters", []), after.get("parameters", []))
        self.body(where, resolve(self.before, before.get("requestBody")), resolve(self.after, after.get("requestBody")))
        for status, response in before["responses"].items():
            if status < "400":
                self.response(f"{where} {status}", response, after["responses"].get(status))

    def parameters(self, where, before, after):
        key = lambda one: (one["in"], one["name"])
        old = {key(one): one for one in (resolve(self.before, one) for one in before)}
        new = {key(one): one for one in (resolve(self.after, one) for one in after)}
        for name in old.keys() | new.keys():
            at = f"{where} {name[0]} {name[1]}"
            if name not in new:
                self.add(at, "gone")
            elif new[name].get("required") and not old.get(name, {}).get("required"):
                self.add(at, "is required now")
            elif name in old:
                self.schema(at, old[name].get("schema"), new[name].get("schema"), sent=True)

    def body(self, where, before, after):
        if after and after.get("required") and not (before or {}).get("required"):
            self.add(f"{where} body", "is required now")
        if before:
            self.content(f"{where} body", before["content"], (after or {}).get("content", {}), sent=True)

    def response(self, where, before, after):
        if after is None:
            return self.add(where, "gone")
        before, after = resolve(self.before, before), resolve(self.after, after)
        for header in before.get("headers", {}).keys() - after.get("headers", {}).keys():
            self.add(where, f"without the header {header}")
        self.content(where, before.get("content", {}), after.get("content", {}), sent=False)

    def content(self, where, before, after, sent):
        for kind, media in before.items():
            if kind not in after:
                self.add(where, f"not as {kind} any more")
            else:
                self.schema(where, media.get("schema"), after[kind].get("schema"), sent)

    def schema(self, where, before, after, sent):
        """`sent` by a client, or else read by it."""
        refs = [(side or {}).get("$ref") for side in (before, after)]
        if all(refs):
            if (*refs, sent) in self.seen:
                return
            self.seen.add((*refs, sent))
            where = refs[0].rsplit("/", 1)[1]
        before, after = flat(self.before, before), flat(self.after, after)
        self.types(where, before, after, sent)
        if sent:
            self.bounds(where, before, after)
        self.members(where, before, after, sent)
        if "items" in before and "items" in after:
            self.schema(f"{where}[]", before["items"], after["items"], sent)
        self.branches(where, before, after, sent)

    def types(self, where, before, after, sent):
        old, new = types(before), types(after)
        wider = (new - old) if not sent else (old - new)
        if old and new and wider and not (sent and "number" in new and wider == {"integer"}):
            self.add(where, f"type was {words(old)}, is {words(new)}")
        gone = set(map(str, before.get("enum", []))) - set(map(str, after.get("enum", [])))
        if sent and "enum" in after and ("enum" not in before or gone):
            self.add(where, f"does not take every word any more: {words(gone) or 'only ' + words(after['enum'])}")
        if not sent and "enum" in before and "enum" not in after:
            self.add(where, "can be any word now")

    def bounds(self, where, before, after):
        for keys, narrower in ((RAISED, lambda new, old: new > old), (LOWERED, lambda new, old: new < old)):
            for key in keys:
                if key in after and (key not in before or narrower(after[key], before[key])):
                    self.add(where, f"{key} was {before.get(key)}, is {after[key]}")
        for key in ("pattern", "format"):
            if key in after and after[key] != before.get(key):
                self.add(where, f"{key} was {before.get(key)}, is {after[key]}")

    def members(self, where, before, after, sent):
        old, new = before.get("properties", {}), after.get("properties", {})
        required = set(before.get("required", [])), set(after.get("required", []))
        for name in old.keys() - new.keys():
            self.add(f"{where}.{name}", "gone")
        for name in sorted(required[1] - required[0] if sent else (required[0] - required[1]) & new.keys()):
            self.add(f"{where}.{name}", "is required now" if sent else "can be absent now")
        for name in old.keys() & new.keys():
            self.schema(f"{where}.{name}", old[name], new[name], sent)

    def branches(self, where, before, after, sent):
        old, new = (branches(document, schema) for document, schema in ((self.before, before), (self.after, after)))
        for name, branch in old.items():
            if name in new:
                self.schema(f"{where}|{name}", branch, new[name], sent)
            elif sent or not new:
                self.add(where, f"no {name} any more")


def resolve(document, node):
    while node and "$ref" in node:
        found = document
        for part in node["$ref"].removeprefix("#/").split("/"):
            found = found[part.replace("~1", "/").replace("~0", "~")]
        node = found
    return node


def flat(document, schema):
    """The schema itself: without references, null branches and allOf."""
    schema = resolve(document, schema) or {}
    some = [one for one in schema.get("oneOf", []) if one.get("type") != "null"]
    if "oneOf" in schema and len(some) == 1:
        inside = flat(document, some[0])
        return {**inside, "type": sorted(types(inside) | {"null"})}
    merged = {key: value for key, value in schema.items() if key != "allOf"}
    for part in (flat(document, part) for part in schema.get("allOf", [])):
        merged["properties"] = {**merged.get("properties", {}), **part.get("properties", {})}
        merged["required"] = [*merged.get("required", []), *part.get("required", [])]
        for key in part.keys() - {"properties", "required", "description"}:
            merged.setdefault(key, part[key])
    return merged


def types(schema):
    of = schema.get("type", [])
    return {of} if isinstance(of, str) else set(of)


def branches(document, schema):
    """The branches of a oneOf, each by what names it: its schema, its kind, its title."""
    named = {}
    for place, branch in enumerate(schema.get("oneOf", [])):
        kinds = [value for member in flat(document, branch).get("properties", {}).values() for value in member.get("enum", [])]
        reference = branch.get("$ref", "").rsplit("/", 1)[-1]
        named[reference or (kinds[0] if len(kinds) == 1 else branch.get("title", str(place)))] = branch
    return named


def words(of):
    return ", ".join(sorted(map(str, of)))


def breaking_notes(changelog):
    """The lines under "### Breaking" of what is not released yet."""
    unreleased = changelog.partition("\n## [Unreleased]")[2].partition("\n## ")[0]
    return unreleased.partition("\n### Breaking\n")[2].partition("\n### ")[0].strip()


if __name__ == "__main__":
    documents = [json.load(open(path, encoding="utf-8")) for path in sys.argv[1:3]]
    found = Comparison(*documents).run()
    for one in found:
        print(one)
    sys.exit(1 if found else 0)
