import { describe, expect, it } from 'vitest';
import type { CommentsPolicy } from '../../src/model/comments-policy.ts';
import { type FoundPost, makeMedia, makePost, type Post, type PostAuthor } from '../../src/model/post.ts';
import { applyCommentsPolicy } from '../../src/posts/apply-comments-policy.ts';
import { recordAt } from './make-assessment.ts';

const server = 'https://social.example';

function person(handle: string, name: string): PostAuthor {
  return { id: `id-of-${handle}`, handle, name, url: `${server}/@${handle}` };
}

const aurora = person('aurora', 'Aurora Kaffee');
const mira = person('mira_k', 'Mira Köhler');
const jonas = person('jonas', 'Jonas');

function post(id: string, author: PostAuthor, parts: Partial<FoundPost> = {}, archived?: string): Post {
  const isOwn = author === aurora;
  const known = { platform: 'mastodon', id, kind: isOwn ? 'post' : 'comment', source: 'api' } as const;
  const url = `${author.url}/${id}`;
  return {
    ...makePost({ ...known, url, author, isOwn, ...parts }),
    channel: 'social',
    archive: recordAt(1, archived ?? `${server}/api/statuses/1/context`),
  };
}

const answerTo = (other: Post) => ({ id: other.id, url: other.url, author: other.author, text: other.text });

const first = post('1', aurora, { text: 'We are leaving.' });
const question = post('2', mira, {
  text: 'Where do we find you, @aurora? Ask @jonas or write to mira.koehler@example.org',
  html: '<p>Where</p>',
  thread: '1',
  replyTo: answerTo(first),
  links: [`${server}/@jonas`],
  media: [makeMedia({ url: `${server}/media/mira.jpg`, kind: 'image' })],
});
const remark = post('3', jonas, {
  text: 'Mira Köhler is right, mira_k always is. Jonas',
  thread: '1',
  replyTo: answerTo(question),
});
const own = post('4', aurora, {
  kind: 'reply',
  text: 'Here: aurora.example',
  thread: '1',
  replyTo: answerTo(question),
});
const elsewhere = post('5', aurora, {
  kind: 'reply',
  thread: `${server}/@mira_k/77`,
  replyTo: { id: `${server}/@mira_k/77`, url: `${server}/@mira_k/77`, author: null, text: 'Mira Köhler says hello' },
});
const thread = post('6', aurora, { kind: 'reply', text: 'And one more.', thread: '1', replyTo: answerTo(first) });
const quote = post('7', aurora, { kind: 'quote', text: 'Thank you, @mira_k!', quoteOf: answerTo(question) });
const all = [first, question, remark, own, elsewhere, thread, quote];

async function apply(policy: CommentsPolicy, posts: readonly Post[] = all): Promise<readonly Post[]> {
  async function* stream() {
    yield* posts;
  }
  const kept: Post[] = [];
  for await (const one of applyCommentsPolicy(stream(), policy)) kept.push(one);
  return kept;
}

const secrets = /mira|köhler|koehler|jonas|id-of-(?!aurora)/i;

describe('comments', () => {
  it('are kept as they are when they are to be kept', async () => {
    expect(await apply('keep')).toEqual(all);
  });

  it('are dropped, and with them whom the brand answered', async () => {
    const kept = await apply('drop');
    expect(kept.map(({ id }) => id)).toEqual(['1', '4', '5', '6', '7']);
    for (const { replyTo, thread: root } of kept) expect(JSON.stringify({ replyTo, root })).not.toMatch(secrets);
    expect(kept[1]?.replyTo).toEqual({ id: null, url: null, author: null, text: null });
    expect(kept[2]).toMatchObject({ thread: null });
  });

  it('leave the threads of the brand itself as they are', async () => {
    for (const policy of ['drop', 'pseudonymise'] as const) {
      const kept = (await apply(policy)).find(({ id }) => id === '6');
      expect(kept).toEqual(thread);
    }
  });

  it('leave what the brand wrote and quoted as it is', async () => {
    for (const policy of ['drop', 'pseudonymise'] as const) {
      const kept = await apply(policy);
      expect(kept.find(({ id }) => id === '1')).toEqual(first);
      expect(kept.find(({ id }) => id === '7')).toEqual(quote);
    }
  });

  it('get numbers in place of names, the same wherever somebody writes or is spoken to', async () => {
    const [, asked, said, answer, abroad] = await apply('pseudonymise');
    for (const one of [asked, said, answer, abroad]) {
      expect(JSON.stringify({ ...one, archive: null, channel: null, author: one?.author })).not.toMatch(secrets);
    }
    expect(asked?.author).toEqual({ id: null, handle: null, name: 'Person 1', url: null });
    expect(asked?.text).toBe('Where do we find you, @aurora? Ask @Person 2 or write to [e-mail]');
    expect(said?.author?.name).toBe('Person 2');
    expect(said?.text).toBe('Person 1 is right, Person 1 always is. Person 2');
    expect(said?.replyTo?.id).toBe(asked?.id);
    expect(answer?.replyTo).toMatchObject({ id: asked?.id, url: null, author: { name: 'Person 1' } });
    expect(asked).toMatchObject({ html: null, links: [], media: [], url: null });
    expect(abroad?.thread).toMatch(/^comment-/);
  });

  it('keep their record, unless its address says who wrote', async () => {
    const open = post('8', mira, {}, `${server}/@mira_k/8`);
    const [kept, hidden] = await apply('pseudonymise', [question, open]);
    expect(kept?.archive).toEqual(question.archive);
    expect(hidden?.archive).toBeNull();
  });

  it('have the same ids every time, so that two lists of one snapshot agree', async () => {
    expect(await apply('pseudonymise')).toEqual(await apply('pseudonymise'));
  });
});
