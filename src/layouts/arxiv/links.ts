// Which links of arXiv's own pages are a paper's.

const OWN = /^\/(?:abs|pdf|html)\//;
const FURNITURE = /arxiv\.org\/(?:format|ps|search|list|a)\//;

/** The paper's own pages, and what its title and comments lead to; on a saved page the former have no host. */
export const paperLinks = (urls: readonly string[]): string[] =>
  urls.flatMap((url) => {
    if (OWN.test(url)) return [`https://arxiv.org${url}`];
    return /^https?:\/\//.test(url) && !FURNITURE.test(url) ? [url] : [];
  });
