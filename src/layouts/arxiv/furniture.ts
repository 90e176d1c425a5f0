// What arXiv's listings show around their entries.

/** Lines around the entries, in lower case. */
const FURNITURE: ReadonlySet<string> = new Set([
  "see today's new changes",
  'see recent articles',
  'skip to main content',
  'quick links',
  'about',
  'help',
  'contact',
  'contact arxiv',
  'subscribe',
  'subscribe to arxiv mailings',
  'click here to contact arxiv',
  'click here to subscribe',
  'copyright',
  'privacy policy',
  'web accessibility assistance',
  'arxiv operational status',
  'get status notifications via email or slack',
  'submit',
  'donate',
  'login',
  'log in',
  'search',
  'search...',
  'search arxiv',
  'press enter to search · advanced search',
  'all fields',
  'help pages',
  'advanced search',
  'help | advanced search',
  'cornell university',
  'fewer',
  'more',
  'all',
  '|',
]);

/** The same, with more behind them. */
const BEGINS_FURNITURE =
  /^(?:We gratefully acknowledge support from|the Simons Foundation|All fields ?Title ?Author|arxiv logo\s*>|Submissions received from .*, announced |Links to:\s*arXiv, form interface|\(Access key information\)|(?:Disable|Enable) MathJax)/;

/** The number of an entry that has a line of its own above it. */
const NUMBER = /^\[\d+\]$/;

/** Whether a text is one that a listing shows around its entries. */
export const isFurniture = (text: string): boolean =>
  FURNITURE.has(text.toLowerCase().replace('’', "'")) || BEGINS_FURNITURE.test(text) || NUMBER.test(text);
