import type { ChannelFacts } from '../../model/channel.ts';
import { factsCheckedOn } from '../facts-checked-on.ts';

const { high, medium, unknown, days } = factsCheckedOn('2026-11-22');
const later = factsCheckedOn('2026-11-27');

const inactivity =
  'https://www.thehindu.com/sci-tech/technology/may-lose-twitter-account-not-log-in-once-every-month/article66842025.ece';
const counting = 'https://docs.x.com/fundamentals/counting-characters';
const longPosts =
  'https://mybroadband.co.za/news/internet/479595-twitter-increases-character-limit-for-blue-subscribers.html';

export const xFacts: ChannelFacts = {
  publicAccess: medium({
    level: 'single-posts',
    text: {
      en: 'Single posts can be opened, one by one. The timeline of an account needs a login.',
      de: 'Einzelne Beiträge lassen sich aufrufen. Die Timeline eines Kontos sieht nur, wer angemeldet ist.',
    },
  }),
  openAddresses: unknown({
    en: 'The timeline comes from GraphQL "UserTweets", which answers only to a login.',
    de: 'Die Timeline kommt aus der GraphQL-Abfrage „UserTweets“, und die antwortet nur Angemeldeten.',
  }),
  officialExport: medium({
    en:
      'A ZIP with every post and its media; long posts and community posts are in files of their own. Reposts are cut ' +
      'off after a while ("RT @…"), links are shortened to t.co, and every number is written as text. Until 2022 the ' +
      'main file was called tweet.js, until 2018 it was a CSV.',
    de:
      'Ein ZIP mit allen Beiträgen samt Medien; lange Beiträge und Community-Beiträge liegen in eigenen Dateien. ' +
      'Weitergeleitete Beiträge sind abgeschnitten („RT @…“), Links stehen als t.co-Kürzel darin, Zahlen als Text. Bis ' +
      '2022 hieß die Hauptdatei tweet.js, bis 2018 war es eine CSV.',
  }),
  exportFiles: medium([
    'data/manifest.js',
    'data/tweets.js',
    'data/tweets-part1.js',
    'data/note-tweet.js',
    'data/community-tweet.js',
    'data/tweets_media/',
    'data/tweet.js',
  ]),
  exportPage: medium(
    'https://help.x.com/en/managing-your-account/how-to-download-your-x-archive',
    'https://opensauce.simonxix.com/twitter-archive',
  ),
  deletionPage: high('https://x.com/settings/deactivate'),
  deletionEffect: high({
    en: 'The profile disappears at once. After 30 days without a login it is deleted for good.',
    de: 'Das Profil verschwindet sofort. Wer sich 30 Tage lang nicht anmeldet, dessen Konto wird endgültig gelöscht.',
  }),
  grace: [days.high(30)],
  waits: [unknown()],
  handleReuse: medium({
    en:
      'After the 30 days the name is free for anybody. Since October 2025 X also passes on names of inactive accounts ' +
      'through its handle marketplace.',
    de:
      'Nach den 30 Tagen kann sich jeder den Namen nehmen. Seit Oktober 2025 gibt X über seinen Handle-Marktplatz auch ' +
      'Namen inaktiver Konten weiter.',
  }),
  exitModes: high(['freeze', 'delete']),
  loginToKeep: days.medium(30, inactivity, {
    en: 'At least every 30 days, and it is the login that counts: posting is not needed.',
    de: 'Mindestens alle 30 Tage. Es zählt die Anmeldung, ein Beitrag ist nicht nötig.',
  }),
  ways: {
    export: medium(
      {
        en: 'Settings and privacy > Your account > Download an archive of your data; the mail with the link comes after a day or later.',
        de: 'Einstellungen und Datenschutz > Dein Account > Ein Archiv deiner Daten herunterladen; die Mail mit dem Link kommt nach einem Tag oder später.',
      },
      'https://help.x.com/en/managing-your-account/how-to-download-your-x-archive',
    ),
    deactivate: medium(
      {
        en: 'Settings and privacy > Your account > Deactivate your account. On X this is the beginning of deletion.',
        de: 'Einstellungen und Datenschutz > Dein Account > Deinen Account deaktivieren. Bei X beginnt damit das Löschen.',
      },
      'https://help.x.com/en/managing-your-account/how-to-deactivate-x-account',
    ),
    delete: medium(
      {
        en: 'Settings and privacy > Your account > Deactivate your account > Deactivate, then the password.',
        de: 'Einstellungen und Datenschutz > Dein Account > Deinen Account deaktivieren > Deaktivieren, dann das Passwort.',
      },
      'https://help.x.com/en/managing-your-account/how-to-deactivate-x-account',
    ),
    profile: medium({
      en: 'Profile > Edit profile.',
      de: 'Profil > Profil bearbeiten.',
    }),
    pin: medium({
      en: 'The three dots above your own post > Pin to your profile.',
      de: 'Die drei Punkte über dem eigenen Beitrag > An dein Profil anheften.',
    }),
    messages: medium({
      en: 'Settings and privacy > Privacy and safety > Direct messages. An answer that comes by itself needs a tool of its own.',
      de: 'Einstellungen und Datenschutz > Datenschutz und Sicherheit > Direktnachrichten. Eine automatische Antwort braucht ein eigenes Werkzeug.',
    }),
  },
  limits: [
    high({ what: 'post', most: 280, counting: 'x-weighted', linkLength: 23 }, counting, {
      note: {
        en: 'twitter-text 3 on NFC text: an emoji weighs 2, and so do … • → €; „ “ – weigh 1.',
        de: 'twitter-text 3 auf NFC-Text: Ein Emoji zählt 2, ebenso … • → €; „ “ – zählen 1.',
      },
    }),
    high({ what: 'post', most: 25_000, counting: 'x-weighted', variant: 'premium', linkLength: 23 }),
    high({ what: 'bio', most: 160, counting: 'characters' }),
    high({ what: 'name', most: 50, counting: 'characters' }),
    later.medium({ what: 'fold', most: 280, counting: 'x-weighted', linkLength: 23 }, longPosts, {
      note: {
        en: 'Only posts of Premium accounts are long enough to be folded.',
        de: 'Nur Beiträge von Premium-Konten sind lang genug, um gekürzt gezeigt zu werden.',
      },
    }),
  ],
};
