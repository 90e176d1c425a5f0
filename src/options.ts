// The options of the core, validated once on entry.
import * as z from 'zod/mini';
import { CERTAINTIES, MATH_MODES } from './clean/cleaner.ts';
import { LAYOUT_NAMES, MARKUP_NAMES } from './option-values.ts';

type WithDefault<T extends z.core.SomeType> = z.ZodMiniDefault<T>;
type OneOf<T extends readonly string[]> = WithDefault<z.ZodMiniEnum<{ [K in T[number]]: K }>>;

const Options: z.ZodMiniObject<
  {
    math: OneOf<typeof MATH_MODES>;
    mathCertainty: OneOf<typeof CERTAINTIES>;
    markup: OneOf<readonly string[]>;
    layout: OneOf<readonly string[]>;
    file: WithDefault<z.ZodMiniNullable<z.ZodMiniString>>;
  },
  z.core.$strict
> = z.strictObject({
  math: z._default(z.enum(MATH_MODES), 'unicode'),
  mathCertainty: z._default(z.enum(CERTAINTIES), 'normal'),
  markup: z._default(z.enum(MARKUP_NAMES), 'auto'),
  layout: z._default(z.enum(LAYOUT_NAMES), 'auto'),
  file: z._default(z.nullable(z.string()), null),
});

/**
 * Options of `sift`, `siftStream` and `clean`; all may be left out. `math`: how formulas are written, `unicode` (default),
 * `latex`, `ascii`, or `raw`, which repairs nothing. `mathCertainty`: how sure a repair must be, `normal` (default), `low`,
 * `high`. `markup` and `layout`: how the page was written down and which digest it is, `auto` (default) or a name that
 * `papersift explain --help` lists. `file`: the name that records carry as their source, null by default.
 */
export type SiftOptions = z.input<typeof Options>;

/** The options with every default filled in. */
export type Settings = z.output<typeof Options>;

/** Fills in the defaults. Throws a `TypeError` that names the option when one is unknown or has a wrong value. */
export function settingsOf(options: SiftOptions = {}): Settings {
  const checked = z.safeParse(Options, options);
  if (checked.success) return checked.data;
  const [issue] = checked.error.issues;
  throw new TypeError(`papersift: ${issue ? complaint(issue) : 'an option is unknown'}`);
}

function complaint(issue: z.core.$ZodIssue): string {
  const name = issue.path.join('.');
  switch (issue.code) {
    case 'unrecognized_keys':
      return `option ${issue.keys.join(', ')} is unknown`;
    case 'invalid_value':
      return `option ${name} must be one of ${issue.values.join(', ')}`;
    default:
      return name === '' ? 'the options must be an object' : `option ${name} has a wrong type`;
  }
}
