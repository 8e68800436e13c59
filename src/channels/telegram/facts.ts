import type { ChannelFacts } from '../../model/channel.ts';
import { factsCheckedOn } from '../facts-checked-on.ts';

const { high, low, medium, unknown, days } = factsCheckedOn('2026-11-22');

const channels = 'https://telegram.org/faq_channels';
const faq = 'https://telegram.org/faq';
const deleting = 'https://core.telegram.org/method/channels.deleteChannel';
const desktop = 'https://telegram.org/blog/export-and-more';

export const telegramFacts: ChannelFacts = {
  publicAccess: medium({
    level: 'whole',
    text: {
      en: 'Every message of a public channel, page by page in its web view.',
      de: 'Alle Nachrichten eines öffentlichen Kanals, Seite für Seite in der Webansicht.',
    },
  }),
  openAddresses: medium(['https://t.me/s/NAME?before=']),
  officialExport: medium({
    en: 'result.json, in which a text may be one piece or many.',
    de: 'Eine result.json; Texte stehen darin mal am Stück, mal in Teilen.',
  }),
  exportFiles: medium(['result.json']),
  exportPage: medium(desktop, desktop),
  deletionPage: high(channels, channels),
  deletionEffect: medium(
    {
      en:
        'Only the owner can delete the channel. It goes at once and for every subscriber, and cannot be got back. A ' +
        'channel with more than 1,000 subscribers is refused as too large.',
      de:
        'Löschen kann den Kanal nur, wem er gehört. Er verschwindet sofort und für alle Abonnenten und lässt sich nicht ' +
        'zurückholen. Hat er mehr als 1.000 Abonnenten, wird das Löschen als zu groß abgelehnt.',
    },
    deleting,
  ),
  grace: [unknown()],
  waits: [unknown()],
  handleReuse: low(
    {
      en: 'The name under t.me is free afterwards, and anybody can take it.',
      de: 'Der Name unter t.me wird danach frei, und jeder kann ihn sich nehmen.',
    },
    channels,
  ),
  exitModes: medium(['redirect', 'delete'], channels, {
    note: {
      en: 'Nothing leads on by itself: the channel stays standing, and its pinned message says where to go.',
      de: 'Von selbst leitet nichts weiter: Der Kanal bleibt stehen, und die angeheftete Nachricht sagt, wohin.',
    },
  }),
  loginToKeep: days.low(180, faq, {
    en: 'This is about the owner’s account. Its settings say the time, and newer sources speak of 18 months.',
    de: 'Es geht um das Konto, dem der Kanal gehört. Die Frist steht in dessen Einstellungen; neuere Quellen nennen 18 Monate.',
  }),
  ways: {
    export: medium(
      {
        en: 'On the computer, with Telegram Desktop: open the channel > the three dots > Export chat history > format JSON, with photos and films.',
        de: 'Am Computer, mit Telegram Desktop: den Kanal öffnen > die drei Punkte > Chatverlauf exportieren > Format JSON, mit Fotos und Filmen.',
      },
      desktop,
    ),
    delete: medium(
      {
        en: 'As the owner: the channel > its name at the top > Edit > Delete channel.',
        de: 'Als Inhaber: der Kanal > oben sein Name > Bearbeiten > Kanal löschen.',
      },
      channels,
    ),
    redirect: medium(
      {
        en: 'Post where you are now, pin it, and write the same into the description.',
        de: 'Schreiben Sie, wo man Sie nun findet, heften Sie es an, und setzen Sie dasselbe in die Beschreibung.',
      },
      channels,
    ),
    profile: medium(
      {
        en: 'The channel > its name at the top > Edit > Description.',
        de: 'Der Kanal > oben sein Name > Bearbeiten > Beschreibung.',
      },
      channels,
    ),
    pin: medium(
      {
        en: 'Hold or right-click the message > Pin.',
        de: 'Die Nachricht lange drücken oder rechts anklicken > Anheften.',
      },
      channels,
    ),
    messages: medium(
      {
        en: 'Subscribers write in the discussion group: the channel > Edit > Discussion. There an administrator pins where to write.',
        de: 'Abonnenten schreiben in der Diskussionsgruppe: der Kanal > Bearbeiten > Diskussion. Dort heftet ein Administrator an, wohin man schreibt.',
      },
      channels,
    ),
  },
  limits: [
    medium({ what: 'post', most: 4096, counting: 'utf-16' }),
    medium({ what: 'caption', most: 1024, counting: 'utf-16' }),
    medium({ what: 'bio', most: 255, counting: 'utf-16' }),
  ],
};
