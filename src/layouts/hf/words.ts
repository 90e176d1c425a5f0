// Words that Hugging Face shows around its papers, in English and as browsers translate them.

/** What a page says that has no papers to show. */
export const NO_PAPERS: RegExp =
  /^no (?:papers?|results?)(?: (?:found|yet|available|here|for|on|match)\b[^.]{0,60})?[.!]?$/i;

/** "18 authors" in the languages that browsers translate the page to; in East Asia the word may stand in front: "著者 18 名". */
export const AUTHOR_COUNT: RegExp =
  /^[\s*•·-]*(?:(?:author|作者|著者|저자)s?\s*[:：]?\s*)?\+?(\d{1,3}(?:[,.\s]?\d{3})*)\s*(?:(?:位|名の|名|人の|명의|명)?\s*(?:authors?|auteurs?|autrices?|autor(?:en|es|as|i|a|zy|ów)?|autoren|auteur\(s\)|作者|著者|저자|авторов|автора|автор|autori|yazar|penulis|tác giả|författare|forfattere|schrijvers|szerző|autorů|autoři|συγγραφείς|लेखक|مؤلفين|مؤلفون)|(?<=(?:作者|著者|저자)\s*[:：]?\s*[\d,.\s]+)(?:位|名|人|명))$/i;

/** "Upvote", above the number of them. */
export const UPVOTE: RegExp =
  /^(?:upvotes?|点赞|赞|推荐|赞成|投票|贊|讚|贊成|高評価|いいね|賛成|추천|찬성|upvoten?|hochstimmen|abstimmen|zustimmen|positiv bewerten|voter(?: pour)?|vote positif|votos? a favor|votar a favor|voto positivo|votar|голосовать|проголосовать|vota|stemmen|zagłosuj|oy ver)(?:\s+|(?=\d)|$)/i;

/** The month of the page's day, where the day stands below it. */
export const MONTH: RegExp = /^(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)$/;

/** "Submitted by", above the name. */
export const SUBMITTED_BY: RegExp =
  /^(?:[·•]\s*)?(?:submitted by|提交者|提交人|投稿者|提出者|제출자|게시자|soumis par|proposé par|envoyé par|eingereicht von|enviado por|presentado por|submetido por|inviato da|presentato da|proposto da|ingediend door|ingezonden door|отправлено|отправил|автор публикации|przesłane przez|zgłoszone przez|gönderen|dikirim oleh|diajukan oleh|gửi bởi|inskickad av|innsendt av|indsendt af|beküldte|odeslal|υποβλήθηκε από|由.{0,3}提交)\s*[:：]?\s*/i;

/** "Published on", before a date; Japanese, Chinese and Korean may say it behind. */
export const PUBLISHED_ON: RegExp =
  /^(?:published on|published|发布于|发表于|發佈於|發布於|發表於|发布日期|公開日|発表日|게시일|발행일|publié le|paru le|veröffentlicht am|erschienen am|publicado el|publicado em|publicado en|pubblicato il|gepubliceerd op|опубликовано|дата публикации|opublikowano|yayınlanma tarihi|yayımlanma tarihi|diterbitkan pada|dipublikasikan pada|xuất bản (?:vào|ngày)|publicerad(?: den)?|publisert|udgivet|megjelent|publikováno|δημοσιεύτηκε στις)\s*[:：]?\s*|\s*(?:に公開|に発表|公開|发布|發佈|發布|에 게시됨|에 게시|게시됨)$/i;

/** Text that stands for an image: "[图片：kandinskylab]", "[Image: x]", "Image 3: x". */
export const IMAGE_PLACEHOLDER: RegExp =
  /^\[?(?:图片|圖片|画像|이미지|image|img|bild|imagen|imagem|immagine|изображение|logo)(?:\s*\d+)?\s*(?:[:：][^\]]*)?\]\s*/i;

/** "Project page", the label of a link. */
const PROJECT =
  'project page|page du projet|projektseite|página del proyecto|página do projeto|pagina del progetto|projectpagina|страница проекта|项目页面|项目主页|專案頁面|プロジェクト ?ページ|프로젝트 페이지';

/** The label of the link to the project's page. */
export const PROJECT_PAGE: RegExp = new RegExp(`^(?:link:\\s*)?(?:${PROJECT})$`, 'i');

/** "View", in front of "arXiv page" and "PDF" or behind them. */
const VIEW =
  'view|voir|afficher|consulter|ansehen|anzeigen|öffnen|ver|visualizar|visualizza|vedi|bekijk(?:en)?|просмотреть|посмотреть|открыть|zobacz|görüntüle|查看|檢視|浏览|見る|表示(?:する)?|閲覧(?:する)?|보기';

/** "Add to collection". */
const COLLECT =
  'add to collection|ajouter à (?:la|une) collection|zur sammlung hinzufügen|(?:añadir|agregar) a (?:la )?colección|adicionar à coleção|aggiungi alla (?:raccolta|collezione)|toevoegen aan collectie|добавить в коллекцию|添加到.{2,4}|加入收藏|新增至.{2,4}|コレクションに追加|컬렉션에 추가';

/** Labels of the links below an abstract; what stands behind them is no more of it. */
export const BELOW_ABSTRACT: RegExp = new RegExp(
  `^(?:github(?:\\s.{0,8})?|arxiv page|${PROJECT}|${COLLECT}|(?=\\D{3,40}$)(?=.*(?:arxiv|pdf))(?:(?:${VIEW})(?=\\W|arxiv|pdf).*|.*[^a-zà-ÿ](?:${VIEW})))$`,
  'i',
);

/** The same, side by side in one line: "View arXiv pageView PDFGitHub 21.9kAdd to collection". */
export const GLUED_BELOW_ABSTRACT: RegExp =
  /^(?:(?:\[\])?(?:github(?: ?\d[\d.,]*k?)?|(?:view )?arxiv page|view pdf|project page|add to collection)\s*){2,}$/i;

/** What a scraper writes where it stopped: "[Content truncated]", "... (cut off after 100 lines)"; no title that begins so. */
export const CUT_OFF: RegExp =
  /^(?:(?:[[(<*…]|\.{3})\W{0,4}(?:(?:content|output|text|page|response) )?(?:truncated|cut off|clipped)(?: .{0,40})?|(?:(?:content|output|text|page|response) )?(?:truncated|cut off|clipped)(?: (?:at|after|by|due to|here|for)(?: .{0,40})?)?)\W{0,5}$/i;

/** The line under the page's heading, with what scrapers make of the picture in it. */
export const BY_AK: RegExp =
  /^(?:by(?=\W|AK).{0,60}AK\W*(?: and the research community)?|(?:par|von|por|da|door|от|由|作者)(?=\W|AK).{0,60}AK\W* (?:et la communauté|und (?:der|die) (?:forschungs|wissenschafts)|y la comunidad|e (?:a|la) comuni|en de onderzoeks|и (?:исследовательск|научн)).{0,40}|由?.{0,60}AK\W*(?:和|与|及|與).{0,12}研究.{0,8}|.{0,60}AK ?(?:さん)?(?:と|および).{0,4}研究コミュニティ.{0,8}|.{0,60}AK ?(?:및|와|과).{0,4}연구 ?커뮤니티.{0,8})$/i;
