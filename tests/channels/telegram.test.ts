import { afterEach, describe, expect, it } from 'vitest';
import { telegramAdapter } from '../../src/channels/telegram/adapter.ts';
import type { ChannelPlace } from '../../src/model/channel.ts';
import type { FoundPost } from '../../src/model/post.ts';
import type { ChannelFixture } from '../fixtures/sites/channel-fixture.ts';
import { startSite } from '../fixtures/sites/telegram/site.ts';
import { archivedText, readWith } from '../support/archived-text.ts';
import { useSites } from '../support/fixtures.ts';
import { readWalked } from '../support/read-walked.ts';

const place: ChannelPlace = { platform: 'telegram', handle: 'aurora', url: 'https://t.me/aurora' };
const html = { mime: 'text/html' };

/** One bubble in a web view of its own. */
const view = (inside: string, post = 'Aurora/7', more = '') =>
  `<section class="tgme_channel_history">${more}<div class="tgme_widget_message js-widget_message" data-post="${post}"><div class="tgme_widget_message_bubble">${inside}<div class="tgme_widget_message_footer"><span class="tgme_widget_message_views">1.2K</span><a class="tgme_widget_message_date" href="https://t.me/Aurora/7"><time datetime="2024-05-01T10:00:00+02:00"></time></a></div></div></div></section>`;

async function read(markup: string, url = 'https://t.me/s/aurora') {
  return readWith(telegramAdapter, archivedText(url, markup, html), place);
}

async function post(markup: string): Promise<FoundPost> {
  const found = (await read(markup)).find(({ kind }) => kind === 'post');
  if (found?.kind !== 'post') throw new Error('There is no post in it.');
  return found.post;
}

describe('a message of Telegram', () => {
  it('has its text with spoilers, code and custom emoji, its links and its tags', async () => {
    const found = await post(
      view(
        `<div class="tgme_widget_message_text js-message_text">Hi <tg-emoji emoji-id="5"><i class="emoji" style="background-image:url('//telegram.org/img/e.png')"><b>🔥</b></i></tg-emoji> <tg-spoiler>secret</tg-spoiler><br/><pre>a\nb</pre><a href="https://aurora.example/x?a=1&amp;b=2">here</a> <a href="?q=%23coffee">#coffee</a></div>`,
      ),
    );
    expect(found.text).toBe('Hi 🔥 secret\n\na\nb\n\nhere #coffee');
    expect(found.links).toEqual(['https://aurora.example/x?a=1&b=2']);
    expect(found).toMatchObject({
      id: '7',
      url: 'https://t.me/Aurora/7',
      published: '2024-05-01T08:00:00.000Z',
      tags: ['coffee'],
      counts: { views: 1200 },
    });
  });

  it('takes the inner text where old markup nests one in the other, and never that of the message it answers', async () => {
    const found = await post(
      view(
        '<a class="tgme_widget_message_reply" href="https://t.me/aurora/3"><div class="tgme_widget_message_text js-message_reply_text">before</div></a><div class="tgme_widget_message_text before_footer"><div class="tgme_widget_message_text js-message_text">after</div></div>',
      ),
    );
    expect(found.text).toBe('after');
    expect(found.replyTo).toMatchObject({ id: '3', text: 'before' });
  });

  it('keeps voice, round films, stickers and the signature of whoever wrote it', async () => {
    const found = await post(
      view(
        '<a class="tgme_widget_message_voice_player"><audio class="tgme_widget_message_voice" src="https://cdn4.telesco.pe/file/v.oga"></audio><time class="tgme_widget_message_voice_duration">1:05</time></a>' +
          '<a class="tgme_widget_message_roundvideo_player"><video src="https://cdn4.telesco.pe/file/r.mp4"></video><time>0:07</time></a>' +
          '<div class="tgme_widget_message_sticker_wrap"><i class="tgme_widget_message_sticker" data-webp="https://cdn4.telesco.pe/file/s.webp"></i></div>' +
          '<span class="tgme_widget_message_from_author">Mira</span>',
      ),
    );
    expect(found.media.map(({ kind, url, durationMs }) => [kind, url.slice(-6), durationMs])).toEqual([
      ['audio', '/v.oga', 65_000],
      ['video', '/r.mp4', 7000],
      ['image', 's.webp', null],
    ]);
    expect(found.author).toMatchObject({ handle: 'Aurora', name: 'Mira' });
  });

  it('says what the web view does not hand out: large films and every file', async () => {
    const found = await read(
      view(
        `<a class="tgme_widget_message_video_player not_supported"><i class="tgme_widget_message_video_thumb" style="background-image:url('https://cdn4.telesco.pe/file/still.jpg')"></i><div class="message_media_not_supported_label">Media is too big</div><time>12:09</time></a>` +
          '<a class="tgme_widget_message_document_wrap"><div class="tgme_widget_message_document_title">prices.pdf</div><div class="tgme_widget_message_document_extra">1.2 MB</div></a>',
      ),
    );
    const messages = found.flatMap((finding) => (finding.kind === 'unreadable' ? [finding.message] : []));
    expect(messages[0]).toContain('a film of 12:09 (Media is too big)');
    expect(messages[1]).toContain('the file prices.pdf (1.2 MB)');
    expect(found[0]).toMatchObject({ post: { media: [{ url: 'https://cdn4.telesco.pe/file/still.jpg' }] } });
  });

  it('is only a part where nothing of it is shown', async () => {
    const found = await read(view('<div class="message_media_not_supported_wrap">Please open Telegram</div>'));
    expect(found[0]).toMatchObject({ kind: 'post', post: { extent: 'part' } });
    expect(found[1]).toMatchObject({ kind: 'unreadable', id: '7' });
  });

  it('has its text where something beside it is not shown', async () => {
    const found = await read(
      view(
        '<div class="tgme_widget_message_text">Text</div><div class="message_media_not_supported">Please open Telegram</div>',
      ),
    );
    expect(found[0]).toMatchObject({ post: { extent: 'whole', text: 'Text' } });
    expect(found[1]).toMatchObject({ kind: 'unreadable', message: expect.stringContaining('beside its text') });
  });

  it('is somebody else’s when it was forwarded, also by a person without an address', async () => {
    const found = await post(
      view(
        '<div class="tgme_widget_message_forwarded_from">Forwarded from&nbsp;<span>Hidden Person</span></div><div class="tgme_widget_message_text">Hello</div>',
      ),
    );
    expect(found).toMatchObject({
      kind: 'repost',
      repostOf: { id: null, url: null, author: { name: 'Hidden Person' } },
    });
  });

  it('is none of ours in another channel, and none at all as a service message', async () => {
    expect(await read(view('<div class="tgme_widget_message_text">x</div>', 'other/7'))).toEqual([
      { kind: 'end-of-list', list: 'messages' },
    ]);
    const service = view('pinned').replace('tgme_widget_message js', 'tgme_widget_message service_message js');
    expect((await read(service)).map(({ kind }) => kind)).toEqual(['end-of-list']);
  });
});

