// Author lists as arXiv writes them.

/** Splits at commas and "and"; affiliations in parentheses are left out. */
export function splitAuthors(value: string): string[] {
  let names = value;
  for (let before = ''; before !== names; ) {
    before = names;
    names = names.replace(/\s*\([^()]*\)/g, '');
  }
  return names
    .split(/\s*,\s*(?:and\s+)?|\s+and\s+/)
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

/** Takes "et al. (12 additional authors not shown)" off the end of a list, and says how many those are. */
export function cutAuthors(value: string): { names: string; more: number } {
  const cut = /,?\s*(?:et al\.?\s*)?\((\d+) additional authors? not shown\)\s*$/.exec(value);
  return cut ? { names: value.slice(0, cut.index), more: Number(cut[1]) } : { names: value, more: 0 };
}
