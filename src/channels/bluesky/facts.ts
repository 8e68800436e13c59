import type { ChannelFacts } from '../../model/channel.ts';
import { factsCheckedOn } from '../facts-checked-on.ts';

const { high, medium, unknown, days } = factsCheckedOn('2026-11-22');

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
    en: 'The account is deleted at once, with no time to think again.',
    de: 'Das Konto wird sofort gelöscht, ohne Bedenkzeit.',
  }),
  grace: [days.medium(0)],
  waits: [unknown()],
  handleReuse: medium({
    en: 'After moving to a handle under your own domain the old .bsky.social name stays reserved for you.',
    de: 'Wer zu einem Handle unter eigener Domain wechselt, dem bleibt der alte .bsky.social-Name vorbehalten.',
  }),
  exitModes: medium(['delete']),
  loginToKeep: unknown(),
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
