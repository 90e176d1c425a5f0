"""Reads a Parquet file of papersift back with pyarrow and DuckDB and compares it with the same records as JSON Lines.

    papersift convert pages/ --merge -o papers.parquet
    papersift convert pages/ --merge -o papers.jsonl
    python3 -m venv venv && venv/bin/pip install pyarrow duckdb
    venv/bin/python examples/check-parquet.py papers.parquet papers.jsonl
"""

import datetime
import json
import sys

import duckdb
import pyarrow.parquet


def plain(value):
    """A value of pyarrow or DuckDB as JSON has it."""
    if isinstance(value, dict):
        return {name: plain(part) for name, part in value.items()}
    if isinstance(value, list):
        return [plain(part) for part in value]
    return value.isoformat() if isinstance(value, datetime.date) else value


def main(parquet, jsonl):
    with open(jsonl, encoding="utf-8") as lines:
        expected = [json.loads(line) for line in lines]
    table = pyarrow.parquet.read_table(parquet)
    assert [plain(row) for row in table.to_pylist()] == expected, "pyarrow reads other records"
    relation = duckdb.sql(f"select * from read_parquet('{parquet}')")
    rows = [dict(zip(relation.columns, map(plain, row))) for row in relation.fetchall()]
    assert rows == expected, "DuckDB reads other records"
    groups = pyarrow.parquet.ParquetFile(parquet).metadata.num_row_groups
    print(table.schema.remove_metadata())
    print(f"{len(expected)} records in {groups} row groups are the same for pyarrow and DuckDB")
    kinds = "select link.kind, count(*) as n from (select unnest(links) as link from relation) group by 1 order by 2 desc"
    print(duckdb.sql(kinds))


if __name__ == "__main__":
    main(*sys.argv[1:3])
