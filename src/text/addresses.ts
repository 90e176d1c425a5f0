// Ids and hosts in the addresses of digest pages and their papers, as sources of expressions.

/** An arXiv id without its version: 2408.16048; hep-th/9901001 and math.GT/0309136 until 2007. */
export const ARXIV_ID: string = String.raw`(?:\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?\/\d{7})`;

/** A host of Hugging Face's pages. */
export const HF_HOST: string = String.raw`(?:www\.)?(?:huggingface\.co|hf\.co|hf-mirror\.com)`;
