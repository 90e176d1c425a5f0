#!/bin/bash
# Runs the same job in every way that docs/scaling.md describes and compares what comes out.
#   examples/run-scaling.sh [folder of captures]     (without one: 300 pages made from fixtures/)
# GNU parallel comes with Debian's package `parallel`; for Spark set PYTHON to one that has pyspark (Java is needed).
set -euo pipefail
cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export PAPERSIFT=$PWD/bin/papersift.js PYTHON=${PYTHON:-python3}
captures=${1:-}
if [ -z "$captures" ]; then
  captures=$work/captures
  mkdir "$captures"
  for i in $(seq 1 300); do sed "s/Mesa/Mesa $i/g" fixtures/hf-search/seed.txt > "$captures/$i.txt"; done
fi

# What the ways must agree on: every record without its place, in any order.
digest() { node -e '
  const rows = require("fs").readFileSync(0, "utf8").trim().split("\n").map((line) => {
    const { source, ...record } = JSON.parse(line);
    return JSON.stringify({ ...record, line: source.line });
  }).sort();
  const hash = require("crypto").createHash("sha256").update(rows.join("\n")).digest("hex").slice(0, 16);
  console.log(`${rows.length} records, ${hash}`);'; }
say() { printf '%-28s %s\n' "$1" "$2"; }

"$PAPERSIFT" convert "$captures" --merge -q -o "$work/all.jsonl"
expected=$(digest < "$work/all.jsonl")
say "papersift convert" "$expected"
check() { say "$1" "$2"; [ "$2" = "$expected" ] || { echo "$1 gives other records" >&2; exit 1; }; }

if command -v parallel > /dev/null; then
  find "$captures" -type f | LC_ALL=C sort | parallel -k -N 50 "$PAPERSIFT" -q -f jsonl {} > "$work/parallel.jsonl"
  check "GNU parallel" "$(digest < "$work/parallel.jsonl")"
else say "GNU parallel" "not installed"; fi

for task in 0 1 2 3; do
  SLURM_ARRAY_TASK_ID=$task SLURM_ARRAY_TASK_COUNT=4 bash examples/slurm-array.sh "$captures" "$work/shards"
done
check "Slurm array of 4 tasks" "$(cat "$work"/shards/*.jsonl | digest)"

if "$PYTHON" -c 'import pyspark' 2> /dev/null; then
  find "$captures" -type f | LC_ALL=C sort | node -e '
    const { readFileSync } = require("fs");
    for (const path of readFileSync(0, "utf8").trim().split("\n"))
      console.log(JSON.stringify({ url: `file://${path}`, text: readFileSync(path, "utf8") }));' > "$work/captures.jsonl"
  "$PYTHON" examples/spark-pipe.py "$work/captures.jsonl" "$work/spark" 2> "$work/spark.log" || { tail -20 "$work/spark.log"; exit 1; }
  check "Spark, $(ls "$work"/spark/part-* | wc -l) partitions" "$(cat "$work"/spark/part-* | digest)"
else say "Spark" "not installed"; fi
