// Compressed outputs: valid streams, also when there is nothing in them.
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { decompress } from '../../src/io/codecs/decompress.ts';
import { collect } from '../../src/io/peek.ts';
import { papersift } from '../help/program.ts';
import { folderOf } from './reading.ts';

async function* one(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

test('an output without a row is a valid stream', async () => {
  const at = folderOf({ 'none.txt': 'no digest\n' });
  for (const name of ['e.jsonl.gz', 'e.jsonl.zst'])
    expect(papersift(['convert', at('none.txt'), '--merge', '-o', at(name)]).status).toBe(1);
  expect(gunzipSync(readFileSync(at('e.jsonl.gz')))).toHaveLength(0);
  const zst = readFileSync(at('e.jsonl.zst'));
  expect(zst.length).toBeGreaterThan(0);
  expect(await collect(decompress(one(zst), 'zstd'))).toHaveLength(0);
});
