// The categories that arXiv shows among the subjects of a paper.

/** The categories in a list of subjects: `cs.LG` and `hep-th` in "Machine Learning (cs.LG); High Energy Physics - Theory (hep-th)". */
export const categoriesIn = (subjects: string): string[] =>
  [...subjects.matchAll(/\(([a-z-]+(?:\.[A-Za-z-]+)?)\)/g)].map((found) => found[1] ?? '');
