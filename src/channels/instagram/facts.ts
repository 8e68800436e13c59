import type { ChannelFacts } from '../../model/channel.ts';
import { factsCheckedOn } from '../facts-checked-on.ts';

const { high, medium, low, unknown, days } = factsCheckedOn('2026-11-22');

const guide = 'https://blogdaflavi.com/como-excluir-uma-conta-do-instagram';

export const instagramFacts: ChannelFacts = {
  publicAccess: medium({
    level: 'part',
    text: {
      en: 'About a dozen posts, then Instagram asks for a login.',
      de: 'Etwa ein Dutzend Beiträge, dann verlangt Instagram die Anmeldung.',
    },
  }),
  openAddresses: unknown(),
  officialExport: medium({
    en:
      'A ZIP, as JSON if you choose it: posts, reels and stories with their pictures and films. Umlauts and emoji are ' +
      'garbled and must be repaired. Threads lies in the same ZIP.',
    de:
      'Ein ZIP, auf Wunsch als JSON: Beiträge, Reels und Storys mit Bildern und Filmen. Umlaute und Emojis sind ' +
      'verstümmelt und müssen repariert werden. Threads liegt im selben ZIP.',
  }),
  exportFiles: medium([
    'your_instagram_activity/content/posts_1.json',
    'your_instagram_activity/media/posts_1.json',
    'reels.json',
    'stories.json',
    'media/posts/YYYYMM/',
  ]),
  exportPage: low(
    'https://www.instagram.com/download/request',
    'https://tecnoblogai.pages.dev/posts/como-fazer-backup-do-instagram-e-baixar-suas-fotos-no-pc-tecnoblog',
  ),
  deletionPage: low('https://www.instagram.com/accounts/remove/request/permanent/', guide),
  deletionEffect: medium({
    en: 'The account can be restored for 30 days; until everything is deleted it may take 90.',
    de: 'Das Konto lässt sich 30 Tage lang zurückholen; bis alles gelöscht ist, können 90 Tage vergehen.',
  }),
  grace: [
    days.medium(30, guide),
    days.high(90, undefined, {
      en: 'Up to 90 days until Meta has finished deleting.',
      de: 'Bis zu 90 Tage, bis Meta mit dem Löschen fertig ist.',
    }),
  ],
  waits: [unknown()],
  handleReuse: unknown(),
  exitModes: medium(['delete']),
  loginToKeep: unknown(),
  limits: [
    medium({ what: 'post', most: 2200, counting: 'utf-16' }),
    high({ what: 'hashtags', most: 5, counting: 'pieces' }, undefined, {
      note: { en: 'Since December 2025.', de: 'Seit Dezember 2025.' },
    }),
    medium({ what: 'bio', most: 150, counting: 'utf-16' }),
    medium({ what: 'alt', most: 1000, counting: 'utf-16' }),
  ],
};