describe('the web view of a channel', () => {
  it('ends where no link leads to older messages, and nowhere else', async () => {
    const more = '<a class="tme_messages_more" data-before="20" href="/s/aurora?before=20"></a>';
    const kinds = async (markup: string, url?: string) => (await read(markup, url)).map(({ kind }) => kind);
    expect(await kinds(view('', 'aurora/7', more))).not.toContain('end-of-list');
    expect(await kinds(view(''), 'https://t.me/s/aurora?before=20')).toContain('end-of-list');
    expect(await kinds(view(''), 'https://t.me/s/aurora?after=20')).not.toContain('end-of-list');
    expect(await kinds(view(''), 'https://t.me/aurora/7?embed=1')).not.toContain('end-of-list');
    expect(await kinds('<h1>Bad Gateway</h1>')).toEqual([]);
  });

  it('is open by the card that leads to it, and private by one that does not', async () => {
    const card = (more: string) =>
      `<div class="tgme_page_title">Aurora</div><div class="tgme_page_extra">1 234 subscribers</div>${more}`;
    const state = async (markup: string) => {
      const [found] = await read(markup, 'https://t.me/aurora');
      return found?.kind === 'profile' ? [found.profile.state, found.profile.followers] : undefined;
    };
    expect(await state(card('<a class="tgme_page_context_link" href="/s/aurora">Preview channel</a>'))).toEqual([
      'open',
      1234,
    ]);
    expect(await state(card(''))).toEqual(['private', 1234]);
  });

  it('comes as a JSON string when the page loads it, and is named unreadable as any other JSON', async () => {
    const at = (body: unknown) =>
      readWith(telegramAdapter, archivedText('https://t.me/s/aurora?before=20', JSON.stringify(body)), place);
    expect((await at(view('<div class="tgme_widget_message_text">x</div>')))[0]).toMatchObject({ post: { text: 'x' } });
    expect((await at({ error: 'flood' })).map(({ kind }) => kind)).toEqual(['unreadable']);
  });
});

describe('the walk through a channel of Telegram', () => {
  let fixture: ChannelFixture | undefined;
  const sites = useSites();
  afterEach(async () => fixture?.close());

  it('comes to the first message and reads each one', async () => {
    fixture = await startSite();
    const { expected, url, handle } = fixture;
    const { posts, book, asked, collected } = await readWalked(telegramAdapter, { platform: 'telegram', handle, url });
    expect(asked).toHaveLength(3);
    expect(collected).toEqual([{ kind: 'page', url: asked[0] }]);
    expect(posts.map(({ id, text }) => [id, text])).toEqual(expected.posts.map(({ id, text }) => [id, text]));
    expect([...book.ended]).toEqual(['messages']);
    expect(book.unreadable).toEqual([]);
    expect(book.profile).toMatchObject({ name: 'Aurora Kaffee', bio: 'Beans & news.\nSince 2024.', followers: 1200 });
  });

  it('says that a group shows nothing, that a preview is off, and that nobody is there', async () => {
    const site = await sites({
      '/s/group': '<div class="tgme_page"><div class="tgme_page_extra">45 members, 3 online</div></div>',
      '/s/shut': '<div class="tgme_page"><div class="tgme_page_extra">1 234 subscribers</div></div>',
      '/s/nobody': '<div class="tgme_page">If you have Telegram, you can contact @nobody right away.</div>',
    });
    const gap = async (handle: string) =>
      (await readWalked(telegramAdapter, { platform: 'telegram', handle, url: site.url(`/${handle}`) })).collected[0];
    expect(await gap('group')).toMatchObject({ reason: 'login-wall', message: expect.stringContaining('group') });
    expect(await gap('shut')).toMatchObject({ reason: 'login-wall', message: expect.stringContaining('1 234') });
    expect(await gap('nobody')).toMatchObject({ reason: 'content-unavailable' });
    expect(await gap('missing')).toMatchObject({ reason: 'content-unavailable' });
  });

  it('gives up where the pages lead round in circles', async () => {
    const site = await sites({
      '/s/aurora': view('', 'aurora/7', '<a class="tme_messages_more" data-before="9"></a>'),
    });
    const walked = await readWalked(telegramAdapter, { ...place, url: site.url('/aurora') });
    expect(walked.asked).toHaveLength(2);
    expect(walked.collected.at(-1)).toMatchObject({ kind: 'gap', reason: 'redirect-loop' });
    expect([...walked.book.ended]).toEqual([]);
  });
});
