// Mails and web archives (.eml, .mhtml): the text, or the page, that the MIME envelope holds, and those attached to it.

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

/**
 * Decodes a mail: quoted-printable, base64 and character sets. Resolves to its text, or its page where the text is only a
 * word about that, and to the texts, pages and mails that are attached to it.
 */
export async function readMail(bytes: Uint8Array | ArrayBuffer, depth = 0): Promise<string[]> {
  const { default: PostalMime } = await import('postal-mime');
  const { text = '', html = '', attachments } = await PostalMime.parse(bytes);
  const pages = [lettersIn(html) > lettersIn(text) * MANY ? html : text];
  for (const { disposition, mimeType, content } of attachments) {
    if (disposition !== 'attachment' || typeof content === 'string') continue;
    if (mimeType === 'message/rfc822' && depth < DEEPEST) pages.push(...(await readMail(content, depth + 1)));
    else if (READABLE.test(mimeType)) pages.push(new TextDecoder().decode(content));
  }
  return pages;
}

const READABLE = /^text\/(?:plain|html|markdown)$/;
/** A mail in a mail in a mail is passed over. */
const DEEPEST = 2;
/** A page says as much as the text beside it; one that says so many times more is the mail. */
const MANY = 4;

/** How much a text says, or a page without its tags, its styles and scripts. */
const lettersIn = (text: string): number =>
  withoutElements(withoutElements(text, 'style'), 'script')
    .replace(/<[^<>]*>/g, '')
    .match(/\p{L}/gu)?.length ?? 0;

function withoutElements(html: string, name: string): string {
  const lower = html.toLowerCase();
  let rest = '';
  let at = 0;
  for (let open = lower.indexOf(`<${name}`); open >= 0; open = lower.indexOf(`<${name}`, at)) {
    const close = lower.indexOf(`</${name}`, open);
    if (close < 0) break;
    rest += html.slice(at, open);
    at = close + 1;
  }
  return rest + html.slice(at);
}
