/** What stands before a name in a byline, lower case, by language: English, German, French, Spanish and Portuguese, Italian, others. */
export const BYLINE_STARTS: readonly string[] = (
  'written by|posted by|published by|reported by|article by|story by|words by|text by|submitted by|created by|view all posts by|posts by|authors|author|contributor|byline|by|' +
  'veröffentlicht von|geschrieben von|verfasst von|erstellt von|gespeichert von|artikel von|beitrag von|gastbeitrag von|kommentar von|interview von|text von|' +
  'zeige alle beiträge von|alle beiträge von|beiträge von|ein artikel von|ein beitrag von|ein gastbeitrag von|ein interview von|ein kommentar von|autorin|autoren|autor/in|autor|verfasser|redakteur|redakteurin|von|' +
  'publié par|écrit par|rédigé par|propos recueillis par|un article de|auteure|auteur|par|' +
  'publicado por|escrito por|autora|por|pubblicato da|scritto da|a cura di|autore|di|da|' +
  'geschreven door|door|skrevet av|skrevet af|av|af|автор|作者|文|著者|執筆|撰文'
).split('|');

/** Labels that stand before a name only with a colon: `Text: Ann Lee`; without one they are the beginning of a sentence. */
export const COLON_LABELS: ReadonlySet<string> = new Set(
  'text tekst texto texte testo текст words story interview protokoll kommentar analyse essay kolumne bericht reportage'.split(
    ' ',
  ),
);

/** Labels whose names did not write the story. */
export const OTHER_HANDS: ReadonlySet<string> = new Set(
  'foto fotos photo photos bild datum date quelle source'.split(' '),
);

/** Where a byline goes on with something that is no name. Each stands between spaces, lower case. */
export const BYLINE_ENDS: ReadonlySet<string> = new Set(
  (
    'is am vom published posted updated last first follow email twitter facebook view see more read share leave comments comment kommentare kommentar ' +
    'hinterlasse schreibe stand uhr veröffentlicht aktualisiert publié mis minutes min photo photos fotos foto bild illustration via monday tuesday wednesday thursday friday saturday sunday | • · – — - » › ~ // /'
  ).split(' '),
);

/** Words that end a byline when they are written small: `Ann Lee in Politics`. Some are parts of names when a capital begins them. */
export const SMALL_ENDS: ReadonlySet<string> = new Set(
  'on in at for um von vor with ein eine einen reports writes'.split(' '),
);

/** Words that end a byline before a number: `Anne le 12 mai`. */
export const ENDS_BEFORE_NUMBER: ReadonlySet<string> = new Set('le il el em a am den der op'.split(' '));

/** Words that make a part of a byline a role or an office, not a name. */
export const ROLE_WORDS: ReadonlySet<string> = new Set(
  (
    'reporter correspondent editor writer columnist contributor journalist producer staff senior junior chief deputy associate assistant freelance ' +
    'director manager analyst professor fellow president ceo founder intern phd md redakteur redakteurin chefredakteur korrespondent korrespondentin ' +
    'journalistin autorin rédacteur journaliste redactor periodista giornalista news politics political national international washington business sports science executive'
  ).split(' '),
);

/** Words that an office ends with: behind a comma, or behind another of them, no name does. */
export const OFFICES: ReadonlySet<string> = new Set(
  (
    'reporter correspondent editor writer columnist contributor journalist producer director manager analyst professor fellow president ceo founder ' +
    'redakteur redakteurin chefredakteur korrespondent korrespondentin journalistin rédacteur journaliste correspondant redactor periodista giornalista'
  ).split(' '),
);

/** Agencies that a byline names behind who wrote the story. */
export const AGENCIES: ReadonlySet<string> = new Set(
  'ap|afp|dpa|reuters|upi|ansa|efe|apa|sda|sid|afp.com|associated press|the associated press|agencies|agenturen'.split(
    '|',
  ),
);

/** Words of the names of organisations, which sign press releases and pages for which nobody signs. */
export const ORGANISATION_WORDS: ReadonlySet<string> = new Set(
  'gmbh ag e.v. verein verband bund ministerium stiftung foundation institute institut university universität agency agentur inc ltd company group media press presse news magazin online redaktion team staff office für of'.split(
    ' ',
  ),
);

/** Names that content systems put in for want of one, and furniture that stands where a name might. Lower case. */
export const NOT_NAMES: ReadonlySet<string> = new Set(
  (
    'admin|administrator|webmaster|wordpressadmin|wpadmin|siteadmin|site admin|account|user|author|autor|byline|unknown|anonymous|undefined|null|none|default|guest|super user|name|' +
    'home|share|print|quelle|alle beiträge|email|facebook|twitter|follow|subscribe|login|comments|reply|menu|search|more|read more|mehr|archive|profile|website|' +
    'all posts|view all posts|about|contact|news|blog|editorial|sponsored|anzeige|stand|nachricht|size|google|' +
    // Blogger's link to the profile.
    'view my complete profile|afficher mon profil complet|mein profil vollständig anzeigen|ver todo mi perfil|ver mi perfil completo|' +
    'ver meu perfil completo|visualizza il mio profilo completo|mijn volledige profiel tonen|查看我的完整个人资料|檢視我的完整簡介|' +
    'monday|tuesday|wednesday|thursday|friday|saturday|sunday|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|' +
    '小编|小編|佚名|网友|匿名|本站|本报|本報|管理员|编辑|编辑部|編輯部|来源|來源|发布|發布|发表|發表|更新|时间|時間|日期|转载|网络|综合|整理'
  ).split('|'),
);
