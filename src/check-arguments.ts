// Arguments of the library that are wrong in a way that types would have told.

/** Throws a `TypeError` that names the function unless the text is one. */
export function checkText(name: string, text: unknown): void {
  if (typeof text !== 'string') throw wrongArgument(name, 'a string', text);
}

/** Throws a `TypeError` that names the option unless it is a function or left out. */
export function checkCallback(name: string, given: unknown): void {
  if (given !== undefined && typeof given !== 'function')
    throw new TypeError(`papersift: option ${name} must be a function`);
}

/** The error that says what a function takes, and what it was given. */
export function wrongArgument(name: string, takes: string, given: unknown): TypeError {
  return new TypeError(`papersift: ${name} takes ${takes}, not ${kindOf(given)}`);
}

/** The name of its class, for an object. */
function kindOf(value: unknown): string {
  if (value === null) return 'null';
  return typeof value === 'object' ? Object.prototype.toString.call(value).slice('[object '.length, -1) : typeof value;
}
