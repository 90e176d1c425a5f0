// The same paper on pages that a browser translated: what is read of it does not depend on the language.
import { describe, expect, it } from 'vitest';
import { read } from '../../read.ts';

/** What the languages write around one paper, in the order of its page. */
const PAPER_PAGES: readonly (readonly string[])[] = [
  // language, published, submitted, upvote, authors, abstract, label of the summary, two links, add to collection, community
  [
    'French',
    'Publié le 12 févr. 2026',
    'Soumis par',
    'Voter pour',
    'Auteurs :',
    'Résumé',
    "Résumé généré par l'IA",
    'Voir la page arXiv',
    'Voir le PDF',
    'Ajouter à la collection',
    'Communauté',
  ],
  [
    'German',
    'Veröffentlicht am 12. Feb. 2026',
    'Eingereicht von',
    'Abstimmen',
    'Autoren:',
    'Zusammenfassung',
    'KI-generierte Zusammenfassung',
    'arXiv-Seite ansehen',
    'PDF anzeigen',
    'Zur Sammlung hinzufügen',
    'Gemeinschaft',
  ],
  [
    'Spanish',
    'Publicado el 12 de febrero de 2026',
    'Enviado por',
    'Votar',
    'Autores:',
    'Resumen',
    'Resumen generado por IA',
    'Ver página de arXiv',
    'Ver PDF',
    'Añadir a la colección',
    'Comunidad',
  ],
  [
    'Portuguese',
    'Publicado em 12 de fev. de 2026',
    'Enviado por',
    'Votar a favor',
    'Autores:',
    'Resumo',
    'Resumo gerado por IA',
    'Ver página do arXiv',
    'Ver PDF',
    'Adicionar à coleção',
    'Comunidade',
  ],
  [
    'Italian',
    'Pubblicato il 12 feb 2026',
    'Inviato da',
    'Vota',
    'Autori:',
    'Riassunto',
    "Riepilogo generato dall'IA",
    'Visualizza la pagina arXiv',
    'Visualizza PDF',
    'Aggiungi alla raccolta',
    'Comunità',
  ],
  [
    'Dutch',
    'Gepubliceerd op 12 feb. 2026',
    'Ingediend door',
    'Stem',
    'Auteurs:',
    'Samenvatting',
    'Door AI gegenereerde samenvatting',
    'Bekijk arXiv-pagina',
    'Bekijk PDF',
    'Toevoegen aan collectie',
    'Gemeenschap',
  ],
  [
    'Russian',
    'Опубликовано 12 февр. 2026 г.',
    'Отправлено',
    'Голосовать',
    'Авторы:',
    'Аннотация',
    'Краткое содержание, созданное ИИ',
    'Посмотреть страницу arXiv',
    'Открыть PDF',
    'Добавить в коллекцию',
    'Сообщество',
  ],
  [
    'simplified Chinese',
    '发布于 2026年2月12日',
    '提交者',
    '点赞',
    '作者：',
    '摘要',
    'AI 生成的摘要',
    '查看 arXiv 页面',
    '查看 PDF',
    '添加到收藏',
    '社区',
  ],
  [
    'traditional Chinese',
    '發佈於 2026年2月12日',
    '提交者',
    '投票',
    '作者：',
    '摘要',
    'AI 產生的摘要',
    '檢視 arXiv 頁面',
    '檢視 PDF',
    '新增至收藏',
    '社群',
  ],
  [
    'Japanese',
    '公開日: 2026年2月12日',
    '投稿者',
    '賛成',
    '著者:',
    '要旨',
    'AIが生成した要約',
    'arXivページを見る',
    'PDFを表示',
    'コレクションに追加',
    'コミュニティ',
  ],
  [
    'Korean',
    '2026년 2월 12일에 게시됨',
    '제출자',
    '추천',
    '저자:',
    '초록',
    'AI 생성 요약',
    'arXiv 페이지 보기',
    'PDF 보기',
    '컬렉션에 추가',
    '커뮤니티',
  ],
];

describe.each(PAPER_PAGES)(
  'the page of a paper in %s',
  (_, published, submitted, upvote, authors, abstract, label, ...below) => {
    const text = 'Kites drift when the wind turns. We fly 40 of them and find that short lines hold best.';
    const lines = [
      'arxiv:2602.01234',
      'Short Lines for Long Flights',
      published,
      '·',
      submitted,
      'kitefan',
      upvote,
      '17',
      '+13',
      authors,
      'Ada Brook,',
      'Ben Ford',
      abstract,
      'Kites with short lines drift less than all others that were flown.',
      label,
      text,
      ...below,
      'Nice kites!',
    ];

    it('is read like the English one', () => {
      const [record, ...others] = read(lines.join('\n\n')).records;
      expect(others).toEqual([]);
      expect(record).toMatchObject({
        title: 'Short Lines for Long Flights',
        abstract: text,
        authors: ['Ada Brook', 'Ben Ford'],
        published: '2026-02-12',
        submitted_by: 'kitefan',
        upvotes: 17,
      });
    });
  },
);

const CARDS: readonly (readonly string[])[] = [
  // language, heading, line below it, authors, date
  ['French', 'Articles du jour', 'par AK et la communauté de recherche', '3 auteurs', '12 févr. 2026'],
  ['German', 'Tägliche Papers', 'von AK und der Forschungsgemeinschaft', '3 Autoren', '12. Feb. 2026'],
  ['Spanish', 'Papers diarios', 'porAK y la comunidad investigadora', '3 autores', '12 feb 2026'],
  ['Portuguese', 'Artigos diários', 'por AK e a comunidade de pesquisa', '3 autores', '12 de fev. de 2026'],
  ['Italian', 'Articoli quotidiani', 'da AK e la comunità di ricerca', '3 autori', '12 feb 2026'],
  ['Russian', 'Ежедневные статьи', 'от AK и исследовательского сообщества', '3 автора', '12 февр. 2026 г.'],
  ['simplified Chinese', '每日论文', '由 AK 和研究社区', '3 位作者', '2026年2月12日'],
  ['traditional Chinese', '每日論文', '由 AK 與研究社群', '作者 3 位', '2026年2月12日'],
  ['Japanese', 'デイリー論文', 'AKと研究コミュニティによる', '著者 3 名', '2026年2月12日'],
  ['Korean', '일일 논문', 'AK 및 연구 커뮤니티 제공', '저자 3명', '2026년 2월 12일'],
];

describe.each(CARDS)('a search in %s', (_, heading, by, authors, date) => {
  const text =
    'Kites drift when the wind turns. We fly 40 of them, with lines of all lengths, and find that short lines hold best on every beach that we have been to.';
  const lines = [
    'Get trending papers in your email inbox!',
    heading,
    by,
    '31',
    'Short Lines for Long Flights',
    text,
    authors,
    '·',
    date,
    '5',
  ];

  it('is read like the English one', () => {
    const { records, rejects } = read(lines.join('\n\n'));
    expect(records).toMatchObject([
      {
        title: 'Short Lines for Long Flights',
        abstract: text,
        upvotes: 31,
        author_count: 3,
        published: '2026-02-12',
        comment_count: 5,
      },
    ]);
    expect(rejects).toEqual([]);
  });
});
