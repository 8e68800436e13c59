import type { ChannelFacts } from '../../model/channel.ts';
import { factsCheckedOn } from '../facts-checked-on.ts';

const { high, medium, unknown } = factsCheckedOn('2026-11-22');

export const googlePlusFacts: ChannelFacts = {
  publicAccess: high(
    {
      level: 'gone',
      text: {
        en: 'Nothing: Google closed it on 2 April 2019. Only the Wayback Machine has some pages.',
        de: 'Nichts: Google hat den Dienst am 2. April 2019 abgeschaltet. Einzelne Seiten hat noch die Wayback Machine.',
      },
    },
    'https://www.silicon.co.uk/e-marketing/socialmedia/google-plus-shutdown-within-days-241047',
  ),
  openAddresses: unknown(),
  officialExport: medium({
    en: 'A Takeout that somebody asked for in time: HTML in one of two dialects, or JSON. It cannot be asked for any more.',
    de: 'Ein Takeout, das jemand rechtzeitig angefordert hat: HTML in einer von zwei Spielarten oder JSON. Neu gibt es keines.',
  }),
  exportFiles: medium(['Takeout/Google+ Stream/Posts/*.html', 'Takeout/Google+ Stream/Posts/*.json']),
  exportPage: unknown(),
  deletionPage: unknown(),
  deletionEffect: high({
    en:
      'Nothing is left to close. Keep the Takeout, and clear your own pages of +1 buttons, rel=publisher and ' +
      'plus.google.com links.',
    de:
      'Zu schließen ist nichts mehr. Das Takeout aufheben und die eigenen Seiten von +1-Schaltflächen, rel=publisher und ' +
      'Links auf plus.google.com befreien.',
  }),
  grace: [unknown()],
  waits: [unknown()],
  handleReuse: unknown(),
  exitModes: high([]),
  loginToKeep: unknown(),
  limits: [unknown()],
};
