import type { ChannelFacts } from '../../model/channel.ts';
import { factsCheckedOn } from '../facts-checked-on.ts';

const { high, medium, low, unknown, days } = factsCheckedOn('2026-11-22');

const guide = 'https://viatea.es/ayuda/como-eliminar-canal-youtube/';
const hiding = 'https://www.kapanlagi.com/amp/feeds/cara-hapus-akun-youtube-dengan-mudah-dan-aman-9ba156842b.html';
const named = 'public code that names this page';
const help = 'https://support.google.com/youtube';

export const youtubeFacts: ChannelFacts = {
  publicAccess: medium({
    level: 'part',
    text: {
      en: 'The feed of a channel names the last 15 films and no more: say "15 of N" when you count by it.',
      de: 'Der Feed eines Kanals nennt die letzten 15 Filme und keinen mehr: Wer danach zählt, sagt „15 von N“.',
    },
  }),
  openAddresses: medium(['https://www.youtube.com/feeds/videos.xml?channel_id=']),
  officialExport: medium({
    en: 'Google Takeout. The names of files, folders and columns follow the language of the account.',
    de: 'Google Takeout. Datei-, Ordner- und Spaltennamen richten sich nach der Sprache des Kontos.',
  }),
  exportFiles: unknown({
    en: 'They have another name in each language.',
    de: 'Sie heißen in jeder Sprache anders.',
  }),
  exportPage: medium('https://takeout.google.com/', named),
  deletionPage: medium('https://support.google.com/youtube/answer/55759', named),
  deletionEffect: medium(
    {
      en:
        'Everything is deleted: films, comments, playlists. Deleting the channel of the owner can cost the brand accounts ' +
        'that hang on it.',
      de:
        'Alles wird gelöscht: Filme, Kommentare, Playlists. Wer den Kanal des Inhabers löscht, kann die daran hängenden ' +
        'Brand-Konten verlieren.',
    },
    'https://sites.google.com/view/teampe/youtube/YouTube-Specification/Delete-YouTube-Channel',
  ),
  grace: [unknown()],
  waits: [
    medium({
      what: {
        en: 'until a change of owner takes effect',
        de: 'bis zum Inhaberwechsel',
      },
      days: 7,
    }),
    high(
      {
        what: {
          en: 'until the last payment of AdSense arrives',
          de: 'bis zur letzten Zahlung von AdSense',
        },
        days: 90,
      },
      'https://support.google.com/adsense/answer/12392281',
    ),
  ],
  handleReuse: unknown(),
  exitModes: medium(['freeze', 'delete'], hiding),
  loginToKeep: days.low(
    730,
    'https://verifythis.com/amp/article/news/verify/technology-verify/google-not-deleting-inactive-youtube-video-accounts/536-96d2f709-c5eb-47a3-8fc8-a92e6778c615',
    {
      en: 'This holds for Google accounts; those with films were to be spared in 2023.',
      de: 'Das gilt für Google-Konten; solche mit Filmen sollten 2023 verschont bleiben.',
    },
  ),
  ways: {
    export: medium(
      {
        en: 'Google Takeout > Deselect all > YouTube and YouTube Music > Next step. Switch to the brand account first.',
        de: 'Google Takeout > Auswahl aufheben > YouTube und YouTube Music > Nächster Schritt. Vorher zum Brand-Konto wechseln.',
      },
      named,
    ),
    deactivate: medium(
      {
        en: 'YouTube Studio > Settings > Channel > Advanced settings > Remove YouTube content > I want to hide my channel.',
        de: 'YouTube Studio > Einstellungen > Kanal > Erweiterte Einstellungen > YouTube-Inhalte entfernen > Ich möchte meinen Kanal ausblenden.',
      },
      hiding,
    ),
    delete: medium(
      {
        en: 'YouTube Studio > Settings > Channel > Advanced settings > Remove YouTube content > I want to permanently delete my content.',
        de: 'YouTube Studio > Einstellungen > Kanal > Erweiterte Einstellungen > YouTube-Inhalte entfernen > Ich möchte meine Inhalte dauerhaft löschen.',
      },
      guide,
    ),
    profile: low(
      {
        en: 'YouTube Studio > Customisation > Profile.',
        de: 'YouTube Studio > Anpassung > Profil.',
      },
      help,
    ),
    pin: low(
      {
        en: 'YouTube Studio > Customisation > Home tab > featured video. A comment below a film can be pinned too.',
        de: 'YouTube Studio > Anpassung > Startseite > Video im Fokus. Auch ein Kommentar unter einem Film lässt sich anpinnen.',
      },
      help,
    ),
    messages: low(
      {
        en: 'There are no messages. Comments: YouTube Studio > Settings > Community.',
        de: 'Nachrichten gibt es nicht. Kommentare: YouTube Studio > Einstellungen > Community.',
      },
      help,
    ),
  },
  limits: [
    high({ what: 'title', most: 100, counting: 'characters' }),
    high(
      { what: 'description', most: 5000, counting: 'utf-8-bytes' },
      'https://pub.dev/documentation/youtube_api_client/latest/model_video_video_snippet/VideoSnippet-class.html',
    ),
    high({ what: 'about', most: 1000, counting: 'characters' }),
  ],
};
