// Output that is compressed because its name says so.
import { extname } from 'node:path';
import { promisify } from 'node:util';

/** Compresses one block; blocks put one after another are one valid stream. */
export type Compress = (block: Uint8Array) => Promise<Uint8Array>;

/** Endings of compressed outputs. */
export const COMPRESSED_ENDINGS = ['gz', 'zst'] as const;

/** How a name (or a bare ending) asks for its content to be compressed. */
export type Compression = (typeof COMPRESSED_ENDINGS)[number];

/** The compression that a file name asks for, or null. */
export function compressionOf(name: string): Compression | null {
  const ending = extname(name).slice(1).toLowerCase();
  return COMPRESSED_ENDINGS.find((known) => known === ending) ?? null;
}

/** Makes the function that compresses blocks (of a megabyte or so), or hands them on. The same blocks give the same bytes everywhere. */
export function compressor(compression: Compression | null): Compress {
  if (compression === null) return async (block) => block;
  let loaded: Promise<Compress> | undefined;
  return async (block) => {
    loaded ??= compression === 'gz' ? loadGzip() : loadZstd(); // which cost a short run more than it does
    return (await loaded)(block);
  };
}

async function loadGzip(): Promise<Compress> {
  const { gzip } = await import('node:zlib');
  const gzipped: (block: Uint8Array, options: { level: number }) => Promise<Uint8Array> = promisify(gzip);
  return (block) => gzipped(block, { level: 6 });
}

async function loadZstd(): Promise<Compress> {
  const { compress, init } = await import('@bokuweb/zstd-wasm');
  await init();
  return async (block) => compress(block, ZSTD_LEVEL);
}

const ZSTD_LEVEL = 3;
