// Which formulas the mode `latex` leaves as they stand: those of a text that shows no loss.
import { asItStands, type TextNode } from '../text-tree.ts';
import type { Body, MathNode } from '../tree.ts';

/**
 * A text without scripts, lost braces and commands may have had no LaTeX at all: its `O(n log n)` is the author's own, or nobody
 * can tell. An author who wrote commands without dollars has lost nothing either.
 */
export function keepUnlost(nodes: readonly TextNode[], source: string): readonly TextNode[] {
  if (!nodes.some(isRepair)) return nodes;
  const intact = nodes.some((node) => node.kind === 'math' && node.asIs === true);
  if (!intact && (source.includes('{') || nodes.some((node) => isRepair(node) && has(node.body, isScript))))
    return nodes;
  if (nodes.some((node) => isRepair(node) && (has(node.body, isLost) || isGlued(node, source)))) return nodes;
  return nodes.map((node) =>
    isRepair(node) && (intact || has(node.body, isFunction)) ? asItStands(node, source) : node,
  );
}

const isRepair = (node: TextNode): node is TextNode & { kind: 'math' } => node.kind === 'math' && !node.intact;
const isFunction = (node: MathNode): boolean => node.kind === 'function';
const isScript = (node: MathNode): boolean => node.kind === 'script';

/** A letter stands right before the name of a function, where its backslash was: nlog n. */
const isGlued = ({ start, end, body }: TextNode & { kind: 'math' }, source: string): boolean =>
  has(body, isFunction) && GLUED.test(source.slice(start, end));
const GLUED = /(?<![A-Za-z])[A-Za-z](?:exp|ln|log|max|min)(?![A-Za-z])/;

const LOSSLESS: ReadonlySet<MathNode['kind']> = new Set([
  'text',
  'space',
  'gap',
  'escape',
  'function',
  'group',
  'script',
]);
const isLost = (node: MathNode): boolean => !LOSSLESS.has(node.kind);

function has(body: Body, test: (node: MathNode) => boolean): boolean {
  return body.some((node) => test(node) || parts(node).some((part) => has(part, test)));
}

function parts(node: MathNode): readonly Body[] {
  if (node.kind === 'structure') return node.args;
  if (node.kind === 'environment') return node.rows.flat();
  if (node.kind === 'infix') return [node.left, node.right];
  return 'body' in node ? [node.body] : [];
}
