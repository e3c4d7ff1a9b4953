/** What stands before a name in a byline, lower case, by language. Longer phrases first where one begins another. */
export const BYLINE_STARTS: readonly string[] = [
  // English
  'written by',
  'posted by',
  'published by',
  'reported by',
  'article by',
  'story by',
  'words by',
  'text by',
  'contributed by',
  'submitted by',
  'created by',
  'authored by',
  'view all posts by',
  'all posts by',
  'posts by',
  'view author archive',
  'about the author',
  'authors',
  'author',
  'author name',
  'contributor',
  'byline',
  'by',
  // German
  'veröffentlicht von',
  'geschrieben von',
  'verfasst von',
  'erstellt von',
  'eingestellt von',
  'gepostet von',
  'publiziert von',
  'ein artikel von',
  'ein beitrag von',
  'ein gastbeitrag von',
  'gastbeitrag von',
  'artikel von',
  'beitrag von',
  'kommentar von',
  'interview von',
  'eine analyse von',
  'eine kolumne von',
  'zeige alle beiträge von',
  'alle beiträge von',
  'alle artikel von',
  'beiträge von',
  'text von',
  'text und fotos von',
  'gespeichert von',
  'ein interview von',
  'ein kommentar von',
  'autorin',
  'autoren',
  'autor/in',
  'autor*in',
  'autor',
  'verfasser',
  'verfasserin',
  'redakteur',
  'redakteurin',
  'von',
  // French
  'publié par',
  'écrit par',
  'rédigé par',
  'posté par',
  'propos recueillis par',
  'un article de',
  'auteure',
  'auteur',
  'par',
  // Spanish, Portuguese, Italian
  'publicado por',
  'escrito por',
  'redactado por',
  'autora',
  'por',
  'pubblicato da',
  'scritto da',
  'a cura di',
  'autore',
  'di',
  'da',
  // Dutch, Scandinavian, Polish, Turkish, Russian
  'geschreven door',
  'gepubliceerd door',
  'geplaatst door',
  'door',
  'skrevet av',
  'skrevet af',
  'skriven av',
  'av',
  'af',
  'autor tekstu',
  'napisał',
  'yazan',
  'yazar',
  'автор',
  // Chinese, Japanese
  '作者',
  '文',
  '著者',
  '執筆',
  '撰文',
  '筆者',
];

/** Labels that stand before a name only with a colon: `Text: Ann Lee`; without one they are the beginning of a sentence. */
export const COLON_LABELS: ReadonlySet<string> = new Set(
  (
    'text tekst texto texte testo текст words story interview protokoll kommentar analyse essay kolumne gastbeitrag bericht reportage recherche quelle source ' +
    'foto fotos photo photos bild datum date'
  ).split(' '),
);

/** Labels of the list above whose names did not write the story. */
export const OTHER_HANDS: ReadonlySet<string> = new Set(
  'foto fotos photo photos bild datum date quelle source'.split(' '),
);

/** Where a byline goes on with something that is no name. Each stands between spaces, lower case. */
export const BYLINE_ENDS: ReadonlySet<string> = new Set(
  (
    'is am vom published posted updated last first follow email twitter facebook instagram linkedin view see more read share leave ' +
    'comments comment kommentare kommentar hinterlasse schreibe hinterlassen stand uhr veröffentlicht aktualisiert bearbeitet publié mis minutes min mins ' +
    'monday tuesday wednesday thursday friday saturday sunday montag dienstag mittwoch donnerstag freitag samstag sonntag ' +
    'photo photos photography fotos foto bild bilder illustration illustrated via | • · – — - » › ~ // :: /'
  ).split(' '),
);

/** Words that end a byline when they are written small: `Ann Lee in Politics`. Some are parts of names when a capital begins them. */
export const SMALL_ENDS: ReadonlySet<string> = new Set(
  'on in at for um von vor with ein eine einen sagt schreibt reports writes'.split(' '),
);

/** Words that end a byline before a number: `Anne le 12 mai`. */
export const ENDS_BEFORE_NUMBER: ReadonlySet<string> = new Set('le il el em a am den der den. op dne dia'.split(' '));

/** Words that make a part of a byline a role or an office, not a name. */
export const ROLE_WORDS: ReadonlySet<string> = new Set(
  (
    'reporter correspondent editor writer columnist contributor contributing journalist producer staff senior junior chief deputy associate assistant freelance ' +
    'director manager analyst specialist professor fellow president ceo cto cfo founder co-founder cofounder blogger intern phd ph.d ph.d. m.d md mph rd jd mba esq jr jr. ' +
    'redakteur redakteurin chefredakteur chefredakteurin ressortleiter ressortleiterin korrespondent korrespondentin volontär volontärin journalistin autorin gastautor gastautorin ' +
    'rédacteur rédactrice journaliste redactor redactora periodista editora giornalista redattore head news politics business sports technology science health updated published'
  ).split(' '),
);

/** Words of the names of organisations, which sign press releases and pages for which nobody signs. */
export const ORGANISATION_WORDS: ReadonlySet<string> = new Set(
  (
    'gmbh ag e.v. ev verein verband bund ministerium landesanstalt stiftung foundation institute institut university universität society association agency agentur agenturen council ' +
    'inc inc. ltd llc company group gruppe corp media press presse news magazine magazin zeitung online redaktion editors team staff office für of'
  ).split(' '),
);

/** Names that content systems put in for want of one, and furniture that stands where a name might. Lower case. */
export const NOT_NAMES: ReadonlySet<string> = new Set([
  'admin',
  'administrator',
  'root',
  'webmaster',
  'wordpressadmin',
  'wpadmin',
  'user',
  'author',
  'authors',
  'autor',
  'byline',
  'unknown',
  'anonymous',
  'undefined',
  'null',
  'none',
  'n/a',
  'default',
  'guest',
  'super user',
  'name',
  'test',
  'home',
  'share',
  'print',
  'email',
  'e-mail',
  'facebook',
  'twitter',
  'instagram',
  'youtube',
  'follow',
  'subscribe',
  'login',
  'log in',
  'sign in',
  'comments',
  'comment',
  'reply',
  'menu',
  'search',
  'more',
  'read more',
  'mehr',
  'bio',
  'biography',
  'archive',
  'profile',
  'website',
  'all posts',
  'view all posts',
  'see all posts',
  'about',
  'contact',
  'permalink',
  'permanent link',
  'uncategorized',
  'allgemein',
  'news',
  'blog',
  'editorial',
  'sponsored',
  'advertisement',
  'anzeige',
  'werbung',
  'others',
  'other',
  'the author',
  'about the author',
  'über den autor',
  'google',
  'stand',
  'nachricht',
  'quelle',
  'size',
  'autorenprofil',
  'pressemitteilung',
  'montag',
  'dienstag',
  'mittwoch',
  'donnerstag',
  'freitag',
  'samstag',
  'sonntag',
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
  '小编',
  '小編',
  '佚名',
  '网友',
  '未知',
  '匿名',
  '本站',
  '本报',
  '本報',
  '管理员',
  '编辑',
  '責任編輯',
  '责任编辑',
  '编辑部',
  '編輯部',
  '来源',
  '來源',
  '发布',
  '發布',
  '发表',
  '發表',
  '更新',
  '时间',
  '時間',
  '日期',
  '转载',
  '网络',
  '互联网',
  '综合',
  '整理',
]);
