import type { ChannelFacts } from '../../model/channel.ts';
import { factsCheckedOn } from '../facts-checked-on.ts';

const { high, medium, unknown } = factsCheckedOn('2026-11-22');

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
  exportPage: unknown(),
  deletionPage: unknown(),
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
        de: 'bis ein Inhaberwechsel wirksam wird',
      },
      days: 7,
    }),
  ],
  handleReuse: unknown(),
  exitModes: medium(['delete']),
  loginToKeep: unknown(),
  limits: [
    high({ what: 'title', most: 100, counting: 'characters' }),
    high(
      { what: 'description', most: 5000, counting: 'utf-8-bytes' },
      'https://pub.dev/documentation/youtube_api_client/latest/model_video_video_snippet/VideoSnippet-class.html',
    ),
    high({ what: 'about', most: 1000, counting: 'characters' }),
  ],
};
