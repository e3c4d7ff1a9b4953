import type { BylineWords } from '../model/byline-words.ts';
import type { Phrases } from '../model/phrases.ts';

/** German, French, Spanish, Portuguese, Italian, Dutch, Nordic and Slavic languages; Turkish and Indonesian. */
export const european: Phrases = {
  labels: `
    autor:|autorin:|foto:|fotos:|bild:|bilder:|titelbild|beitragsbild|bildquelle|bildnachweis|quelle:|quellen:|
    abbildung:|schlagwörter|schlagworte|stichworte|kategorie:|kategorien:|lesezeit|pressekontakt|der beitrag wurde|
    dieser beitrag wurde|dieser text wurde|dieser eintrag wurde|abgelegt unter|source :|crédit photo|crédits photo|crédits photos|
    photo :|fuente:|fonte:|źródło|fot.|bron:|kilde:|källa:|lähde:|источник:|фото:|tempo de leitura|
    tiempo de lectura|temps de lecture
  `,
  openings: `
    von|autor|quelle|veröffentlicht|veröffentlichung|aktualisiert|stand:|stand des|erstellt|kategorie|datum:|
    kontakt:|par|publié|mis à jour|por|publicado|actualizado|di|opublikowano|автор|alle angaben
  `,
  calls: `
    # German
    abonnieren sie|abonniere|jetzt|melden sie sich|melde dich|folgen sie|folge uns|folgt uns|besuchen sie uns|
    der newsletter|unser newsletter|ihnen gefällt|gefällt dir|gefällt ihnen|hat dir|hat ihnen|teilen sie|
    teile diesen|artikel teilen|artikel drucken|unterstützen sie|unterstütze uns|spenden sie|haben sie|hinterlasse|
    schreib uns|schreiben sie|verraten sie|kommentieren|kommentar|kommentare|keine kommentare|sie müssen|sie sind|
    du musst|anzeige|werbung|*werbung|hinweis:|transparenz|dieser artikel enthält|dieser beitrag enthält|
    diese website|keine lust|kennst du schon|kennt ihr schon|bleiben sie|bleib|zurück|nach oben|drucken|
    wir respektieren|hier können sie|hier kannst du|klicken sie|alle angaben|die redaktion|dein browser|ihr browser|
    lade für ein|wir verwenden cookies|wir nutzen cookies|wir und unsere
    # Romance
    abonnez-vous|inscrivez-vous|suivez|s'abonner|recevez|partagez|partager|soutenez|publicité|suscríbete|
    síguenos|sigue|únete|recibe|descarga|comparte|hazte|apoya|hacemos periodismo|tú también puedes|regístrate|
    publicidad|si te gustó|valora esta|ya sabías que|mira lo que|con información de|inscreva-se|assine|siga|
    receba|compartilhe|devenez fan|nous utilisons|nous et nos|utilizamos cookies|utilizziamo i cookie|clique aqui|iscriviti|seguici|condividi|abbonati
    # Polish, Russian, Dutch, Nordic
    zapraszamy|zapisz się|subskrybuj|śledź nas|drukuj|udostępnij|reklama|подписывайтесь|подпишитесь|
    подписаться|поделиться|реклама|volg ons|abonneer|meld je aan|følg oss|följ oss
  `,
  related: `
    # German
    lesen sie|lesen sie auch|lest auch|lies auch|auch interessant|das könnte|mehr zu|mehr zum|mehr lesen|mehr infos|weitere|
    weiterführende|weiterführender|weiterlesen|zum weiterlesen|zum thema|siehe auch|ähnliche|passend dazu|
    schon gelesen|entdecke weitere|verwandte|empfehlungen|hintergrund:|bildergalerie|weiter zu|zusatzinformationen
    # French, Spanish, Portuguese, Italian
    lire aussi|à lire|lire la suite|voir aussi|en savoir plus|sur le même|lea|lee|lea también|lee también|lea además|te puede interesar|le puede interesar|te recomendamos|leer|mira:|mire:|
    vea también|ver más|te puede|le puede|puede interesar|puedes|también|además:|noticias relacionadas|leia|
    veja|saiba mais|leggi|vedi anche|potrebbe interessarti|per approfondire
    # Polish, Dutch, Nordic, Russian, Turkish, Indonesian
    czytaj|zobacz|przeczytaj|polecamy|lees ook|lees meer|les også|läs|læs|lue myös|lue lisää|читайте|
    читать|смотрите|по теме|подробнее|ayrıca|baca juga|lihat juga
  `,
  tailHeadings: `
    über|zur person|zum autor|kommentare|kommentar|schreibe einen kommentar|kontakt|pressekontakt|ansprechpartner|
    teilen|weitere|ähnliche|autor|autorin|à propos|commentaires|sobre el autor|acerca de|comentarios|
    sobre o autor|comentários|commenti|o autorze|komentarze|комментарии|об авторе
  `,
  callWords: `
    klick kostenlos gratis abonn suscri suskr subskr laufenden registriert eingeloggt gratuit canal
  `,
  promoWords: `
    kommentar werbung hier\\b aquí miembro teilen beneficios
  `,
  addressWords: `
    hier\\b sie\\b ihre?n?\\b uns\\b unser wir\\b du\\b dein dich\\b euch\\b vous\\b votre vos\\b nous\\b notre nos\\b ici\\b aquí te\\b tus?\\b
    nuestr você
  `,
  signOffs: `
    der autor|die autorin|der beitrag|dieser artikel|dieser beitrag|weitere informationen|kontakt|quelle
  `,
};

