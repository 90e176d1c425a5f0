// Commands that are no symbols: functions, fonts, accents, delimiters, spaces, structures, macros of common knowledge.

const words = (list: string): readonly string[] => list.split(/\s+/);

/** Functions written upright and set off by a space: \log n. */
export const FUNCTIONS: ReadonlySet<string> = new Set(
  words(
    'arccos arcsin arctan arg argmax argmin cos cosh cot coth csc deg det dim exp gcd hom inf inj ker lg lim liminf limsup ln log max min Pr sec sin sinh sup tan tanh',
  ),
);

/** Fonts with one argument; the value names the alphabet in tables/alphabets.ts, '' is upright text. */
export const FONTS: ReadonlyMap<string, string> = new Map(
  [
    ['script', 'mathcal mathscr pazocal cal scr Cal'],
    ['double', 'mathbb mathds Bbb mathbbm mathbbmss'],
    ['fraktur', 'mathfrak frak goth'],
    ['', 'mathrm mathbf mathit mathsf mathtt mathnormal boldsymbol bm pmb bold roman'],
    [
      'text',
      'text textrm textbf textit textsf texttt textsc textsl textup textmd textnormal mbox hbox emph operatorname mathop mathord mathrel mathbin mathopen mathclose underline uline fbox textls',
    ],
  ].flatMap(([to = '', names = '']) => words(names).map((name) => [name, to] as const)),
);

/** Switches that hold to the end of their group: {\rm eff}, {\em deep}; the value as in FONTS. */
export const SWITCHES: ReadonlyMap<string, string> = new Map(
  [
    ['script', 'cal'],
    ['fraktur', 'frak'],
    ['', 'rm bf it tt sf sl sc em bfseries itshape ttfamily sffamily scshape rmfamily boldmath mit'],
    [
      'size',
      'tiny scriptsize footnotesize small normalsize large Large LARGE huge Huge displaystyle textstyle scriptstyle scriptscriptstyle',
    ],
  ].flatMap(([to = '', names = '']) => words(names).map((name) => [name, to] as const)),
);

/** Accents of mathematics with one argument, and the combining character that shows them. */
export const MATH_ACCENTS: ReadonlyMap<string, string> = new Map(
  words(
    'hat:\u0302 widehat:\u0302 tilde:\u0303 widetilde:\u0303 bar:\u0304 overline:\u0305 vec:\u20d7 overrightarrow:\u20d7 overleftrightarrow:\u20e1 dot:\u0307 ddot:\u0308 dddot:\u20db acute:\u0301 grave:\u0300 check:\u030c breve:\u0306 mathring:\u030a',
  ).map((row) => [row.slice(0, -2), row.slice(-1)] as const),
);

/** Accents of text, \"o and \v{s}: the combining character. */
export const TEXT_ACCENTS: ReadonlyMap<string, string> = new Map(
  words(
    '`:\u0300 \':\u0301 ^:\u0302 ~:\u0303 =:\u0304 u:\u0306 .:\u0307 ":\u0308 r:\u030a H:\u030b v:\u030c d:\u0323 c:\u0327 k:\u0328 b:\u0331',
  ).map((row) => [row.slice(0, 1), row.slice(2)] as const),
);

/** Letters of names that have a command of their own. */
export const TEXT_LETTERS: ReadonlyMap<string, readonly [string, string]> = new Map(
  words(
    'ss:ß:ss ae:æ:ae AE:Æ:AE oe:œ:oe OE:Œ:OE o:ø:o O:Ø:O l:ł:l L:Ł:L aa:å:a AA:Å:A i:ı:i j:ȷ:j dh:ð:d DH:Ð:D th:þ:th TH:Þ:Th dj:đ:d DJ:Đ:D ng:ŋ:ng S:§:S P:¶:P',
  ).map((row) => {
    const [name = '', glyph = '', plain = ''] = row.split(':');
    return [name, [glyph, plain]] as const;
  }),
);

