import { dump } from './dump.ts';
import { html } from './html.ts';
import { lines } from './lines.ts';
import { markdown } from './markdown.ts';
import type { Markup } from './markup.ts';
import { plain } from './plain.ts';
import { quoted } from './quoted.ts';
import { reflinks } from './reflinks.ts';
import { snapshot } from './snapshot.ts';

/** The table of markups: on equal scores the first one wins. */
export const MARKUPS: readonly Markup[] = [plain, markdown, reflinks, html, lines, dump, quoted, snapshot];
