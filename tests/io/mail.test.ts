// Mails and web archives are envelopes: the page in them is read as if it had been saved itself.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { looksLikeMail } from '../../src/io/mail.ts';
import { mailsOf } from '../../src/io/mbox.ts';
import { papersift, temporaryFolder } from '../help/program.ts';

const DAY = readFileSync('fixtures/arxiv-mailing/day.txt', 'utf8');
const PAGE = readFileSync('fixtures/hf-search/html-shown.html', 'utf8');

/** The records that the program makes of a text, without the places in the file. */
function recordsOf(name: string, text: string): unknown[] {
  const file = join(temporaryFolder(), name);
  writeFileSync(file, text, 'latin1');
  const { status, stdout, stderr } = papersift(['-f', 'jsonl', '--math', 'raw', file]);
  expect(stderr).not.toMatch(/warning/i);
  expect(status).toBe(0);
  return stdout
    .trim()
    .split('\n')
    .map((line) => ({ ...JSON.parse(line), source: null }));
}

/** The bytes of a text, one character each. */
const bytesOf = (text: string): string => Buffer.from(text).toString('latin1');

const base64 = (text: string): string => Buffer.from(text).toString('base64').replace(/.{76}/g, '$&\r\n');

/** Quoted-printable with soft line breaks. */
function quotedPrintable(text: string): string {
  const encoded = bytesOf(text)
    .replace(/[^\n\x20-\x3c\x3e-\x7e]| (?=\n)/g, (char) => hex(char))
    .replace(/=(?![0-9A-F]{2})/g, '=3D');
  return encoded
    .split('\n')
    .map((line) => line.replace(/(?:=[0-9A-F]{2}|[^=]){72}(?=.)/g, '$&=\r\n'))
    .join('\r\n');
}

const hex = (char: string): string => `=${char.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;

const HEAD = `From: no-reply@arXiv.org (send mail ONLY to cs)
To: cs daily title/abstract distribution <rabble@arXiv.org>
Subject: cs daily Subj-class mailing 200003b 1
Date: Fri, 22 Nov 2024 01:20:35 GMT
Message-ID: <202411220120.AAAAA@arXiv.org>
MIME-Version: 1.0
`.replaceAll('\n', '\r\n');

const mail = (type: string, encoding: string, body: string): string =>
  `${HEAD}Content-Type: ${type}\r\nContent-Transfer-Encoding: ${encoding}\r\n\r\n${body}\r\n`;

test.each([
  ['quoted-printable', quotedPrintable],
  ['base64', base64],
  ['8bit', (text: string): string => bytesOf(text).replaceAll('\n', '\r\n')],
])('the mailing is read from a mail in %s', (encoding, encode) => {
  const plain = recordsOf('day.txt', bytesOf(DAY));
  expect(plain.length).toBeGreaterThan(3);
  const found = recordsOf('day.eml', mail('text/plain; charset=utf-8', encoding, encode(DAY)));
  expect(found).toEqual(plain);
});

test('of a mail with text and HTML the text is read', () => {
  const parts = [
    ['text/plain; charset=utf-8', base64(DAY)],
    ['text/html; charset=utf-8', base64('<html><body><p>The same, as HTML.</p></body></html>')],
  ];
  const body = parts.map(
    ([type, text]) => `--cut\r\nContent-Type: ${type}\r\nContent-Transfer-Encoding: base64\r\n\r\n${text}\r\n`,
  );
  const all = mail('multipart/alternative; boundary="cut"', '7bit', `${body.join('')}--cut--`);
  expect(recordsOf('both.eml', all).length).toBe(recordsOf('day.txt', bytesOf(DAY)).length);
});

test.each([
  ['a page beside a word about it', 'alternative', [['text/html; charset=utf-8', PAGE]]],
  [
    'an attached page',
    'mixed',
    [['text/html; charset=utf-8\r\nContent-Disposition: attachment; filename=p.html', PAGE]],
  ],
  [
    'an attached mail',
    'mixed',
    [
      [
        'message/rfc822\r\nContent-Disposition: attachment',
        mail(
          'text/html; charset=utf-8',
          '8bit',
          PAGE.replace(/[^\0-\x7f]/g, (char) => `&#${char.codePointAt(0)};`),
        ),
      ],
    ],
  ],
] as const)('%s is read', (_, kind, parts) => {
  const body = [['text/plain', kind === 'mixed' ? '' : 'It is in here.'], ...parts].map(
    ([type, text]) =>
      `--cut\r\nContent-Type: ${type}\r\nContent-Transfer-Encoding: base64\r\n\r\n${base64(text ?? '')}\r\n`,
  );
  const all = mail(`multipart/${kind}; boundary="cut"`, '7bit', `${body.join('')}--cut--`);
  const found = recordsOf('mail.eml', all).map((record) => JSON.stringify(record));
  const alone = recordsOf('page.html', bytesOf(PAGE)).map((record) => JSON.stringify(record));
  expect(found).toEqual(alone);
});

