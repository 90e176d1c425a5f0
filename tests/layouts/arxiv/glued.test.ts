import { describe, expect, it } from 'vitest';
import { cutGlued } from '../../../src/layouts/arxiv/glued.ts';

describe('a line in which all stands together', () => {
  it.each([
    ['RobotsAnn B. Lee, Bo Xu, Jo McDonald', ['Robots', 'Ann B. Lee, Bo Xu, Jo McDonald']],
    ['BERTAnn Lee, Bo Xu, Cy Young', ['BERT', 'Ann Lee, Bo Xu, Cy Young']],
    ['Cups, Lids, and KettleNetAnn Lee, Bo Xu, DeAnn Orr', ['Cups, Lids, and KettleNet', 'Ann Lee, Bo Xu, DeAnn Orr']],
    ['What Is It?A. Lee, B. Xu, C. Young et al. (12 additional authors not shown)', undefined],
    ['TeaAnn Lee', ['TeaAnn Lee']],
    ['Cups, Lids, and KettleNet', ['Cups, Lids, and KettleNet']],
    ['A Study of Comments: Tea', ['A Study of Comments: Tea']],
  ])('%s', (title, parts) => {
    const expected = parts ?? ['What Is It?', title.slice('What Is It?'.length)];
    expect(cutGlued(`Title: ${title}Subjects: Tea (cs.TE) We pour.`)).toEqual([
      `Title: ${expected[0]}`,
      ...expected.slice(1),
      'Subjects: Tea (cs.TE) We pour.',
    ]);
  });

  it('is left alone without labels in it', () => {
    expect(cutGlued('Title: RobotsAnn Lee, Bo Xu, Cy Young')).toEqual(['Title: RobotsAnn Lee, Bo Xu, Cy Young']);
  });
});
