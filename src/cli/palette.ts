// Colours: chalk, told by --color and by the terminal whether to use them.
import { Chalk, type ChalkInstance, supportsColorStderr, supportsColor as supportsColorStdout } from 'chalk';

/** What `--color` takes. */
export const COLOR_CHOICES = ['auto', 'always', 'never'] as const;

/** The colours that papersift uses. */
export type Palette = Pick<ChalkInstance, 'dim' | 'red' | 'yellow' | 'green' | 'cyan' | 'magenta' | 'bold'>;

/** Makes the colours of one stream. `auto` asks chalk, which obeys NO_COLOR, FORCE_COLOR, TERM=dumb and asks whether it is a terminal. */
export function createPalette(choice: (typeof COLOR_CHOICES)[number], stream: 'stdout' | 'stderr'): Palette {
  const supported = stream === 'stdout' ? supportsColorStdout : supportsColorStderr;
  const detected = process.env['NO_COLOR'] ? 0 : supported ? supported.level : 0;
  const level = choice === 'always' ? 1 : choice === 'never' ? 0 : detected;
  return new Chalk({ level: level > 0 ? 1 : 0 });
}
