#!/bin/bash
# One task of a Slurm array: every task takes its share of the files and writes one shard.
#   sbatch --array=0-7 examples/slurm-array.sh captures/ shards/
# Without Slurm the same script runs task by task: for i in 0 1 2; do SLURM_ARRAY_TASK_ID=$i SLURM_ARRAY_TASK_COUNT=3 bash ...
#SBATCH --cpus-per-task=4 --mem=1G --time=1:00:00
set -euo pipefail
captures=$1 shards=$2
task=${SLURM_ARRAY_TASK_ID:?} tasks=${SLURM_ARRAY_TASK_COUNT:?}
mkdir -p "$shards"
# File number i belongs to task i mod tasks: the shares are the same whenever and wherever the tasks run.
find "$captures" -type f | LC_ALL=C sort | awk -v n="$tasks" -v k="$task" 'NR % n == k' |
  "${PAPERSIFT:-papersift}" convert --files-from - --merge -q -j "${SLURM_CPUS_PER_TASK:-1}" -o "$shards/papers-$task.jsonl"
