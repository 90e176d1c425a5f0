// LaTeX of running text: accents, fonts, quotes, links, macros.
import { describe, expect, test } from 'vitest';
import { createCleaner } from '../../src/clean/clean.ts';

const clean = createCleaner({ math: 'unicode', mathCertainty: 'normal' });

describe('running text', () => {
  test.each([
    ['Sa\\v{s}a, Fr\\\'echet, na\\"{\\i}ve, \\O rsted, Stra\\ss e', 'Saša, Fréchet, naïve, Ørsted, Straße'],
    ['We call it \\textbf{Swift} and \\emph{simple}.', 'We call it Swift and simple.'],
    ['as shown (\\eg, by Lee \\etal) before', 'as shown (e.g., by Lee et al.) before'],
    ['Large Models~(LMs) cost ~20 dollars', 'Large Models (LMs) cost ~20 dollars'],
    ['rows of ``all-in-one" tools, "one" and ``not a few"', 'rows of “all-in-one” tools, "one" and “not a few”'],
    ['at 24~FPS, +3.5~F1 and sim12~GB, on 1/3~of them', 'at 24 FPS, +3.5 F1 and ∼12 GB, on 1/3 of them'],
    ['at 25~$\\mu$m, $3$~mm and 3.7$\\,$m/s', 'at 25 μm, 3 mm and 3.7 m/s'],
    ['\\textsc{\\small Name} in {\\url{https://a.org}} by \\textbf{{Ada}}', 'Name in https://a.org by Ada'],
    ["the `small' and the ``large'' one", 'the ‘small’ and the “large” one'],
    ['at https://example.org/page/{this https URL}.', 'at https://example.org/page/.'],
    ['at https://example.org/a_b_c{https://example.org/a_b_c}.', 'at https://example.org/a_b_c.'],
    ['at https://lab.example.edu/{lab.example.edu} now', 'at https://lab.example.edu/ now'],
    [
      'our \\href{https://a.org/v1_5/}, our \\href{https://b.org} {page}',
      'our https://a.org/v1_5/, our page (https://b.org)',
    ],
    ['at $\\href{https://a.org/x_y}{codes}$ and ForestGreen{here}', 'at codes (https://a.org/x_y) and here'],
    [
      'from scratchx2013a process x2014 of 1024x2013 px on Linux2013',
      'from scratch–a process — of 1024x2013 px on Linux2013',
    ],
    ['our DA^{2 }: Depth, (M^3C) and S^2Q-VDiT', 'our DA²: Depth, (M³C) and S²Q-VDiT'],
    ['at teal{https://example.org/tool} now', 'at https://example.org/tool now'],
    ['at {1.31 FID}~(or {95.3\\%}), the set {0.5} and {1, 2}', 'at 1.31 FID (or 95.3%), the set {0.5} and {1, 2}'],
    ['we use only 1{8} of the cache', 'we use only 1/8 of the cache'],
    ['(\\textit{DnD)}, a prompt', '(DnD), a prompt'],
    ['PIXEL-\\alpha and PIXEL-{\\delta} excel', 'PIXEL-α and PIXEL-δ excel'],
    ['at 5\\textdegree C\\textemdash warm \\textendash for \\pounds 5', 'at 5°C—warm – for £5'],
    ['it cost \\$9 \\& more', 'it cost $9 & more'],
    ['A model$ (Mo) is', 'A model (Mo) is'],
    ['by Ryle \\cite{ryle1}, see lemma \\ref{lemma2in}', 'by Ryle \\cite{ryle1}, see lemma \\ref{lemma2in}'],
    ['a {\\it{concentrated}} form, Phys. Rev. {\\bf49}', 'a concentrated form, Phys. Rev. 49'],
    ['the {it split and parallelize} ({tt SaP}) approach', 'the split and parallelize (SaP) approach'],
    ['on R\\textsuperscript{2}-AVS and \\gls{UltrON}', 'on R²-AVS and UltrON'],
    ['runs in m \\sqrt n\\sqrt k time, for \\tilde A_n too', 'runs in m √n√k time, for Ãₙ too'],
    ['\\textsc{TARGET SELECTION} by \\textbf{S}egment, \\NP-hard', 'TARGET SELECTION by Segment, \\NP-hard'],
    ['at 0.1{\\textdegree}C a minute in {\\LaTeX}', 'at 0.1°C a minute in LaTeX'],
    ['has d choose k flats, or n^{m choose k}', 'has d choose k flats, or n^(C(m, k))'],
  ])('%s', (shown, wanted) => expect(clean(shown).text).toBe(wanted));

  test('a macro that nobody knows stays, with a warning that names its place', () => {
    const { text, warnings } = clean('We propose \\ourmodel, which');
    expect(text).toBe('We propose \\ourmodel, which');
    expect(warnings).toEqual(['\\ourmodel at character 12 is not known and stays as it was']);
  });

  test('explain lists each repair with its place', () => {
    const explain = createCleaner({ math: 'unicode', mathCertainty: 'normal', explain: true });
    const shown = 'runs in O(n^2) time';
    const [repair] = explain(shown).repairs;
    expect(repair).toMatchObject({ before: 'O(n^2)', after: 'O(n²)', start: 8, end: 14 });
    expect(repair?.certainty).toBeGreaterThan(0.5);
  });
});
