import type { ChannelFacts } from '../../model/channel.ts';
import { factsCheckedOn } from '../facts-checked-on.ts';

const { medium, unknown, days } = factsCheckedOn('2026-11-22');

export const facebookFacts: ChannelFacts = {
  publicAccess: medium({
    level: 'login',
    text: {
      en: 'Mostly a login wall: of a page there is little to see, and often nothing.',
      de: 'Meist kommt die Anmeldeschranke: Von einer Seite ist wenig zu sehen, oft gar nichts.',
    },
  }),
  openAddresses: unknown(),
  officialExport: medium({
    en:
      'A ZIP, as JSON if you choose it (HTML is preset). It has the posts, but neither their ids nor their addresses. ' +
      'Umlauts and emoji are garbled and must be repaired; the files of a page and of a profile lie in different folders.',
    de:
      'Ein ZIP, auf Wunsch als JSON (voreingestellt ist HTML). Die Beiträge sind darin, nicht aber ihre Nummern und ' +
      'Adressen. Umlaute und Emojis sind verstümmelt und müssen repariert werden; Seite und Profil liegen in ' +
      'unterschiedlichen Ordnern.',
  }),
  exportFiles: medium([
    "this_profile's_activity_across_facebook/posts/profile_posts_1.json",
    'your_facebook_activity/posts/your_posts__check_ins__photos_and_videos_1.json',
    'posts/your_posts_1.json',
  ]),
  exportPage: unknown(),
  deletionPage: unknown(),
  deletionEffect: medium({
    en:
      'The page is deleted after a grace time. Deactivating it instead can be taken back at any time. A business ' +
      'portfolio may own the page: then only its administrators can delete it.',
    de:
      'Die Seite wird nach einer Frist gelöscht. Wer sie nur deaktiviert, kann das jederzeit zurücknehmen. Gehört die ' +
      'Seite einem Business-Portfolio, können nur dessen Administratoren sie löschen.',
  }),
  grace: [
    days.low(14, 'https://flefllynews.com/how-do-you-delete-a-facebook-business-page/', {
      en: 'Older sources say 14 days.',
      de: 'Ältere Quellen nennen 14 Tage.',
    }),
    days.medium(30, undefined, {
      en: 'The current dialogue says 30 days.',
      de: 'Der heutige Dialog nennt 30 Tage.',
    }),
  ],
  waits: [
    medium({
      what: {
        en: 'the link to the export works',
        de: 'so lange gilt der Link zum Export',
      },
      days: 4,
    }),
  ],
  handleReuse: unknown(),
  exitModes: medium(['freeze', 'delete']),
  loginToKeep: unknown(),
  limits: [
    medium({ what: 'post', most: 63_206, counting: 'utf-16' }),
    medium({ what: 'bio', most: 101, counting: 'utf-16' }),
  ],
};
