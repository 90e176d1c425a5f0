// The command line: reads the arguments, runs the command, ends with its exit status.
import { CommanderError } from 'commander';
import { reasonOf } from '../io/reasons.ts';
import { print } from './command.ts';
import { createProgram } from './program.ts';
import { toStderr } from './talk.ts';

/** A wrong command line ends with this status. */
const USAGE = 2;

async function main(): Promise<void> {
  process.exitCode = 1; // Node ends when nothing is waited for: work that never came to its end is no success
  process.once('beforeExit', sayUnfinished);
  const program = createProgram(process.argv.slice(2), (status) => {
    process.exitCode = status;
  });
  let asked = ''; // the help, or the version
  const writeOut = (text: string): void => {
    asked += text;
  };
  for (const command of [program, ...program.commands])
    command.exitOverride().configureOutput({ writeOut, writeErr: toStderr });
  try {
    await program.parseAsync();
  } catch (error) {
    if (error instanceof CommanderError) process.exitCode = asked === '' ? USAGE : await print(asked);
    else toStderr(`papersift: ${reasonOf(error)}\n`);
  }
  process.off('beforeExit', sayUnfinished);
}

/** Nothing is under way, and the command has not come to its end. */
function sayUnfinished(): void {
  toStderr(
    'papersift: ended before its work was done: it waits for something that never comes, a fault of the program\n',
  );
}

main();
