import type { ChannelFacts } from '../../model/channel.ts';
import { factsCheckedOn } from '../facts-checked-on.ts';

const { low, medium, unknown } = factsCheckedOn('2026-11-22');

const help = 'https://faq.xing.com/';
const cancelling = 'https://tipps.computerbild.de/internet/social-media/xing-mitgliedschaft-kuendigen-466407.html';
const hiding = 'https://www.wissen123.de/xing-profil-loeschen-schritt-fuer-schritt/';

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
  deletionPage: low('https://www.xing.com/app/user?op=cancel', cancelling),
  deletionEffect: medium(
    {
      en:
        'The profile goes and cannot be got back. Posts are not deleted with it: delete them before. A premium membership ' +
        'must be cancelled in time.',
      de:
        'Das Profil verschwindet und lässt sich nicht zurückholen. Beiträge werden nicht mit ihm gelöscht: vorher ' +
        'entfernen. Eine Premium-Mitgliedschaft rechtzeitig kündigen.',
    },
    cancelling,
  ),
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
  ways: {
    export: medium(
      {
        en: 'The cog at the top right > Settings > Privacy > Data protection > “Datenarchiv anfordern”, then the password.',
        de: 'Das Zahnrad oben rechts > Einstellungen > Privatsphäre > Datenschutz > „Datenarchiv anfordern“, dann das Passwort.',
      },
      'https://www.otto.de/updated/ratgeber/xing-so-loeschst-du-dein-konto-58184/',
    ),
    deactivate: low(
      {
        en: 'Settings > Privacy > take all ticks out. This hides a profile; it cancels nothing.',
        de: 'Einstellungen > Privatsphäre > alle Haken entfernen. Das verbirgt ein Profil, gekündigt ist damit nichts.',
      },
      hiding,
    ),
    delete: low(
      {
        en: 'A profile: open the page for leaving while logged in, confirm “Profil löschen”, then the password. A company page: ask the support to take it down.',
        de: 'Ein Profil: angemeldet die Seite für den Austritt öffnen, „Profil löschen“ bestätigen, dann das Passwort. Eine Unternehmensseite: den Support bitten, sie zu entfernen.',
      },
      cancelling,
    ),
    profile: low(
      {
        en: 'The company page > edit as administrator > the text “Über uns”.',
        de: 'Die Unternehmensseite > als Administrator bearbeiten > der Text „Über uns“.',
      },
      help,
    ),
    pin: unknown(),
    messages: low(
      {
        en: 'Company page: nobody can write to it. Profile: Settings > Privacy > who may send messages.',
        de: 'Unternehmensseite: Schreiben kann man ihr nicht. Profil: Einstellungen > Privatsphäre > wer Nachrichten senden darf.',
      },
      help,
    ),
  },
  limits: [
    unknown({
      en: 'No figure could be relied on. Set your own in lastpost.yaml (post_limit).',
      de: 'Keine Angabe war verlässlich. Eigene Grenze in lastpost.yaml setzen (post_limit).',
    }),
  ],
};
