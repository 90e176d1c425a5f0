// Archives for the tests, built byte by byte, so that they can lie.
import { crc32, deflateRawSync } from 'node:zlib';

/** A file of a tar archive; `type` is the letter of its header ("0": a file, "2": a symbolic link). */
export interface TarFile {
  readonly name: string;
  readonly data?: string;
  readonly type?: string;
  readonly link?: string;
}

/** Makes a tar archive (ustar), with its end mark. */
export function tar(files: readonly TarFile[]): Buffer {
  return Buffer.concat([...files.flatMap(tarFile), Buffer.alloc(1024)]);
}

function tarFile({ name, data = '', type = '0', link = '' }: TarFile): Buffer[] {
  const body = Buffer.from(data);
  const header = Buffer.alloc(512);
  const put = (text: string, at: number): number => header.write(text, at, 'latin1');
  put(name.slice(0, 100), 0);
  put('0000644\0', 100);
  put(`${body.length.toString(8).padStart(11, '0')}\0`, 124);
  put('00000000000\0', 136);
  put('        ', 148);
  put(type, 156);
  put(link, 157);
  put('ustar\x0000', 257);
  const sum = header.reduce((total, byte) => total + byte, 0);
  put(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return [header, body, Buffer.alloc((512 - (body.length % 512)) % 512)];
}

/** A file of a zip archive, and what its headers say of it when that is not the truth. */
export interface ZipFile {
  readonly name: string;
  readonly data?: string | Buffer;
  readonly crc?: number;
  readonly encrypted?: true;
  readonly mode?: number;
}

/** Makes a zip archive. */
export function zip(files: readonly ZipFile[]): Buffer {
  const locals: Buffer[] = [];
  const table: Buffer[] = [];
  let offset = 0;
  for (const file of files) {
    const { local, central } = zipFile(file, offset);
    locals.push(local);
    table.push(central);
    offset += local.length;
  }
  const directory = Buffer.concat(table);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, directory, end]);
}

const UTF8_NAMES = 0x800;

function zipFile(
  { name, data = '', crc, encrypted, mode = 0o100644 }: ZipFile,
  offset: number,
): { local: Buffer; central: Buffer } {
  const body = Buffer.from(data);
  const packed = deflateRawSync(body);
  const shared = Buffer.alloc(26);
  shared.writeUInt16LE(20, 0);
  shared.writeUInt16LE(UTF8_NAMES | (encrypted ? 1 : 0), 2);
  shared.writeUInt16LE(8, 4);
  shared.writeUInt32LE(crc ?? crc32(body), 10);
  shared.writeUInt32LE(packed.length, 14);
  shared.writeUInt32LE(body.length, 18);
  shared.writeUInt16LE(Buffer.byteLength(name), 22);
  const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), shared, Buffer.from(name), packed]);
  const rest = Buffer.alloc(14);
  rest.writeUInt32LE((mode << 16) >>> 0, 6);
  rest.writeUInt32LE(offset, 10);
  const central = Buffer.concat([Buffer.from('PK\x01\x02\x14\x03', 'latin1'), shared, rest, Buffer.from(name)]);
  return { local, central };
}

/** A page of a crawl, and what the heads of its answer and of its record say besides. */
export interface WarcFile {
  readonly url: string;
  readonly type: string;
  readonly body: string | Buffer;
  readonly status?: string;
  readonly http?: readonly string[];
  readonly warc?: readonly string[];
  /** The length of the record when it is not the truth. */
  readonly length?: string;
}

/** Makes a WARC with one answer for each page. */
export function warc(pages: readonly WarcFile[]): Buffer {
  return Buffer.concat(pages.map(warcRecord));
}

function warcRecord({ url, type, body, status = '200 OK', http = [], warc = [], length }: WarcFile, i: number): Buffer {
  const size = Buffer.byteLength(body);
  const answer = [`HTTP/1.1 ${status}`, `Content-Type: ${type}`, `Content-Length: ${size}`, ...http].join('\r\n');
  const head = [
    'WARC/1.0',
    'WARC-Type: response',
    `WARC-Target-URI: ${url}`,
    'WARC-Date: 2026-01-01T00:00:00Z',
    `WARC-Record-ID: <urn:uuid:${i}>`,
    ...warc,
    'Content-Type: application/http; msgtype=response',
    `Content-Length: ${length ?? Buffer.byteLength(answer) + 4 + size}`,
  ].join('\r\n');
  return Buffer.concat([Buffer.from(`${head}\r\n\r\n${answer}\r\n\r\n`), Buffer.from(body), Buffer.from('\r\n\r\n')]);
}