/** Words before a delimiter that only make it larger. */
export const SIZERS: ReadonlySet<string> = new Set(
  words('left right middle big Big bigg Bigg bigl bigr Bigl Bigr biggl biggr Biggl Biggr bigm Bigm'),
);

/** Spaces by command: how many columns they are worth (0: none at all). */
export const SPACES: ReadonlyMap<string, number> = new Map([
  [',', 1],
  [';', 1],
  [':', 1],
  ['!', 0],
  [' ', 1],
  ['>', 1],
  ['/', 0],
  ['-', 0],
  ['quad', 1],
  ['qquad', 1],
  ['thinspace', 1],
  ['medspace', 1],
  ['thickspace', 1],
  ['enspace', 1],
  ['enskip', 1],
  ['negthinspace', 0],
  ['space', 1],
  ['nobreak', 0],
  ['limits', 0],
  ['nolimits', 0],
  ['xspace', 0],
  ['noindent', 0],
  ['nonumber', 0],
  ['hfill', 1],
  ['par', 1],
  ['newline', 1],
  ['smallskip', 1],
  ['medskip', 1],
  ['bigskip', 1],
] as const);

/** Structures by name: how many arguments they take. */
export const STRUCTURES: ReadonlyMap<string, number> = new Map([
  ['frac', 2],
  ['dfrac', 2],
  ['tfrac', 2],
  ['cfrac', 2],
  ['nicefrac', 2],
  ['sfrac', 2],
  ['binom', 2],
  ['dbinom', 2],
  ['tbinom', 2],
  ['sqrt', 1],
  ['stackrel', 2],
  ['overset', 2],
  ['underset', 2],
  ['xrightarrow', 1],
  ['xleftarrow', 1],
  ['overbrace', 1],
  ['underbrace', 1],
  ['boxed', 1],
  ['phantom', 1],
  ['ket', 1],
  ['bra', 1],
  ['braket', 1],
  ['substack', 1],
  ['mod', 0],
  ['bmod', 0],
  ['pmod', 1],
  ['not', 1],
  ['over', 0],
  ['choose', 0],
  ['atop', 0],
  ['textsuperscript', 1],
  ['textsubscript', 1],
  ['sp', 1],
  ['sb', 1],
  ['hspace', 1],
  ['label', 1],
  ['tag', 1],
]);

/** Environments that set off a formula from the text around it. */
export const DISPLAYS: ReadonlySet<string> = new Set(
  ['equation', 'align', 'alignat', 'flalign', 'gather', 'multline', 'eqnarray', 'displaymath', 'math'].flatMap(
    (name) => [name, `${name}*`],
  ),
);

/** Environments of mathematics, and the brackets around their rows. */
export const ENVIRONMENTS: ReadonlyMap<string, string> = new Map([
  ...[...DISPLAYS, ...words('array matrix smallmatrix subarray aligned alignedat gathered split')].map(
    (name) => [name, ''] as const,
  ),
  ...words('pmatrix:() bmatrix:[] Bmatrix:{} vmatrix:|| Vmatrix:‖‖ cases:{}').map(
    (row) => [row.slice(0, -3), row.slice(-2)] as const,
  ),
]);

/** Macros that authors in whole fields share, as the LaTeX that they stand for. */
export const MACROS: ReadonlyMap<string, string> = new Map([
  ['Msun', 'M_{\\odot}'],
  ['msun', 'M_{\\odot}'],
  ['Lsun', 'L_{\\odot}'],
  ['lsun', 'L_{\\odot}'],
  ['Rsun', 'R_{\\odot}'],
  ['rsun', 'R_{\\odot}'],
  ['Zsun', 'Z_{\\odot}'],
  ['solarmass', 'M_{\\odot}'],
  ['kms', '\\text{km s}^{-1}'],
  ['kmps', '\\text{km s}^{-1}'],
  ['arcsec', '\\text{″}'],
  ['micron', '\\mu\\text{m}'],
  ['um', '\\mu\\text{m}'],
  ['lt', '<'],
  ['gt', '>'],
]);

