// What is seen of a sentence without reading it.

/** Whether a text ends as a sentence does: with a full stop or the like, at most one quotation mark or bracket behind it. */
export const endsSentence = (text: string): boolean => /[.!?]["')\]]?$/.test(text);
