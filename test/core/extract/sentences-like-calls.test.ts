import { describe, expect, it } from 'vitest';
import { extract, PARAGRAPHS, page } from './page.ts';

/** A story with a line in its midst, and with the same line at its end. */
function clip(line: string, lang = 'en', place: 'midst' | 'end' = 'midst'): string {
  const lines = PARAGRAPHS.map((text) => `<p>${text}</p>`);
  lines.splice(place === 'midst' ? 3 : lines.length, 0, `<p>${line}</p>`);
  return extract(page({ story: lines.join('\n'), lang })).text;
}

const ENGLISH = [
  'Sign up sheets were posted on the door.',
  'Read more books is her advice to the children of the harbour.',
  'Read more than two of his letters and the pattern is plain.',
  'Subscribe numbers fell by a third last winter, the tip line said.',
  'Follow the river north and the news gets worse.',
  'Share prices fell after the news of the lens.',
  'Advertisement spending rose by two per cent in the harbour.',
  'Click here, the screen said, and four hundred families lost their savings.',
  'Download speeds doubled on the island in the spring.',
  'Related families moved into the houses beside the pier.',
  'Recommended doses were doubled in the trial.',
  'Popular resistance grew in the villages.',
  'More on that in the evening, the mayor said, and left.',
  'More from the north will come when the roads are dry.',
  'Watch: that is what the old men do all day.',
  'Check out times at the hotel were moved to nine.',
  'Learn more, spend less: that was the slogan of the school.',
  'Join us, they wrote to the fishermen of the coast, and many did.',
  'Get the boats in, the harbour master shouted.',
  'Register offices closed at noon and couples waited outside.',
  'Log in the morning, sleep in the afternoon: the foresters’ rule.',
  'Loading the boats took two days, free of charge.',
  'Commenting on the report, the minister called it social fiction.',
  'Donate blood, the posters said; the members did.',
  'Thank you for reading, the boy said to his blind neighbour.',
  'Want to climb the tower free of ropes, the keeper asked the boys.',
  'Do you remember that night, the keeper asked the old men.',
  'Become a keeper, he thought, and you will never meet anybody again.',
  'For more than ninety years the lamp had burned.',
  'For the latest of her letters he paid four pounds.',
  'WhatsApp messages of that night show how late the warning came.',
  'Newsletter editors across the country copied the tale.',
  'Start your engines, the steward called, and free the ropes.',
  'Views expressed in the pub that night were less polite.',
  'Contact with the boat was lost at noon.',
  'Email traffic between the two offices stopped on Friday.',
  'Photo albums floated in the water of the cellars.',
  'By clicking his tongue he called the old dog that slept beside the tower of the chapel.',
];

const OTHERS: readonly (readonly [string, string])[] = [
  ['de', 'Jetzt liegt der Kommentar der Behörde vor, und niemand ist zufrieden.'],
  ['de', 'Anzeige gegen Unbekannt erstattete die Hafenmeisterei nach dem Kommentar im Sender.'],
  ['de', 'Werbung für den Hafen macht die Stadt seit neunzig Jahren.'],
  ['de', 'Weitere Zeugen meldeten sich am Abend.'],
  ['de', 'Mehr zu sagen hatte der Minister nicht.'],
  ['de', 'Zurück in der Stadt, schrieb er einen Kommentar für die Zeitung.'],
  ['de', 'Bleib, rief er ohne Kommentar, aber das Boot war schon fort.'],
  ['fr', 'Publicité et commerce reculent dans le port.'],
  ['fr', 'Lire la suite des événements dans les yeux du gardien, voilà son métier.'],
  ['es', 'Sigue la busca del pescador, miembro de la cofradía, en las islas.'],
  ['es', 'También los pescadores de la isla protestaron.'],
  ['es', 'Puedes verlo desde el puerto, dice el farero.'],
  ['es', 'Lee los periódicos de la capital todas las mañanas.'],
  ['es', 'Descarga eléctrica mata a un miembro de la tripulación.'],
  ['pt', 'Veja bem, disse o faroleiro, a lâmpada é velha.'],
];

describe('a sentence that begins like a call', () => {
  it.each(ENGLISH)('stays in the midst: %s', (line) => {
    expect(clip(line)).toContain(line);
  });
  it.each(ENGLISH)('stays at the end: %s', (line) => {
    expect(clip(line, 'en', 'end')).toContain(line);
  });
  it.each(OTHERS)('stays, %s: %s', (lang, line) => {
    expect(clip(line, lang)).toContain(line);
  });
});