/** Macros that many authors define alike, which only their backslash tells from letters: the same. */
const SHORT_MACROS: ReadonlyMap<string, string> = new Map([
  ...words('C E F N Q R Z').flatMap((letter) => {
    const expansion = `\\mathbb{${letter}}`;
    return [
      [letter, expansion],
      [letter + letter, expansion],
    ] as const;
  }),
  ['eps', '\\varepsilon'],
]);

/** The LaTeX that a macro stands for; nothing for one that is not common knowledge. */
export const expansionOf = (name: string): string | undefined => MACROS.get(name) ?? SHORT_MACROS.get(name);

/** Macros of prose: the words that they stand for. */
export const PROSE_MACROS: ReadonlyMap<string, string> = new Map([
  ['eg', 'e.g.'],
  ['Eg', 'E.g.'],
  ['ie', 'i.e.'],
  ['Ie', 'I.e.'],
  ['etal', 'et al.'],
  ['etc', 'etc.'],
  ['cf', 'cf.'],
  ['Cf', 'Cf.'],
  ['vs', 'vs.'],
  ['wrt', 'w.r.t.'],
  ['aka', 'a.k.a.'],
  ['iid', 'i.i.d.'],
  ['wlog', 'w.l.o.g.'],
  ['resp', 'resp.'],
  ['LaTeX', 'LaTeX'],
  ['TeX', 'TeX'],
  ['BibTeX', 'BibTeX'],
  ['textbackslash', '\\'],
  ['textasciitilde', '~'],
  ['textasciicircum', '^'],
  ['textunderscore', '_'],
  ['textendash', '–'],
  ['textemdash', '—'],
  ['textquotedblleft', '“'],
  ['textquotedblright', '”'],
  ['textquoteleft', '‘'],
  ['textquoteright', '’'],
  ['textregistered', '®'],
  ['texttrademark', '™'],
  ['copyright', '©'],
  ['textcopyright', '©'],
  ['textbar', '|'],
  ['textless', '<'],
  ['textgreater', '>'],
  ['textbullet', '•'],
  ['textellipsis', '…'],
  ['textdollar', '$'],
  ['textperiodcentered', '·'],
  ['slash', '/'],
  ['lbrack', '['],
  ['rbrack', ']'],
  ['textpm', '±'],
  ['texttimes', '×'],
  ['textmu', 'µ'],
  ['textdegree', '°'],
  ['textohm', 'Ω'],
  ['textalpha', 'α'],
  ['textbeta', 'β'],
  ['textgamma', 'γ'],
  ['euro', '€'],
  ['texteuro', '€'],
  ['pounds', '£'],
  ['textpounds', '£'],
  ['textyen', '¥'],
]);

/** Commands of text whose argument is a key, no prose: it stays as it is. */
export const KEYED: ReadonlySet<string> = new Set(
  words(
    'label cite citep citet citealp citealt citeauthor citeyear autocite parencite textcite nocite ref eqref cref Cref autoref pageref',
  ),
);

/** Commands of packages that print their argument. */
export const SPOKEN: ReadonlySet<string> = new Set(words('gls Gls glspl ac acs acl acp acf'));

/** Names of colours that \textcolor and its kin leave before a brace once they were unwrapped. */
export const COLOURS: ReadonlySet<string> = new Set(
  words(
    `black blue brown cyan darkgray gray green lightgray lime magenta olive orange pink purple red teal violet white yellow
     darkblue darkcyan darkgreen darkmagenta darkorange darkred lightblue lightgreen navy navyblue royalblue skyblue steelblue gold
     maroon crimson indigo BrickRed Cerulean DarkBlue DarkGreen DarkRed ForestGreen Maroon MidnightBlue NavyBlue OliveGreen Orange
     OrangeRed Plum Purple RedOrange RoyalBlue RubineRed SkyBlue Teal TealBlue Violet WildStrawberry`,
  ),
);
