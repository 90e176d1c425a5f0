// Words that Hugging Face shows around its papers, in English and as browsers translate them.

/** What a page says that has no papers to show. */
export const NO_PAPERS: RegExp =
  /^no (?:papers?|results?)(?: (?:found|yet|available|here|for|on|match)\b[^.]{0,60})?[.!]?$/i;

/** Lines that a papers page shows around its papers, in lower case. */
export const FURNITURE: ReadonlySet<string> = new Set([
  'new',
  'get trending papers in your email inbox!',
  'get trending papers in your email inbox once a day!',
  'subscribe',
  'daily papers',
  'daily papers - hugging face',
  'trending papers - hugging face',
  'papers - hugging face',
  'daily',
  'weekly',
  'monthly',
  'quotidien',
  'hebdomadaire',
  'mensuel',
  'täglich',
  'wöchentlich',
  'monatlich',
  'diario',
  'semanal',
  'mensual',
  'diário',
  'mensal',
  '每日',
  '每天',
  '每周',
  '每月',
  '新',
  '订阅',
  '毎日',
  '毎週',
  '毎月',
  "s'abonner",
  'abonnieren',
  'suscribirse',
  'trending papers',
  'trending',
  'papers',
  'byak and the research community',
  'by ak and the research community',
  'by',
  'ak',
  'and the research community',
  'hugging face',
  "hugging face's logo",
  "[hugging face's logo] hugging face",
  "hugging face's logo hugging face",
  'models',
  'datasets',
  'spaces',
  'buckets new',
  'buckets',
  'posts',
  'docs',
  'enterprise',
  'pricing',
  'website',
  'tasks',
  'huggingchat',
  'collections',
  'languages',
  'organizations',
  'community',
  'blog',
  'learn',
  'discord',
  'forum',
  'solutions',
  'team & enterprise',
  'hugging face pro',
  'enterprise support',
  'inference providers',
  'inference endpoints',
  'storage buckets',
  'hugging chat',
  'log in',
  'sign up',
  'login',
  'previous',
  'next',
  'back to top',
  'system theme',
  'company',
  'tos',
  'privacy',
  'about',
  'careers',
  'jobs',
  '© hugging face',
  'press',
  'terms of service',
  'view all',
  'arxiv page',
  'view arxiv page',
  'view pdf',
  'project page',
  'view all papers',
  'search',
  'search papers',
  'search by arxiv id or title',
  'submit a paper',
  'previous next',
  'add to collection',
  'copy markdown',
  'submit',
  'submit paper',
  'trending papers ranked by github stars activity',
  'your daily dose of ai research from ak',
  'extracted text',
  'what is papers with code?',
]);

/** "18 authors" in the languages that browsers translate the page to. */
export const AUTHOR_COUNT: RegExp =
  /^[\s*•·-]*(?:(?:author|作者|著者|저자)s?\s*[:：]?\s*)?\+?(\d{1,3}(?:[,.\s]?\d{3})*)\s*(?:位|名の|名|人の|명의|명)?\s*(?:authors?|auteurs?|autrices?|autor(?:en|es|as|i|a|zy|ów)?|autoren|auteur\(s\)|作者|著者|저자|авторов|автора|автор|autori|yazar|penulis|tác giả|författare|forfattere|schrijvers|szerző|autorů|autoři|συγγραφείς|लेखक|مؤلفين|مؤلفون)$/i;

/** "Upvote", above the number of them. */
export const UPVOTE: RegExp =
  /^(?:upvotes?|点赞|赞|推荐|赞成|投票|贊|高評価|いいね|추천|upvoten?|hochstimmen|positiv bewerten|voter pour|vote positif|votos? a favor|votar a favor|voto positivo|votar|голосовать|vota)(?:\s+|(?=\d)|$)/i;

/** The month of the page's day, where the day stands below it. */
export const MONTH: RegExp = /^(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)$/;

/** "Submitted by", above the name. */
export const SUBMITTED_BY: RegExp =
  /^(?:[·•]\s*)?(?:submitted by|提交者|提交人|投稿者|제출자|soumis par|proposé par|eingereicht von|enviado por|presentado por|inviato da|presentato da|отправлено|автор публикации|由.{0,3}提交)\s*[:：]?\s*/i;

/** "Published on", before a date. */
export const PUBLISHED_ON: RegExp =
  /^(?:published on|published|发布于|發佈於|公開日|게시일|publié le|veröffentlicht am|publicado el|publicado em|publicado en|pubblicato il|опубликовано)\s*[:：]?\s*/i;

/** Text that stands for an image: "[图片：kandinskylab]", "[Image: x]", "Image 3: x". */
export const IMAGE_PLACEHOLDER: RegExp =
  /^\[?(?:图片|圖片|画像|이미지|image|img|bild|imagen|imagem|immagine|изображение|logo)(?:\s*\d+)?\s*(?:[:：][^\]]*)?\]\s*/i;

/** Labels of the links below an abstract; what stands behind them is no more of it. */
export const BELOW_ABSTRACT: RegExp =
  /^(?:github(?:\s.{0,8})?|(?:view )?arxiv page|view pdf|project page|add to collection|查看 arxiv 页面|查看 pdf|voir la page arxiv|voir le pdf)$/i;

/** The same, side by side in one line: "View arXiv pageView PDFGitHub 21.9kAdd to collection". */
export const GLUED_BELOW_ABSTRACT: RegExp =
  /^(?:(?:github(?: ?\d[\d.,]*k?)?|(?:view )?arxiv page|view pdf|project page|add to collection)\s*){2,}$/i;

/** What a scraper writes where it stopped: "[Content truncated]", "... (cut off after 100 lines)"; no title that begins so. */
export const CUT_OFF: RegExp =
  /^(?:(?:[[(<*…]|\.{3})\W{0,4}(?:(?:content|output|text|page|response) )?(?:truncated|cut off|clipped)(?: .{0,40})?|(?:(?:content|output|text|page|response) )?(?:truncated|cut off|clipped)(?: (?:at|after|by|due to|here|for)(?: .{0,40})?)?)\W{0,5}$/i;

/** The line under the page's heading, with what scrapers make of the picture in it. */
export const BY_AK: RegExp =
  /^(?:by(?=\W|AK).{0,60}AK\W*(?: and the research community)?|(?:par|von|por|da|door|от|由|作者)\W.{0,60}AK\W* (?:et la communauté|und (?:der|die) (?:forschungs|wissenschafts)|y la comunidad|e (?:a|la) comuni).{0,40}|由?.{0,60}AK\W*(?:和|与|及).{0,12}研究.{0,8})$/i;
