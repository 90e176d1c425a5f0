// Names that some TeX readers do not know, and the plain ones that say the same.

/** By command; the formula keeps its meaning. */
export const PLAIN_NAMES: ReadonlyMap<string, string> = new Map(
  'sun odot|Sun odot|textmu mu|micro mu|ltsim lesssim|gtsim gtrsim|lsim lesssim|gsim gtrsim|simlt lesssim|simgt gtrsim|bigtimes times|pazocal mathcal|scr mathscr|Cal mathcal|mathds mathbb|mathbbm mathbb|mathbbmss mathbb|goth mathfrak|roman mathrm|textsc text|textsl textit|mbox text|uline underline|textls text|sl it|sc rm|em it|bfseries bf|itshape it|ttfamily tt|sffamily sf|scshape rm|rmfamily rm|boldmath bf|mit it|nicefrac frac|sfrac frac|textyen yen|textdegree degree|i imath|j jmath'
    .split('|')
    .map((row) => {
      const [from = '', to = ''] = row.split(' ');
      return [from, to] as const;
    }),
);

/** Functions that have no command of their own everywhere. */
export const NAMED_FUNCTIONS: ReadonlySet<string> = new Set(['inj']);

/** Fonts of text that take no mathematics, and the fonts of mathematics to take instead. */
export const MATH_FONTS: ReadonlyMap<string, string> = new Map([
  ['text', 'mathrm'],
  ['textrm', 'mathrm'],
  ['textbf', 'mathbf'],
  ['textit', 'mathit'],
  ['textsf', 'mathsf'],
  ['texttt', 'mathtt'],
  ['textup', 'mathrm'],
  ['textmd', 'mathrm'],
  ['textnormal', 'mathrm'],
  ['hbox', 'mathrm'],
  ['fbox', 'boxed'],
  ['emph', 'mathit'],
  ['operatorname', 'operatorname'],
]);
