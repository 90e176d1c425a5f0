// Parquet: typed columns with lists and structs, in row groups of bounded size. Loaded only when it is asked for.
import { ByteWriter, ParquetWriter } from 'hyparquet-writer';
import type { Encoder, Encoding } from './encode.ts';
import { elements, type ParquetType, type SchemaElement, stored, typeOf } from './parquet-types.ts';

const MIB = 2 ** 20;

/** A row group is full with this many rows, or this many bytes of JSON. */
const MAX_GROUP_ROWS = 20_000;
const MAX_GROUP_BYTES = 16 * MIB;

/** Those of many files are smaller, so that all together hold no more than this, but never smaller than that. */
const MAX_HELD_BYTES = 32 * MIB;
const MIN_GROUP_BYTES = MIB / 4;

/** Makes Parquet files of rows that are JSON with these fields; `files` are written at once. */
export function parquetEncoding(fields: readonly string[], files: number): Encoding {
  const groupBytes = Math.min(MAX_GROUP_BYTES, Math.max(MAX_HELD_BYTES / files, MIN_GROUP_BYTES));
  const columns = fields.map((name) => ({ name, type: typeOf(name) }));
  const schema: SchemaElement[] = [
    { name: 'root', num_children: columns.length },
    ...columns.flatMap(({ name, type }) => elements(name, type)),
  ];
  return () => new ParquetEncoder(columns, schema, groupBytes);
}

interface Column {
  readonly name: string;
  readonly type: ParquetType;
}

class ParquetEncoder implements Encoder {
  readonly #columns: readonly Column[];
  readonly #groupBytes: number;
  readonly #bytes = new ByteWriter();
  readonly #writer: ParquetWriter;
  /** JSON takes a third of the room that its objects take. */
  #rows: Uint8Array[] = [];
  #size = 0;

  constructor(columns: readonly Column[], schema: SchemaElement[], groupBytes: number) {
    this.#columns = columns;
    this.#groupBytes = groupBytes;
    this.#bytes.appendUint32(MAGIC);
    this.#writer = new ParquetWriter({ writer: this.#bytes, schema, createdBy: 'papersift' });
  }

  row(row: Uint8Array): Uint8Array | undefined {
    this.#rows.push(row.slice());
    this.#size += row.length;
    if (this.#rows.length < MAX_GROUP_ROWS && this.#size < this.#groupBytes) return undefined;
    this.#group();
    return this.#take();
  }

  end(): Uint8Array {
    if (this.#rows.length > 0) this.#group();
    void this.#writer.finish(); // it is synchronous unless its writer is not
    return this.#take();
  }

  #group(): void {
    const rows = this.#rows.map(parse);
    const columnData = this.#columns.map(({ name, type }) => ({
      name,
      data: rows.map((row) => stored(row.get(name), type)),
    }));
    void this.#writer.write({ columnData, rowGroupSize: MAX_GROUP_ROWS });
    this.#rows = [];
    this.#size = 0;
  }

  /** What has been written since the last time; the offsets in the file go on. */
  #take(): Uint8Array {
    const bytes = this.#bytes.getBytes().slice();
    this.#bytes.index = 0;
    return bytes;
  }
}

function parse({ buffer, byteOffset, length }: Uint8Array): Map<string, unknown> {
  const row: object = JSON.parse(Buffer.from(buffer, byteOffset, length).toString());
  return new Map(Object.entries(row));
}

/** "PAR1", at both ends of a file. */
const MAGIC = 0x31524150;