export const europeanBylines: BylineWords = {
  starts:
    // German
    'veröffentlicht von|geschrieben von|verfasst von|erstellt von|gespeichert von|artikel von|beitrag von|gastbeitrag von|kommentar von|' +
    'interview von|text von|zeige alle beiträge von|alle beiträge von|beiträge von|ein artikel von|ein beitrag von|ein gastbeitrag von|' +
    'ein interview von|ein kommentar von|autorin|autoren|autor/in|autor|verfasser|redakteur|redakteurin|von|' +
    // French; Spanish and Portuguese; Italian
    'publié par|écrit par|rédigé par|propos recueillis par|un article de|auteure|auteur|par|' +
    'publicado por|escrito por|autora|por|pubblicato da|scritto da|a cura di|autore|di|da|' +
    // Dutch, Nordic, Russian
    'geschreven door|door|skrevet av|skrevet af|av|af|автор|' +
    // Polish, Finnish, Hungarian, Turkish, Indonesian, Greek
    'autorka|napisał|napisała|kirjoittanut|szerző|írta|yazan|yazar|oleh|penulis|συντάκτης|' +
    // Arabic, Persian, Hebrew
    'بقلم|كتب|كتبت|كتبه|الكاتب|الكاتبة|إعداد|اعداد|نویسنده|نوشته|מאת|כתב|כותב|כותבת',
  colonLabels: 'text tekst texto texte testo текст protokoll kommentar analyse kolumne bericht reportage',
  ends: 'am vom kommentare kommentar hinterlasse schreibe stand uhr veröffentlicht aktualisiert publié mis foto fotos bild',
  smallEnds: 'um von vor ein eine einen',
  endsBeforeNumber: 'le il el em am den der op',
  offices:
    'redakteur redakteurin chefredakteur korrespondent korrespondentin journalistin rédacteur journaliste correspondant redactor periodista giornalista',
  ranks: 'autorin',
  organisations:
    'gmbh ag e.v. verein verband bund ministerium stiftung institut universität agentur presse magazin redaktion für',
  notNames:
    'autor|quelle|alle beiträge|mehr|anzeige|stand|nachricht|foto|fotos|bild|datum|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|' +
    // Blogger's link to the profile.
    'afficher mon profil complet|mein profil vollständig anzeigen|ver todo mi perfil|ver mi perfil completo|ver meu perfil completo|' +
    'visualizza il mio profilo completo|mijn volledige profiel tonen',
};
