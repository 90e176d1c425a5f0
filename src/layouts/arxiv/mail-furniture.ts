// What stands around the entries of a mailing: its own first and last lines, and those of mail programs.

/** A mailing begins with one of these. */
export const OPENING: RegExp = /^\s*(?:send any comments regarding|submissions to:)/i;

/** The last line before the entries: the days between which they came. */
export const RECEIVED: RegExp = /\breceived from .*\bto\s+(.{6,40})/;

/** Lines around the entries; of lists of a month and what stood above them too. */
const FURNITURE =
  /^\s*(?:archives at|to unsubscribe|for subscribe|e-mail to|for help on|for general information on|keyword subject classification|subj-class|the replacements|cross-lists|replacements|papers received as of|\(to retrieve abstracts without|get \d+ [\d.]+abs\b)|^[%=_\s-]+$|^\s*\d+kb(?:,\w)?\s*\)$/i;

/** What mail programs write above a mail that is quoted or sent on. */
const SENT_ON =
  /^\W*(?:(?:forwarded|original|weitergeleitete) (?:message|nachricht)|begin forwarded message|on .{5,160}\bwrote)\W*$/i;

const HEADER =
  /^(?:From [^\s:]+ |(?:From|To|Cc|Date|Sent|Subject|Reply-To|Sender|Message-ID|Received|Return-Path|Delivered-To|MIME-Version|Precedence|Status|Content-[\w-]+|X-[\w-]+|List-[\w-]+|ARC-[\w-]+|DKIM-Signature|Authentication-Results|Received-SPF):)/i;

/** Whether a line is a header of a mail. */
export const isHeader = (line: string): boolean => HEADER.test(line);

/** Whether lines together are known to stand around entries. */
export const isMailFurniture = (lines: readonly string[]): boolean =>
  isHeader(lines[0] ?? '') || lines.some((line) => FURNITURE.test(line)) || SENT_ON.test(lines.join(' '));