const CALLS: readonly (readonly [string, string])[] = [
  ['en', 'Sign up for our free morning newsletter.'],
  ['en', 'Sign up to get the news in your inbox every morning.'],
  ['en', 'Sign up here for the Harbour Briefing.'],
  ['en', 'Subscribe to our newsletter'],
  ['en', 'Subscribe now for unlimited access to the best coverage of the coast.'],
  ['en', 'Follow us on Facebook and Twitter for the latest updates.'],
  ['en', 'Read more: <a href="/old">The lamp that never went out</a>'],
  ['en', 'READ MORE: The lamp that never went out'],
  ['en', 'Read more'],
  ['en', 'Advertisement'],
  ['en', 'Share this story'],
  ['en', 'Download our app for free from the App Store or Google Play.'],
  ['en', '<a href="/more">Click here to read more stories from the coast.</a>'],
  ['en', 'Do you have a tip? Email us at news@harbour.example.'],
  ['en', 'Support our journalism: become a member today.'],
  ['en', 'Get the latest news delivered to your inbox.'],
  ['en', 'For more news from the coast, follow us on Instagram.'],
  ['en', 'Related'],
  ['en', 'Recommended'],
  ['de', 'Jetzt den Newsletter abonnieren und nichts verpassen.'],
  ['de', 'Anzeige'],
  ['de', 'Lesen Sie auch: <a href="/old">Der Turm von Moran</a>'],
  ['de', 'Folgen Sie uns auf Facebook und Instagram.'],
  ['fr', 'Lire aussi : <a href="/old">Le phare de Moran</a>'],
  ['fr', 'Abonnez-vous à notre newsletter pour recevoir les nouvelles.'],
  ['es', 'Te puede interesar: <a href="/old">El faro de Moran</a>'],
  ['es', 'Lea también: <a href="/old">El faro de Moran</a>'],
  ['es', 'Síguenos en Facebook y Twitter.'],
  ['es', 'Suscríbete aquí a nuestro boletín.'],
];

/** Between paragraphs in their own language, at the end, and with calls below. */
const EAST_ASIAN: readonly (readonly [string, string, string, string])[] = [
  [
    'ja',
    'モラン岬の灯台が日曜の夜、九十年ぶりに消えた。港長は事故ではないと話し、県は原因の調査を始めた。',
    '広告会社に勤める女性は「寂しいけれど、また灯る日を待ちたい」と語った。',
    '広告',
  ],
  [
    'ja',
    'モラン岬の灯台が日曜の夜、九十年ぶりに消えた。港長は事故ではないと話し、県は原因の調査を始めた。',
    'シェアハウスの住民らも岬に集まり、夜明けまで海を見守った。',
    'この記事は有料会員限定です。残り 523文字',
  ],
  [
    'ko',
    '모란곶 등대가 일요일 저녁 구십 년 만에 처음으로 꺼졌다. 항만청장은 사고가 아니라며 조사를 시작했다고 밝혔다.',
    '공유 선박 37척이 먼바다에 있었으나 종소리를 따라 돌아왔다.',
    '공유하기',
  ],
  [
    'ko',
    '모란곶 등대가 일요일 저녁 구십 년 만에 처음으로 꺼졌다. 항만청장은 사고가 아니라며 조사를 시작했다고 밝혔다.',
    '댓글을 남긴 어민들은 종소리가 없었다면 돌아오지 못했을 것이라고 입을 모았다.',
    '구독과 좋아요는 큰 힘이 됩니다.',
  ],
  [
    'zh-Hant',
    '莫蘭角燈塔昨晚突然熄燈，是九十年來第一次，港務公司凌晨發布聲明，指出燈室門由內反鎖，並非人為疏失。',
    '追蹤器顯示，最後一艘漁船在凌晨零時十分進港，敲鐘人這時才停下來。',
    '點我下載APP，即時新聞不漏接',
  ],
];

describe('in East Asia', () => {
  it.each(EAST_ASIAN)('%s', (lang, paragraph, sentence, call) => {
    const lines = [
      paragraph,
      sentence,
      call,
      paragraph.slice(1),
      call,
      paragraph.slice(2),
      sentence.slice(0, -1),
      sentence,
      call,
    ];
    const { text } = extract(page({ story: lines.map((line) => `<p>${line}</p>`).join(''), lang }));
    expect(text.split('\n\n').filter((line) => line === sentence)).toHaveLength(2);
    expect(text.split('\n\n')).not.toContain(call);
  });
});

describe('a call', () => {
  it.each(CALLS)('is dropped, %s: %s', (lang, line) => {
    expect(clip(line, lang)).not.toContain(line.replace(/<.*?>/g, ''));
  });
});
