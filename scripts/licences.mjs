// The licences of the packages that a bundle contains, as their own files have them.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const PACKAGE = /^(.*\bnode_modules\/(?:@[^/]+\/)?[^/]+)\//;
const LICENCE_FILE = /^(?:licen[cs]e|copying)(?:\.(?:md|txt))?$/i;

/** Takes esbuild's metafile and gives the text of a file that names every package in the outputs with its licence. */
export function licencesOf({ outputs }) {
  const inputs = Object.values(outputs).flatMap((output) => Object.entries(output.inputs));
  const used = inputs.filter(([path, { bytesInOutput }]) => bytesInOutput > 0 && PACKAGE.test(path));
  const folders = new Set(used.flatMap(([path]) => [PACKAGE.exec(path)[1], ...inside(path)]));
  const all = [...folders].map((folder) => ({ folder, ...manifest(folder) }));
  const sorted = all.sort((a, b) => (`${a.name} ${a.version}` < `${b.name} ${b.version}` ? -1 : 1));
  return `The files beside this one contain these packages:\n${sorted.map(entry).join('')}`;
}

/** A file that was bundled by its own authors holds what its package depends on. */
function inside(path) {
  const [, folder] = PACKAGE.exec(path);
  if (!/\.min\.[cm]?js$/.test(path)) return [];
  return Object.keys(manifest(folder).dependencies ?? {}).map((name) => join(folder, '..', name));
}

const manifest = (folder) => JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));

function entry({ folder, name, version, license, homepage, author }) {
  const file = readdirSync(folder).find((candidate) => LICENCE_FILE.test(candidate));
  if (file === undefined && license !== 'MIT') throw new Error(`${name} has no licence file`);
  const text = file === undefined ? mit(author) : readFileSync(join(folder, file), 'utf8').trim();
  return `\n${'='.repeat(80)}\n${name} ${version} (${license})${homepage ? `\n${homepage}` : ''}\n\n${text}\n`;
}

/** A package that says MIT and ships no text: the text is the same for all. */
function mit(author) {
  const text = readFileSync('LICENSE', 'utf8').trim();
  const holder = typeof author === 'object' ? author.name : (author ?? 'its authors');
  return `Copyright (c) ${holder}\n\n${text.slice(text.indexOf('Permission is hereby granted'))}`;
}
