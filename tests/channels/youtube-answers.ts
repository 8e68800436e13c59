import { youtubeAdapter } from '../../src/channels/youtube/adapter.ts';
import type { ChannelPlace } from '../../src/model/channel.ts';
import { archivedText, readWith } from '../support/archived-text.ts';

export const place: ChannelPlace = { platform: 'youtube', handle: 'aurora', url: 'https://www.youtube.com/@aurora' };
export const channelId = `UC${'x'.repeat(22)}`;

export const read = (
  path: string,
  body: unknown,
  parts: Partial<Parameters<typeof archivedText>[2]> = {},
  where = place,
) =>
  readWith(
    youtubeAdapter,
    archivedText(new URL(path, where.url).href, typeof body === 'string' ? body : JSON.stringify(body), parts),
    where,
  );

export const page = (path: string, name: string, data: unknown) =>
  read(path, `<script nonce="x">var ${name} = ${JSON.stringify(data)};</script>`, { mime: 'text/html' });

export const tab = (path: string, items: readonly unknown[], selected = path.split('/').at(-1)) =>
  page(path, 'ytInitialData', {
    contents: {
      tabs: [
        {
          tabRenderer: {
            selected: true,
            endpoint: { commandMetadata: { webCommandMetadata: { url: `/@aurora/${selected}` } } },
            content: { richGridRenderer: { contents: items } },
          },
        },
      ],
    },
  });
