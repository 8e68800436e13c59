import type { ChannelFacts } from '../../model/channel.ts';
import { factsCheckedOn } from '../facts-checked-on.ts';

const { medium, unknown } = factsCheckedOn('2026-11-22');

export const xingFacts: ChannelFacts = {
  publicAccess: medium(
    {
      level: 'part',
      text: {
        en: 'Partly public; how much of a profile guests see, its owner decides.',
        de: 'Teilweise öffentlich; wie viel Gäste von einem Profil sehen, bestimmt sein Inhaber.',
      },
    },
    'https://privacy.xing.com/de/ihre-privatsphaere',
  ),
  openAddresses: unknown(),
  officialExport: medium({
    en: 'There is one, in the settings: "Datenarchiv anfordern". What is in it is not known.',
    de: 'Gibt es in den Einstellungen: „Datenarchiv anfordern“. Was darin steckt, ist nicht bekannt.',
  }),
  exportFiles: unknown(),
  exportPage: unknown(),
  deletionPage: unknown(),
  deletionEffect: medium({
    en: 'Posts are not deleted with the profile: delete them before. A premium membership must be cancelled in time.',
    de: 'Beiträge werden nicht mit dem Profil gelöscht: vorher entfernen. Eine Premium-Mitgliedschaft rechtzeitig kündigen.',
  }),
  grace: [unknown()],
  waits: [
    medium(
      {
        what: {
          en: 'notice for a premium membership, before its term ends',
          de: 'Kündigungsfrist einer Premium-Mitgliedschaft zum Laufzeitende',
        },
        days: 21,
      },
      'https://ikonista.de/xing-profil-loeschen-so-gehts',
    ),
  ],
  handleReuse: unknown(),
  exitModes: medium(['delete']),
  loginToKeep: unknown(),
  limits: [
    unknown({
      en: 'No figure could be relied on. Set your own in lastpost.yaml (post_limit).',
      de: 'Keine Angabe war verlässlich. Eigene Grenze in lastpost.yaml setzen (post_limit).',
    }),
  ],
};
