"""papersift on the partitions of a Spark data set: JSON Lines of captures in, JSON Lines of records out.

    venv/bin/python examples/spark-pipe.py captures.jsonl out-folder

Each line is a capture, {"url": ..., "text": ...} or {"url": ..., "html": ...}, so a partition may be cut at any line.
On a cluster papersift has to be on every worker's PATH; PAPERSIFT names another program.
"""

import os
import sys

from pyspark import SparkContext

# Spark cuts a command at its spaces, so it is given no shell syntax. An empty partition has nothing to say: -q.
COMMAND = os.environ.get("PAPERSIFT", "papersift") + " -q -f jsonl -"


def main(captures, out):
    context = SparkContext(os.environ.get("SPARK_MASTER", "local[2]"), "papersift")
    context.setLogLevel("ERROR")
    records = context.textFile(captures, minPartitions=8).pipe(COMMAND, dict(os.environ))
    records.saveAsTextFile(out)
    context.stop()


if __name__ == "__main__":
    main(*sys.argv[1:3])
