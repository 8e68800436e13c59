import type { ChannelFacts } from '../../model/channel.ts';
import { factsCheckedOn } from '../facts-checked-on.ts';

const { medium, low, unknown } = factsCheckedOn('2026-11-22');

const exporting = 'https://help.medium.com/hc/en-us/articles/115004745787-Export-your-account-data';
const settings = 'https://help.medium.com/hc/en-us/articles/115004848108-Edit-publication-settings';
const account = 'https://infological.io/delete-the-medium-account/';
const subscribing = 'https://help.medium.com/hc/en-us/articles/360059837393-Email-subscriptions';

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
  exportPage: medium(exporting, exporting),
  deletionPage: medium(settings, settings),
  deletionEffect: medium(
    {
      en: 'A publication that is deleted leaves its stories with their authors. An account that is deleted takes its stories along.',
      de: 'Wird eine Publikation gelöscht, bleiben die Texte bei ihren Autoren. Wird ein Konto gelöscht, verschwinden auch seine Texte.',
    },
    settings,
    {
      note: {
        en: 'The help page says so of the publication; of the account others do.',
        de: 'Von der Publikation sagt es die Hilfeseite, vom Konto sagen es andere.',
      },
    },
  ),
  grace: [unknown()],
  waits: [unknown()],
  handleReuse: unknown(),
  exitModes: medium(['freeze', 'delete'], account),
  loginToKeep: unknown(),
  ways: {
    export: medium(
      {
        en: 'Profile picture > Settings > Security and apps > Download your information; the mail brings the link. Subscribers: Settings > Audience development.',
        de: 'Profilbild > Settings > Security and apps > Download your information; der Link kommt per Mail. Abonnenten: Settings > Audience development.',
      },
      exporting,
      {
        note: {
          en: `About the list of subscribers: ${subscribing}. People who came after April 2025 are said to be missing in it.`,
          de: `Zur Liste der Abonnenten: ${subscribing}. Wer nach April 2025 dazukam, soll darin fehlen.`,
        },
      },
    ),
    deactivate: medium(
      {
        en: 'Profile picture > Settings > Deactivate account. Profile and stories disappear, and a login brings them back.',
        de: 'Profilbild > Settings > Deactivate account. Profil und Texte verschwinden, eine Anmeldung bringt sie zurück.',
      },
      account,
    ),
    delete: medium(
      {
        en: 'Publication, by its owner: Manage publication > Info & Homepage > Delete publication. Account: Profile picture > Settings > Delete account.',
        de: 'Publikation, nur durch den Inhaber: Manage publication > Info & Homepage > Delete publication. Konto: Profilbild > Settings > Delete account.',
      },
      settings,
    ),
    profile: medium(
      {
        en: 'Publication: Manage publication > Info & Homepage > Info. Account: Profile picture > Settings > Profile information.',
        de: 'Publikation: Manage publication > Info & Homepage > Info. Konto: Profilbild > Settings > Profile information.',
      },
      'https://help.medium.com/hc/en-us/articles/34508714374679',
    ),
    pin: low(
      {
        en: 'The three dots at your own story > Pin to profile.',
        de: 'Die drei Punkte am eigenen Text > Pin to profile.',
      },
      'https://help.medium.com/',
    ),
    messages: low(
      {
        en: 'There is no inbox. Responses are closed story by story: the three dots > Hide responses.',
        de: 'Ein Postfach gibt es nicht. Antworten schließt man Text für Text: die drei Punkte > Hide responses.',
      },
      'https://help.medium.com/',
    ),
  },
  limits: [unknown()],
};
