import { createRequire } from 'node:module';
import { join } from 'node:path';
import { png } from '../../support/fixtures.ts';

interface Made {
  readonly uri: string;
  readonly cid: string;
}

/** As much of the real client as is used here; it comes without types from a folder of its own. */
interface Agent {
  readonly did: string;
  createAccount(account: { handle: string; email: string; password: string }): Promise<unknown>;
  post(record: Record<string, unknown>): Promise<Made>;
  repost(uri: string, cid: string): Promise<Made>;
  like(uri: string, cid: string): Promise<Made>;
  follow(did: string): Promise<Made>;
  deletePost(uri: string): Promise<void>;
  uploadBlob(
    bytes: Uint8Array,
    options: { encoding: string },
  ): Promise<{ data: { blob: { ref: { toString(): string } } } }>;
  upsertProfile(change: () => Record<string, unknown>): Promise<void>;
  readonly com: { readonly atproto: { readonly server: { deactivateAccount(input: object): Promise<unknown> } } };
}

interface Client {
  readonly AtpAgent: new (options: { service: string }) => Agent;
  readonly RichText: new (text: {
    text: string;
  }) => {
    readonly text: string;
    readonly facets: unknown;
    detectFacetsWithoutResolution(): void;
  };
}

export interface FilledAccount {
  readonly did: string;
  /** `at://` addresses of all that is there, posts and reposts. */
  readonly uris: readonly string[];
  readonly deleted: string;
  readonly pinned: string;
  /** Posts by what is special about them. */
  readonly named: Readonly<Record<string, string>>;
  /** CIDs of the blobs of the post with four pictures. */
  readonly pictures: readonly string[];
  /** Mira leaves for a while. */
  deactivateMira(): Promise<unknown>;
}

/** An account on a real server, filled by the real client: sixty posts of all kinds, and what is no post beside them. */
export async function fillAccount(packages: string, service: string): Promise<FilledAccount> {
  const { AtpAgent, RichText } = createRequire(join(packages, 'package.json'))('@atproto/api') as Client;
  const account = async (name: string): Promise<Agent> => {
    const agent = new AtpAgent({ service });
    await agent.createAccount({
      handle: `${name}.test`,
      email: `${name}@example.test`,
      password: 'a password of a test',
    });
    return agent;
  };
  const [mira, brandt] = [await account('mira'), await account('brandt')];
  const praise = await mira.post({ text: 'Their bells are the politest in the world.' });
  let minute = 0;
  const made: string[] = [];
  const say = async (text: string, more: Record<string, unknown> = {}): Promise<Made> => {
    const rich = new RichText({ text });
    rich.detectFacetsWithoutResolution();
    minute += 1;
    const createdAt = new Date(Date.UTC(2024, 4, 1, 8, minute)).toISOString();
    const post = await brandt.post({ text: rich.text, facets: rich.facets, langs: ['en'], createdAt, ...more });
    made.push(post.uri);
    return post;
  };
  const blob = async (bytes: Uint8Array, encoding: string) => (await brandt.uploadBlob(bytes, { encoding })).data.blob;
  const pictures = await Promise.all([1, 2, 3, 4].map((seed) => blob(png(30, 20, seed), 'image/png')));
  const images = {
    $type: 'app.bsky.embed.images',
    images: pictures.map((image, place) => ({
      image,
      alt: `Bell ${place + 1}`,
      aspectRatio: { width: 30, height: 20 },
    })),
  };

  const root = await say('How a bell is made, 1/3');
  const second = await say('One stroke of the press, 2/3', { reply: { root, parent: root } });
  await say('and three minutes of rest. 3/3', { reply: { root, parent: second } });
  const four = await say('Four bells on a shelf.', { embed: images });
  const film = await blob(Buffer.from('no film, but bytes of the right type'), 'video/mp4');
  const video = await say('How it sounds.', {
    embed: { $type: 'app.bsky.embed.video', video: film, alt: 'A bell rings' },
  });
  const external = { uri: 'https://brandt.example/de/', title: 'Brandt & Söhne', description: 'Fahrradglocken' };
  const card = await say('Unser Blog.', { langs: ['de'], embed: { $type: 'app.bsky.embed.external', external } });
  const facets = await say('Grüße 👩‍👩‍👧‍👦🔔 aus https://brandt.example/harz?x=1 #Ilsenbrück');
  const answer = await say('Thank you, Mira.', { reply: { root: praise, parent: praise } });
  const quote = await say('This.', { embed: { $type: 'app.bsky.embed.record', record: praise } });
  const both = { $type: 'app.bsky.embed.recordWithMedia', record: { record: praise }, media: images };
  const quoteWithPictures = await say('This, with bells on.', { embed: both });
  const labels = { $type: 'com.atproto.label.defs#selfLabels', values: [{ val: 'graphic-media' }] };
  const warned = await say('A cracked bowl.', { labels });
  for (let number = 1; number <= 48; number += 1) await say(`Bell number ${number}, tuned this morning. 🔔`);
  const wrong = await brandt.post({ text: 'Closed on Monday. (We are not.)' });
  await brandt.deletePost(wrong.uri);

  made.push((await brandt.repost(praise.uri, praise.cid)).uri);
  await brandt.like(praise.uri, praise.cid);
  await brandt.follow(mira.did);
  await brandt.upsertProfile(() => ({ displayName: 'Brandt & Söhne', description: 'Bells.', pinnedPost: root }));
  const uriOf = (post: Made): string => post.uri;
  const named = { root, second, four, video, card, facets, answer, quote, quoteWithPictures, warned, praise };
  return {
    did: brandt.did,
    uris: made,
    deleted: wrong.uri,
    pinned: root.uri,
    named: Object.fromEntries(Object.entries(named).map(([name, post]) => [name, uriOf(post)])),
    pictures: pictures.map(({ ref }) => ref.toString()),
    deactivateMira: () => mira.com.atproto.server.deactivateAccount({}),
  };
}
