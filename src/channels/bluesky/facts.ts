import type { ChannelFacts } from '../../model/channel.ts';
import { factsCheckedOn } from '../facts-checked-on.ts';

const { high, medium, unknown, days } = factsCheckedOn('2026-11-22');

const handles = 'https://bsky.social/about/blog/4-28-2023-domain-handle-tutorial';
const deactivating = 'https://atprotodart.com/docs/lexicons/com/atproto/server/deactivateAccount';
const app = 'https://github.com/bluesky-social/social-app';
const lexicon = 'https://app.unpkg.com/@atcute/bluesky@3.3.0/files/lib/limits.ts';

export const blueskyFacts: ChannelFacts = {
  publicAccess: medium({
    level: 'whole',
    text: {
      en: 'Everything: posts, media and their number can be fetched by anybody, from the server where the account lives.',
      de: 'Alles: Beiträge, Medien und ihre Zahl kann jeder abrufen, bei dem Server, auf dem das Konto liegt.',
    },
  }),
  openAddresses: medium(
    [
      'com.atproto.sync.getRepo',
      'com.atproto.sync.listBlobs',
      'com.atproto.sync.getBlob',
      'app.bsky.feed.getAuthorFeed',
    ],
    'https://docs.bsky.app/blog/repo-export',
    {
      note: {
        en: 'The handle leads to a DID, the DID to its server; the profile has postsCount.',
        de: 'Der Handle führt zur DID, die DID zum Server; im Profil steht postsCount.',
      },
    },
  ),
  officialExport: medium(
    {
      en: 'A CAR file, the same that anybody can fetch. Pictures and films (blobs) are not inside.',
      de: 'Eine CAR-Datei, dieselbe, die jeder abrufen kann. Bilder und Filme (Blobs) sind nicht enthalten.',
    },
    'https://docs.bsky.app/blog/repo-export',
  ),
  exportFiles: medium(['repo.car']),
  exportPage: unknown(),
  deletionPage: unknown(),
  deletionEffect: medium({
    en:
      'The account is deleted at once, with no time to think again. Deactivated is another thing: out of sight for ' +
      'everybody until somebody logs in and takes it back.',
    de:
      'Das Konto wird sofort gelöscht, ohne Bedenkzeit. Deaktivieren ist etwas anderes: Das Konto ist unsichtbar, bis ' +
      'sich jemand anmeldet und es zurückholt.',
  }),
  grace: [days.medium(0)],
  waits: [unknown()],
  handleReuse: medium(
    {
      en:
        'After moving to a handle under your own domain the last .bsky.social name stays reserved for you, without an end. ' +
        'What becomes of it when the account is deleted is not said.',
      de:
        'Wer zu einem Handle unter eigener Domain wechselt, dem bleibt der letzte .bsky.social-Name ohne Frist vorbehalten. ' +
        'Was nach dem Löschen des Kontos aus ihm wird, ist nicht gesagt.',
    },
    handles,
  ),
  exitModes: medium(['freeze', 'delete'], deactivating),
  loginToKeep: unknown(),
  ways: {
    export: medium(
      {
        en: 'Settings > Account > Export my data > Download CAR file. Pictures and films have to be fetched besides; the copy that Lastpost takes has them.',
        de: 'Einstellungen > Konto > Meine Daten exportieren > CAR-Datei herunterladen. Bilder und Filme muss man gesondert holen; die Kopie von Lastpost enthält sie.',
      },
      'https://docs.bsky.app/blog/repo-export',
    ),
    deactivate: medium(
      {
        en: 'Settings > Account > Deactivate account. Logging in brings it back.',
        de: 'Einstellungen > Konto > Konto deaktivieren. Wer sich anmeldet, holt es zurück.',
      },
      'https://bsky.app/profile/safety.bsky.app',
    ),
    delete: medium(
      {
        en: 'Settings > Account > Delete account. A code comes by mail; it is asked for together with the password.',
        de: 'Einstellungen > Konto > Konto löschen. Per Mail kommt ein Code; er wird zusammen mit dem Passwort verlangt.',
      },
      app,
    ),
    profile: medium({ en: 'Profile > Edit profile.', de: 'Profil > Profil bearbeiten.' }, app),
    pin: medium(
      {
        en: 'The three dots below your own post > Pin to your profile.',
        de: 'Die drei Punkte unter dem eigenen Beitrag > An dein Profil anheften.',
      },
      app,
    ),
    messages: medium(
      {
        en: 'Chat > the cog > Allow new messages from: no one. Nothing answers by itself.',
        de: 'Chat > das Zahnrad > Neue Nachrichten zulassen von: Niemandem. Automatisch antwortet nichts.',
      },
      'https://bsky.app/profile/safety.bsky.app',
    ),
  },
  limits: [
    high({ what: 'post', most: 300, counting: 'graphemes' }, lexicon, {
      note: {
        en: 'Both limits hold. Links count in full.',
        de: 'Beide Grenzen gelten. Links zählen in voller Länge.',
      },
    }),
    high({ what: 'post', most: 3000, counting: 'utf-8-bytes' }, lexicon),
    high({ what: 'bio', most: 256, counting: 'graphemes' }, lexicon),
  ],
};