test('of a web archive the page is read, not its pictures and styles', () => {
  const part = (type: string, where: string, encoding: string, text: string): string =>
    `------MultipartBoundary--x\r\nContent-Type: ${type}\r\nContent-Transfer-Encoding: ${encoding}\r\nContent-Location: ${where}\r\n\r\n${text}\r\n\r\n`;
  const archive = [
    'From: <Saved by Blink>',
    'Snapshot-Content-Location: https://huggingface.co/papers',
    'Subject: Daily Papers - Hugging Face',
    'Date: Fri, 2 Oct 2026 10:00:00 -0000',
    'MIME-Version: 1.0',
    'Content-Type: multipart/related; type="text/html"; boundary="----MultipartBoundary--x"',
    '',
    '',
    part('text/html', 'https://huggingface.co/papers', 'quoted-printable', quotedPrintable(PAGE)),
    part('text/css', 'cid:css-1@mhtml.blink', 'quoted-printable', '@charset "utf-8";=0A.x { color: red; }'),
    part('image/png', 'https://huggingface.co/x.png', 'base64', 'iVBORw0KGgo='),
    '------MultipartBoundary--x--',
    '',
  ].join('\r\n');
  const plain = recordsOf('page.html', bytesOf(PAGE));
  expect(plain.length).toBeGreaterThan(3);
  expect(recordsOf('page.mhtml', archive)).toEqual(plain);
});

test('a folder of mails is read mail by mail', () => {
  const from = (day: number): string => `From no-reply@arXiv.org Fri Nov ${day} 01:20:35 2024\r\n`;
  const mails = [
    from(22) + mail('text/plain; charset=utf-8', 'quoted-printable', quotedPrintable(DAY)),
    from(23) + mail('text/plain; charset=utf-8', 'base64', base64(`To be read in full.\n\nFrom here on.\n${DAY}`)),
    from(24) + mail('text/plain; charset=utf-8', '7bit', 'No digest.\n\n>From there.'),
    from(25) + mail('text/plain; charset=utf-8', '8bit', bytesOf(DAY)),
  ];
  const plain = recordsOf('day.txt', bytesOf(DAY));
  for (const end of ['\r\n', '\n'])
    expect(recordsOf('days.mbox', mails.join('\r\n').replaceAll('\r\n', end))).toEqual([plain, plain, plain].flat());
});

async function lastOf(mails: AsyncIterable<Uint8Array>): Promise<Uint8Array | undefined> {
  let last: Uint8Array | undefined;
  for await (const mail of mails) last = mail;
  return last;
}

test.each([1, 7, 100, 1000])('a folder of mails is cut in the same places in chunks of %i bytes', async (length) => {
  const from = 'From a@b.org Fri Nov 22 01:20:35 2024\n';
  const text = `${from}one\nFrom a@b.org Fri Nov 22 01:20:35 2024\n\n${from}two\n\nFrom here on\n\n${from}\n${'x'.repeat(700)}\n`;
  const chunks = async function* (): AsyncGenerator<Uint8Array> {
    for (let at = 0; at < text.length; at += length) yield Buffer.from(text.slice(at, at + length));
  };
  const mails: string[] = [];
  for await (const each of mailsOf(chunks(), 10_000)) mails.push(Buffer.from(each).toString());
  await expect(mailsOf(chunks(), 300).next()).resolves.toMatchObject({ done: false });
  await expect(lastOf(mailsOf(chunks(), 300))).rejects.toThrow('300');
  expect(mails).toEqual([`one\n${from}\n`, 'two\n\nFrom here on\n\n', `\n${'x'.repeat(700)}\n`]);
});

test('front matter is no mail', () => {
  expect(looksLikeMail('title: A page\ndate: 2026-10-02\nfrom: the web\n\nText')).toBe(false);
  expect(looksLikeMail('URL: https://huggingface.co/papers\nTitle: Daily Papers\nDate: today\n\nText')).toBe(false);
});
