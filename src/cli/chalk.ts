// The one place that knows chalk.
import { Chalk, type ChalkInstance, supportsColor, supportsColorStderr } from 'chalk';

/** Makes chalk's colours for a stream (1 or 2): always, or as far as the terminal and the environment allow. */
export function createChalk(always: boolean, fd: 1 | 2): ChalkInstance {
  const support = fd === 1 ? supportsColor : supportsColorStderr;
  return new Chalk({ level: always || (support && support.level > 0) ? 1 : 0 });
}
