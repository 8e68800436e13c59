import type { ChannelFacts } from '../../model/channel.ts';
import { factsCheckedOn } from '../facts-checked-on.ts';

const { medium, unknown } = factsCheckedOn('2026-11-22');

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
  deletionPage: unknown(),
  deletionEffect: medium(
    {
      en: 'The blog disappears. What others have reblogged stays with them.',
      de: 'Der Blog verschwindet. Was andere gerebloggt haben, bleibt bei ihnen stehen.',
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
  exitModes: medium(['delete']),
  loginToKeep: unknown(),
  limits: [unknown()],
};
