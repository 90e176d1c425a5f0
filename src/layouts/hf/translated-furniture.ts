// What stands at the head and the foot of Hugging Face's pages, as browsers translate it: a row for each language.

const ROWS: readonly string[] = [
  'précédent|suivant|entreprise|société|conditions d’utilisation|conditions générales|confidentialité|à propos|carrières|emplois|site web|modèles|ensembles de données|jeux de données|espaces|articles|documentation|solutions|tarifs|se connecter|s’inscrire|thème du système|communauté|rechercher par identifiant arxiv ou par titre|soumettre un article',
  'zurück|vorherige|weiter|nächste|unternehmen|firma|nutzungsbedingungen|datenschutz|über uns|über|karriere|stellenangebote|arbeitsplätze|webseite|modelle|datensätze|räume|beiträge|dokumentation|dokumente|lösungen|preise|anmelden|einloggen|registrieren|systemthema|gemeinschaft|suche nach arxiv-id oder titel|einen artikel einreichen',
  'anterior|siguiente|empresa|compañía|términos de servicio|condiciones de servicio|privacidad|acerca de|carreras|empleos|trabajos|sitio web|modelos|conjuntos de datos|espacios|publicaciones|documentos|documentación|soluciones|precios|iniciar sesión|registrarse|empresas|tema del sistema|volver arriba|comunidad|buscar por id de arxiv o título|enviar un artículo',
  'próximo|próxima|seguinte|termos de serviço|privacidade|sobre|vagas|empregos|site|conjuntos de dados|espaços|publicações|postagens|documentação|soluções|preços|entrar|cadastre-se|inscreva-se|empresarial|tema do sistema|voltar ao topo|comunidade|pesquisar por id do arxiv ou título|enviar um artigo',
  'precedente|successivo|azienda|società|termini di servizio|riservatezza|chi siamo|lavora con noi|lavori|sito web|modelli|set di dati|spazi|post|documentazione|soluzioni|prezzi|accedi|iscriviti|tema di sistema|comunità',
  'предыдущая|предыдущий|назад|следующая|следующий|далее|компания|условия использования|условия обслуживания|конфиденциальность|о нас|карьера|вакансии|сайт|веб-сайт|модели|наборы данных|пространства|посты|документация|документы|решения|цены|ценообразование|войти|зарегистрироваться|предприятие|системная тема|тема системы|наверх|сообщество|поиск по id arxiv или названию|отправить статью',
  '上一页|上一頁|以前的|下一页|下一頁|下一个|公司|服务条款|服務條款|隐私|隱私|隐私政策|关于|關於|招聘|职业|职位|工作|网站|網站|模型|数据集|資料集|数据集合|空间|空間|帖子|文档|文件|解决方案|解決方案|定价|價格|价格|登录|登入|注册|註冊|企业|企業|系统主题|系統主題|返回顶部|社区|社群|按 arxiv id 或标题搜索|提交论文|提交一篇论文',
  '前へ|前の|次へ|次に|会社|利用規約|プライバシー|概要|約|について|採用情報|求人|仕事|ウェブサイト|モデル|データセット|スペース|投稿|ドキュメント|ソリューション|料金|価格|価格設定|ログイン|サインアップ|システムテーマ|コミュニティ|論文を投稿する',
  '이전|다음|회사|서비스 약관|이용약관|개인정보 보호|개인정보|소개|정보|채용|일자리|채용 정보|웹사이트|모델|데이터셋|데이터 세트|스페이스|공간|게시물|문서|솔루션|가격|가격 책정|로그인|가입하기|회원가입|기업|시스템 테마|맨 위로|커뮤니티|논문 제출|arxiv id 또는 제목으로 검색',
];

/** Lines that are no more than such a word, in lower case. */
export const TRANSLATED_FURNITURE: readonly string[] = ROWS.flatMap((row) => row.split('|'));
