"""Line parsing as jc's parsers do it, in Python: the lines of the seed-style dumps become titles and abstracts in JSON Lines."""

import json
import os
import sys

FURNITURE = {"new", "Subscribe", "Daily Papers", "byAK and the research community", "Get trending papers in your email inbox!"}


def parse(data):
    """Two lines that are no furniture make a paper."""
    output = []
    item = {}
    for line in filter(None, data.splitlines()):
        if line in FURNITURE or (not item and len(line) < 8):
            continue
        if "title" in item:
            item["abstract"] = line
            output.append(item)
            item = {}
        else:
            item["title"] = line
    return output


def main(folder, out):
    with open(out, "w", encoding="utf-8") as file:
        for path, _, names in os.walk(folder):
            for name in names:
                with open(os.path.join(path, name), encoding="utf-8") as page:
                    for item in parse(page.read()):
                        file.write(json.dumps(item) + "\n")


main(*sys.argv[1:3])
