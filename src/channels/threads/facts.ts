import type { ChannelFacts } from '../../model/channel.ts';
import { factsCheckedOn } from '../facts-checked-on.ts';

const { high, medium, low, unknown, days } = factsCheckedOn('2026-11-22');

const publishing = 'https://developers.facebook.com/documentation/threads/posts';
const guide =
  'https://thegadgettechworld.com/no/pages/49064--nov-2023-update-how-to-delete-your-threads-profile-without';
const help = 'https://help.instagram.com';

export const threadsFacts: ChannelFacts = {
  publicAccess: medium({
    level: 'part',
    text: {
      en: 'A shortened profile page with some of the posts.',
      de: 'Eine gekürzte Profilseite mit einem Teil der Beiträge.',
    },
  }),
  openAddresses: unknown(),
  officialExport: medium({
    en:
      'Part of the Instagram ZIP. The posts have no id, no address and no hint at what they answer; the names of fields ' +
      'follow the language of the account.',
    de:
      'Steckt im ZIP von Instagram. Den Beiträgen fehlen Nummer, Adresse und der Hinweis, worauf sie antworten; die ' +
      'Feldnamen richten sich nach der Sprache des Kontos.',
  }),
  exportFiles: medium(['threads/threads_and_replies.json']),
  exportPage: medium(
    'https://accountscenter.instagram.com/info_and_permissions/dyi/',
    'public code that names this page',
  ),
  deletionPage: unknown(),
  deletionEffect: low(
    {
      en:
        'The profile is hidden at once and deleted after 30 days; the Instagram account stays. An analysis of the privacy ' +
        'policy contradicts: it says that only deleting Instagram deletes Threads.',
      de:
        'Das Profil wird sofort unsichtbar und nach 30 Tagen gelöscht; das Instagram-Konto bleibt. Eine Auswertung der ' +
        'Datenschutzrichtlinie widerspricht: Danach löscht erst das Löschen von Instagram auch Threads.',
    },
    guide,
  ),
  grace: [days.low(30, guide)],
  waits: [unknown()],
  handleReuse: low(
    {
      en: 'As a rule the name is that of the Instagram account, and stays taken as long as that exists.',
      de: 'In der Regel ist es der Name des Instagram-Kontos; er bleibt belegt, solange es dieses gibt.',
    },
    'https://br.atsit.in/tl/?p=397028',
  ),
  exitModes: low(['freeze', 'delete'], guide),
  loginToKeep: unknown(),
  ways: {
    export: medium(
      {
        en: 'Instagram > Settings > Accounts Centre > Your information and permissions > Export your information. Choose JSON and Threads.',
        de: 'Instagram > Einstellungen > Kontenübersicht > Deine Informationen und Berechtigungen > Deine Informationen exportieren. JSON und Threads wählen.',
      },
      'public code that names this page',
    ),
    deactivate: medium(
      {
        en: 'Threads app > Profile > menu > Account > Deactivate or delete profile > Deactivate profile.',
        de: 'Threads-App > Profil > Menü > Konto > Profil deaktivieren oder löschen > Profil deaktivieren.',
      },
      'https://nordvpn.com/blog/how-to-delete-threads-account',
    ),
    delete: low(
      {
        en: 'Threads app > Profile > menu > Account > Deactivate or delete profile > Delete profile.',
        de: 'Threads-App > Profil > Menü > Konto > Profil deaktivieren oder löschen > Profil löschen.',
      },
      guide,
    ),
    profile: medium(
      {
        en: 'Profile > Edit profile.',
        de: 'Profil > Profil bearbeiten.',
      },
      help,
    ),
    pin: medium(
      {
        en: 'The three dots above your own post > Pin to profile.',
        de: 'Die drei Punkte über dem eigenen Beitrag > Im Profil anheften.',
      },
      help,
    ),
  },
  limits: [
    high({ what: 'post', most: 500, counting: 'emoji-as-utf-8-bytes' }, publishing),
    high(
      { what: 'links', most: 5, counting: 'pieces' },
      'https://developers.facebook.com/documentation/threads/create-posts/text-attachments',
    ),
    high({ what: 'topic-tags', most: 1, counting: 'pieces' }),
    high({ what: 'bio', most: 150, counting: 'characters' }),
  ],
};
