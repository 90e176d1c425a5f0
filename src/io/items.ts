// What inputs consist of, before any of it is read: pages, and streams of captures.
import type { CaptureFields } from './captures.ts';
import type { Bytes } from './peek.ts';
import type { Codec } from './sniff.ts';

/** Where the bytes of an item are. All but `stream` can be handed to another thread and be read there. */
export type Body =
  | { readonly from: 'file'; readonly path: string; readonly codec: Codec | null }
  | { readonly from: 'bytes'; readonly bytes: Uint8Array }
  | { readonly from: 'zip'; readonly path: string; readonly entry: ZipPlace }
  | { readonly from: 'stream'; readonly chunks: Bytes };

/** Where a member of a zip file lies and how it must come out. */
export interface ZipPlace {
  readonly offset: number;
  readonly packed: number;
  readonly size: number;
  readonly deflated: boolean;
  readonly crc: number;
}

/** One page, or one stream of captures (JSON Lines) that each are a page. */
export interface Item {
  readonly kind: 'page' | 'captures';
  /** The source of its records; null for standard input. */
  readonly name: string | null;
  /** The output that it belongs to when inputs are mirrored; captures of one WARC share it. */
  readonly mirror: string;
  /** The stream that it is a part of and shares its output with. */
  readonly origin?: string;
  /** Bytes on disk or in the archive, as far as known. */
  readonly size: number;
  readonly body: Body;
}

/** How inputs are opened. */
export interface InputOptions {
  /** Take hidden files, folders and members. */
  readonly hidden: boolean;
  /** The most that each page, archive member or compressed stream of captures may unpack to, in bytes; an archive as a whole may be larger. */
  readonly maxSize: number;
  /** How the keys of captures in JSON Lines are called. */
  readonly captureFields: CaptureFields;
  /** Files that are not read and folders that are not entered: the output's own. */
  readonly skip?: readonly string[];
}

/** An input that could not be read, and why, in words for a person. */
export interface InputProblem {
  readonly name: string;
  readonly reason: string;
}

/** Who listens while inputs are opened. */
export interface InputEvents {
  problem(problem: InputProblem): void;
  /** A file or member that is no text, or a link, was passed over. */
  skipped?(name: string): void;
  /** `bytes` of the files that the user named have been read, or will be by whoever reads the item. */
  read?(bytes: number): void;
}

/** Default of `--max-size`, in bytes. */
export const MAX_SIZE: number = 8 * 2 ** 30;

/** Members of at most this many bytes are read whole, larger ones are streamed. */
export const MAX_SMALL_BYTES: number = 2 ** 20;
