"""JSON files with one line per entry of the outermost object: compact, and readable in a diff."""

import json


def write_json(path, content):
    lines = [
        f" {json.dumps(key)}: {json.dumps(value, ensure_ascii=False)}"
        for key, value in content.items()
    ]
    path.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")
