// Mails and web archives (.eml, .mhtml): the text, or the page, that the MIME envelope holds.

/** What a mail or a web archive holds; "" where it has no such part. */
export interface Mail {
  readonly text: string;
  readonly html: string;
}

/** Headers that a mail or a browser's web archive begins with. */
const KNOWN =
  /^(?:return-path|received|delivered-to|from|to|subject|date|message-id|mime-version|content-type|snapshot-content-location|x-[\w-]+|dkim-signature|reply-to|list-[\w-]+|sender|authentication-results|arc-[\w-]+):/i;

/** Whether a text begins like a mail: at least three known headers, one of them saying how the body is written. */
export function looksLikeMail(head: string): boolean {
  const lines = head
    .replace(/^\ufeff/, '')
    .replace(/^From \S+ .*\r?\n/, '')
    .split(/\r?\n/);
  let known = 0;
  let mime = false;
  for (const line of lines) {
    if (line === '') break;
    if (/^[ \t]/.test(line)) continue;
    if (!/^[A-Za-z][\w-]*:/.test(line)) return false;
    if (KNOWN.test(line)) known++;
    mime ||= /^(?:mime-version|content-type|message-id|received):/i.test(line);
  }
  return known >= 3 && mime;
}

/** Decodes a mail: quoted-printable, base64 and character sets; attachments are left out. */
export async function readMail(bytes: Uint8Array): Promise<Mail> {
  const { default: PostalMime } = await import('postal-mime');
  const { text = '', html = '' } = await PostalMime.parse(bytes);
  return { text, html };
}
