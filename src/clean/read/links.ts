// Links, notes and colours: \href{}{}, \url{}, \footnote{}, \textcolor{}{}.
import type { TextNode } from '../text-tree.ts';
import { DEEPEST, type Place } from './place.ts';

/** Reads a command with arguments that are no font; null for one that is none of these. */
export function readLink(
  place: Place,
  name: string,
  at: number,
  after: number,
  close: number | undefined,
  depth: number,
): TextNode[] | null {
  const { text } = place;
  if (name === 'color' && depth < DEEPEST) return colour(place, at, after, depth);
  if (close === undefined || depth >= DEEPEST) return null;
  if (name === 'url' || name === 'path' || name === 'nolinkurl')
    return [{ kind: 'link', start: at, end: close + 1, url: text.slice(after + 1, close), body: [] }];
  if (name === 'footnote' || name === 'thanks')
    return [{ kind: 'note', start: at, end: close + 1, body: place.read(after + 1, close, depth + 1) }];
  const gap = name === 'href' && text[close + 1] === ' ' ? 1 : 0;
  const second = text[close + 1 + gap] === '{' ? place.partner.get(close + 1 + gap) : undefined;
  if (second === undefined)
    return name === 'href'
      ? [{ kind: 'link', start: at, end: close + 1, url: text.slice(after + 1, close), body: [] }]
      : null;
  if (name === 'href')
    return [
      {
        kind: 'link',
        start: at,
        end: second + 1,
        url: text.slice(after + 1, close),
        body: place.read(close + 2 + gap, second, depth + 1),
      },
    ];
  if (name === 'textcolor' || name === 'colorbox')
    return [
      { kind: 'styled', start: at, end: second + 1, name: 'text', body: place.read(close + 2, second, depth + 1) },
    ];
  return null;
}

// \color{red}{text} and \color[RGB]{1,2,3}{text}
function colour(place: Place, at: number, after: number, depth: number): TextNode[] | null {
  const model = /^(?:\[[A-Za-z]{1,10}\])?(?=\{)/.exec(place.text.slice(after, after + 14))?.[0].length ?? -1;
  const first = model < 0 ? undefined : place.partner.get(after + model);
  const second = first !== undefined && place.text[first + 1] === '{' ? place.partner.get(first + 1) : undefined;
  if (first === undefined || second === undefined) return null;
  return [{ kind: 'styled', start: at, end: second + 1, name: 'text', body: place.read(first + 2, second, depth + 1) }];
}
