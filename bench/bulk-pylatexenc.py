"""What the usual Python library does for the mathematics alone: every paragraph through pylatexenc's LatexNodes2Text."""

import json
import os
import sys

from pylatexenc.latex2text import LatexNodes2Text


def main(folder, out):
    convert = LatexNodes2Text()
    with open(out, "w", encoding="utf-8") as file:
        for path, _, names in os.walk(folder):
            for name in names:
                with open(os.path.join(path, name), encoding="utf-8") as page:
                    for paragraph in page.read().split("\n\n"):
                        file.write(json.dumps(convert.latex_to_text(paragraph)) + "\n")


main(*sys.argv[1:3])
