import type { ChannelFacts } from '../../model/channel.ts';
import { factsCheckedOn } from '../facts-checked-on.ts';

const { medium, unknown } = factsCheckedOn('2026-11-22');

export const mediumFacts: ChannelFacts = {
  publicAccess: medium({
    level: 'part',
    text: {
      en: 'The feed names the ten latest stories.',
      de: 'Der Feed nennt die zehn neuesten Texte.',
    },
  }),
  openAddresses: medium(['https://medium.com/feed/@user']),
  officialExport: medium({
    en: 'A ZIP with one HTML file a story. Responses to other people look like stories of your own.',
    de: 'Ein ZIP mit einer HTML-Datei je Text. Antworten auf andere sehen darin aus wie eigene Texte.',
  }),
  exportFiles: medium(['posts/*.html', 'profile/profile.html']),
  exportPage: unknown(),
  deletionPage: unknown(),
  deletionEffect: unknown(),
  grace: [unknown()],
  waits: [unknown()],
  handleReuse: unknown(),
  exitModes: unknown(),
  loginToKeep: unknown(),
  limits: [unknown()],
};
