// A capture of many megabytes: as one string it would be in memory four times, so its text is decoded piece by piece.

/** A piece ends at the first space after this many bytes. */
const PIECE_BYTES = 1 << 20;

const [QUOTE, BACKSLASH, SPACE, COMMA, COLON] = [0x22, 0x5c, 0x20, 0x2c, 0x3a];
const [OPEN, CLOSE, OPEN_LIST, CLOSE_LIST] = [0x7b, 0x7d, 0x5b, 0x5d];

/** Where a value stands in a line. */
type Place = readonly [from: number, to: number];

/**
 * Finds address and text of a capture in a line of JSON, by their keys (the text's likeliest first). Returns nothing when
 * the line is no object in valid JSON, or has no text: then somebody else has to say what is wrong with it.
 */
export function findCapture(
  line: Buffer,
  urlKey: string,
  textKeys: readonly string[],
): { readonly url: unknown; readonly pieces: Iterable<string> } | undefined {
  try {
    const values = valuesOf(line);
    let url: unknown;
    for (const [key, place] of values ?? []) {
      const isText = textKeys.includes(key) && line[place[0]] === QUOTE;
      if (!isText) {
        const value: unknown = JSON.parse(line.toString('utf8', ...place));
        if (key === urlKey) url = value;
      } else for (const _ of piecesOf(line, place)); // it throws where it is not valid
    }
    const places = textKeys.map((key) => values?.get(key));
    const shown = places.filter((place) => place !== undefined && line[place[0]] === QUOTE);
    const text = shown.find((place) => place && !isBlank(line, place)) ?? shown[0];
    return text && { url, pieces: { [Symbol.iterator]: () => piecesOf(line, text) } };
  } catch {
    return undefined;
  }
}

function isBlank(line: Buffer, place: Place): boolean {
  for (const piece of piecesOf(line, place)) if (piece.trim() !== '') return false;
  return true;
}

/** Decodes a string. It is cut before spaces, which are part of no escape and of no longer character. */
function* piecesOf(line: Buffer, [from, to]: Place): Generator<string> {
  const end = to - 1;
  for (let at = from + 1; at < end; ) {
    const space = at + PIECE_BYTES < end ? line.indexOf(SPACE, at + PIECE_BYTES) : -1;
    const next = space < 0 || space > end ? end : space;
    const piece: unknown = JSON.parse(`"${line.toString('utf8', at, next)}"`);
    yield String(piece);
    at = next;
  }
}

/** The places of the values of an object; of equal keys the last one counts. Throws where it cannot be JSON. */
function valuesOf(line: Buffer): Map<string, Place> | undefined {
  const values = new Map<string, Place>();
  let at = skipSpace(line, 0);
  if (line[at] !== OPEN) return undefined;
  do {
    const key = skipSpace(line, at + 1);
    if (line[key] !== QUOTE) return undefined;
    const keyEnd = stringEnd(line, key);
    const colon = skipSpace(line, keyEnd);
    if (line[colon] !== COLON) return undefined;
    const from = skipSpace(line, colon + 1);
    const to = valueEnd(line, from);
    values.set(String(JSON.parse(line.toString('utf8', key, keyEnd))), [from, to]);
    at = skipSpace(line, to);
  } while (line[at] === COMMA);
  return line[at] === CLOSE && skipSpace(line, at + 1) === line.length ? values : undefined;
}

function skipSpace(line: Buffer, from: number): number {
  let at = from;
  while (line[at] === SPACE || line[at] === 9 || line[at] === 13) at++;
  return at;
}

/** The place behind a string that begins here. Throws when it has no end. */
function stringEnd(line: Buffer, from: number): number {
  for (let at = line.indexOf(QUOTE, from + 1); at >= 0; at = line.indexOf(QUOTE, at + 1)) {
    let before = at;
    while (line[before - 1] === BACKSLASH) before--;
    if ((at - before) % 2 === 0) return at + 1;
  }
  throw new Error('a string has no end');
}

/** The place behind a value that begins here; whether it is valid is seen when it is parsed. */
function valueEnd(line: Buffer, from: number): number {
  let depth = 0;
  for (let at = from; at < line.length; ) {
    const byte = line[at];
    if (byte === QUOTE) {
      at = stringEnd(line, at);
      if (depth === 0) return at;
      continue;
    }
    if (byte === OPEN || byte === OPEN_LIST) depth++;
    else if (byte === CLOSE || byte === CLOSE_LIST || byte === COMMA) {
      if (depth === 0) return at;
      if (byte !== COMMA && --depth === 0) return at + 1;
    }
    at++;
  }
  return line.length;
}
