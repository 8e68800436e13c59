import type { ChannelFacts } from '../../model/channel.ts';
import { factsCheckedOn } from '../facts-checked-on.ts';

const { low, medium, unknown } = factsCheckedOn('2026-11-22');

const help = 'https://help.tumblr.com/';

const deletion = 'https://spa.digiist.com/android/what-happens-if-you-delete-your-tumblr-106394.html';

export const tumblrFacts: ChannelFacts = {
  publicAccess: medium({
    level: 'whole',
    text: {
      en: 'Everything that is public: the blog, its feed and an open interface.',
      de: 'Alles Öffentliche: der Blog, sein Feed und eine offene Schnittstelle.',
    },
  }),
  openAddresses: medium(['/api/read/json', '/rss']),
  officialExport: medium({
    en: 'An XML file with the posts and a folder with the media; older exports have one HTML file a post.',
    de: 'Eine XML-Datei mit den Beiträgen und ein Ordner mit den Medien; ältere Exporte haben eine HTML-Datei je Beitrag.',
  }),
  exportFiles: medium(['posts/posts.xml', 'media/', 'posts/html/']),
  exportPage: unknown(),
  deletionPage: low('https://www.tumblr.com/account/delete', help),
  deletionEffect: medium(
    {
      en:
        'The blog disappears, and that cannot be taken back. What others have reblogged stays with them. With the main ' +
        'blog the whole account goes, all further blogs included.',
      de:
        'Der Blog verschwindet, und das lässt sich nicht rückgängig machen. Was andere gerebloggt haben, bleibt bei ihnen ' +
        'stehen. Mit dem Hauptblog geht das ganze Konto, samt allen weiteren Blogs.',
    },
    deletion,
  ),
  grace: [unknown()],
  waits: [unknown()],
  handleReuse: medium(
    {
      en: 'The address is free, and anybody can take it.',
      de: 'Die Adresse wird frei, und jeder kann sie sich nehmen.',
    },
    deletion,
  ),
  exitModes: medium(['redirect', 'delete'], deletion, {
    note: {
      en: 'Led on is a domain of your own that the blog answers under; the address at tumblr.com stays with the blog.',
      de: 'Weitergeleitet wird eine eigene Domain, unter der der Blog erreichbar ist; die Adresse bei tumblr.com bleibt am Blog.',
    },
  }),
  loginToKeep: unknown(),
  ways: {
    export: medium(
      {
        en: 'In the browser: Settings > the blog on the right > Export at the bottom. When it is done, Download backup stands there.',
        de: 'Im Browser: Einstellungen > rechts der Blog > unten Exportieren. Ist es so weit, steht dort Sicherung herunterladen.',
      },
      'https://intfiction.org/t/back-up-your-tumblr-if-you-have-one/65606',
    ),
    delete: low(
      {
        en: 'One blog: Settings > the blog on the right > Delete at the bottom. All of it: Settings > Account > Delete account at the bottom.',
        de: 'Ein Blog: Einstellungen > rechts der Blog > unten Löschen. Alles: Einstellungen > Konto > unten Konto löschen.',
      },
      help,
    ),
    redirect: low(
      {
        en: 'At your domain provider: lead the domain to your own server. Then Settings > the blog on the right > take the custom domain out.',
        de: 'Beim Domain-Anbieter: die Domain auf den eigenen Server führen. Dann Einstellungen > rechts der Blog > die eigene Domain herausnehmen.',
      },
      help,
    ),
    profile: low(
      {
        en: 'The blog > Edit appearance > title and description.',
        de: 'Der Blog > Aussehen bearbeiten > Titel und Beschreibung.',
      },
      help,
    ),
    pin: low(
      { en: 'The three dots at your own post > Pin.', de: 'Die drei Punkte am eigenen Beitrag > Anpinnen.' },
      help,
    ),
    messages: low(
      {
        en: 'Settings > the blog on the right > turn off Ask and messaging.',
        de: 'Einstellungen > rechts der Blog > Fragen und Nachrichten ausschalten.',
      },
      help,
    ),
  },
  limits: [unknown()],
};
