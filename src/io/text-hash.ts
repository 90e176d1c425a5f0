// A text in short, for asking whether it was met before.

/** SHA-256 of a text; null when half of a surrogate pair stands alone in it, which UTF-8 cannot write. */
export function hashText(text: string): string | null {
  return text.isWellFormed() ? process.getBuiltinModule('node:crypto').hash('sha256', text, 'binary') : null;
}
