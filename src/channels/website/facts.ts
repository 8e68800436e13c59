import type { ChannelFacts } from '../../model/channel.ts';
import { factsCheckedOn } from '../facts-checked-on.ts';

const { medium, unknown } = factsCheckedOn('2026-11-22');

const own = {
  en: 'Every website differs; whoever runs it knows.',
  de: 'Das ist von Website zu Website verschieden; es weiß, wer sie betreibt.',
};

const moving = 'https://developers.google.com/search/docs/crawling-indexing/site-move-with-url-changes';
const gone = 'https://www.rfc-editor.org/rfc/rfc9110#name-410-gone';
const backup = 'https://developer.wordpress.org/advanced-administration/security/backup/';
const renewing = 'https://www.icann.org/resources/pages/domain-name-renewal-expiration-faqs-2018-12-07-en';

/** The generic platform: hardly anything is known beforehand, and whatever is public can be captured. */
export const websiteFacts: ChannelFacts = {
  publicAccess: unknown({
    en: 'Every website differs: what a visitor without a login sees is what can be kept.',
    de: 'Das ist von Website zu Website verschieden: Aufheben lässt sich, was man ohne Anmeldung sieht.',
  }),
  openAddresses: unknown(own),
  officialExport: unknown(own),
  exportFiles: unknown(own),
  exportPage: unknown(own),
  deletionPage: unknown(own),
  deletionEffect: unknown(own),
  grace: [unknown(own)],
  waits: [unknown(own)],
  handleReuse: medium(
    {
      en: 'A domain that nobody renews can be registered by anybody, with all links and mail that still go there.',
      de: 'Eine Domain, die niemand verlängert, kann sich jeder registrieren, mit allen Links und Mails, die noch dorthin gehen.',
    },
    renewing,
  ),
  exitModes: medium(['freeze', 'redirect', 'delete'], moving),
  loginToKeep: unknown(own),
  ways: {
    export: medium(
      {
        en: 'Database and files both, as a copy made on the server, and the export of the system where it has one.',
        de: 'Datenbank und Dateien, als Sicherung vom Server, und der Export des Systems, wenn es einen hat.',
      },
      backup,
    ),
    delete: medium(
      {
        en: 'On the server: answer 410 for what is gone, then switch the system off and delete its database.',
        de: 'Auf dem Server: für Verschwundenes mit 410 antworten, dann das System abschalten und seine Datenbank löschen.',
      },
      gone,
    ),
    redirect: medium(
      {
        en: 'On the server: 301 from each old address to its new one, kept for a year at least.',
        de: 'Auf dem Server: 301 von jeder alten Adresse auf die neue, mindestens ein Jahr lang.',
      },
      moving,
    ),
  },
  limits: [unknown(own)],
};
