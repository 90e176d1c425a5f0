// The tree that a browser shows to assistive programs, as tools that drive one write it down: a role, a name and marks in each line.
import type { Line } from '../text/lines.ts';
import { type Block, blank, blockOf, type Part, partOf, rule } from './block.ts';
import { MAX_LINES } from './limits.ts';
import { isBlank, isMuch, linesWith } from './look.ts';
import type { Markup, MarkupReader } from './markup.ts';

/** A tree as Playwright (`- link "7" [ref=e9]:`) or the Chrome tools (`uid=1_9 link "7" url="…"`) write it. */
export const snapshot: Markup = {
  name: 'snapshot',
  description: 'the accessibility tree of a page, as tools that drive a browser write it',
  score,
  open,
};

function score(look: readonly Line[]): number {
  const nodes = linesWith(look, ' ', NODE_SIGN);
  return nodes >= 4 && isMuch(nodes, look) ? 0.9 : 0;
}

const NODE_SIGN =
  /^\s*(?:uid=\S+ \w+|- '?(?:link|heading|text|paragraph|generic|listitem)\b.*(?:\[\w+=\w+\]|":)'?:?(?: |$)|- \/url: )/;

/** One line of the tree. */
interface Node {
  readonly indent: number;
  readonly role: string;
  readonly name: string;
  /** What stands behind its colon. */
  readonly value: string;
  readonly url: string | undefined;
  readonly level: number;
}

const PLAYWRIGHT = /^(\s*)- (?:(\/?\w+)(?: "((?:[^"\\]|\\.)*)")?((?: \[[^\]]*\])*)(?::(?: (.*))?)?)$/;
const CHROME = /^(\s*)uid=\S+ (\w+)(?: "((?:[^"\\]|\\.)*)")?(.*)$/;

function nodeOf(text: string): Node | undefined {
  const shown = text.replace(
    /^(\s*- )'(.*)'(:(?: .*)?)?$/,
    (_, bullet, key, rest = '') => bullet + key.replaceAll("''", "'") + rest,
  );
  const [, indent, role, name = '', marks = '', value = ''] = PLAYWRIGHT.exec(shown) ?? CHROME.exec(shown) ?? [];
  if (indent === undefined || role === undefined) return undefined;
  return {
    indent: indent.length,
    role: role.toLowerCase(),
    name: name.replace(/\\(.)/g, '$1'),
    value: unquoted(value),
    url: /\burl="([^"]*)"/.exec(marks)?.[1],
    level: Number(/level="?(\d)/.exec(marks)?.[1] ?? 2),
  };
}

const unquoted = (value: string): string =>
  /^".*"$/.test(value) ? value.slice(1, -1).replace(/\\(.)/g, '$1') : value.trim();

/** Nodes that are one block with all that they hold. */
const WHOLE: ReadonlySet<string> = new Set(['heading', 'link', 'paragraph', 'button']);

/** Nodes whose name is what they show. */
const NAMED: ReadonlySet<string> = new Set(['heading', 'link', 'button', 'statictext']);

function open(): MarkupReader {
  /** The block that is open: its node, its lines, what it shows. */
  let top: Node | undefined;
  let lines: Line[] = [];
  let parts: Part[] = [];
  let url: string | undefined;
  /** The link within it whose address comes next. */
  let inner: Node | undefined;

  function push(line: Line): Block[] {
    const node = nodeOf(line.text);
    const ends = top !== undefined && (node === undefined || node.indent <= top.indent || lines.length >= MAX_LINES);
    const done = ends ? end() : [];
    if (top && node) take(node, line);
    else if (node && WHOLE.has(node.role)) begin(node, line);
    else return [...done, leaf(node, line)];
    return done;
  }

  function begin(node: Node, line: Line): void {
    top = node;
    lines = [line];
    url = node.url;
    if (node.value !== '') parts.push({ text: node.value });
  }

  /** A link tells its address in a line below it; the texts in it say its name again. */
  function take(node: Node, line: Line): void {
    lines.push(line);
    if (inner && node.indent <= inner.indent) inner = undefined;
    const address = node.role === '/url' ? node.value : node.url;
    if (node.role === 'link') inner = node;
    if (node.role === 'link') parts.push(partOf(spaced(node.name || node.value), address ?? ''));
    else if (node.role === '/url' && inner) parts.push(partOf(parts.pop()?.text ?? '', address));
    else if (node.role === '/url') url ??= address;
    else if (!inner) addText(NAMED.has(node.role) ? node.name : node.value);
  }

  const addText = (text: string): void => {
    if (text !== '') parts.push({ text: spaced(text) });
  };

  /** Neighbours have a blank between them, as the page showed. */
  const spaced = (text: string): string => (parts.length > 0 ? ` ${text}` : text);

  function end(): Block[] {
    if (!top) return [];
    const { role, name, level } = top;
    const address = url ?? (role === 'heading' ? parts.find((part) => part.url)?.url : undefined);
    const text = name || parts.map((part) => part.text).join('');
    const shown = role === 'paragraph' ? parts : [partOf(text, address)];
    const block = blockOf(role === 'heading' ? 'heading' : 'paragraph', shown, lines);
    top = inner = url = undefined;
    lines = [];
    parts = [];
    return [role === 'heading' ? { ...block, level } : block];
  }

  return { push, end };
}

/** A line outside of any block: it shows a text, or only that there is a node. */
function leaf(node: Node | undefined, line: Line): Block {
  if (isBlank(line.text)) return blank(line);
  const text = node === undefined ? line.text.trim() : node.value || (NAMED.has(node.role) ? node.name : '');
  return text === '' || node?.role === '/url' ? rule(line) : blockOf('paragraph', [{ text }], [line]);
}
