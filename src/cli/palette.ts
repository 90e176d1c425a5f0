// Colours: whether there are any, told by --color, the environment and the terminal; chalk is loaded only if so.
import { fstatSync } from 'node:fs';

/** What `--color` takes. */
export const COLOR_CHOICES = ['auto', 'always', 'never'] as const;

type Paint = (text: string) => string;

/** The colours that papersift uses. */
export interface Palette {
  readonly dim: Paint;
  readonly red: Paint;
  readonly yellow: Paint;
  readonly green: Paint;
  readonly cyan: Paint;
  readonly bold: Paint;
}

const same: Paint = (text) => text;
const PLAIN: Palette = { dim: same, red: same, yellow: same, green: same, cyan: same, bold: same };

/** The colours of one stream (1 or 2). `auto` obeys NO_COLOR, FORCE_COLOR and TERM=dumb, and wants a terminal. */
export async function createPalette(choice: (typeof COLOR_CHOICES)[number], fd: 1 | 2): Promise<Palette> {
  const { NO_COLOR, FORCE_COLOR } = process.env;
  if (choice === 'never' || (choice === 'auto' && (NO_COLOR || (!FORCE_COLOR && !isDevice(fd))))) return PLAIN;
  const { createChalk } = await import('./chalk.ts');
  return createChalk(choice === 'always', fd);
}

/** Cheaper than asking whether it is a terminal, which chalk does better: a file or a pipe is none. */
function isDevice(fd: number): boolean {
  try {
    return fstatSync(fd).isCharacterDevice();
  } catch {
    return false;
  }
}
