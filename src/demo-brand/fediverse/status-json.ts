import { html } from '../http/html.ts';
import {
  ACCOUNT_ID,
  type FediverseFrame,
  filmPath,
  NAME,
  othersUri,
  othersUrl,
  PROFILE_PATH,
  picturePath,
  tootPath,
  USER,
} from './fediverse-frame.ts';
import type { OthersToot, Person, Toot } from './load-toots.ts';
import { hashtagsIn, tootHtml } from './toot-html.ts';

/** Shapes of Mastodon 4.5. @see https://docs.joinmastodon.org/entities/Account/ */
export function accountJson({ origin, blogUrl }: FediverseFrame, count: number) {
  return {
    id: ACCOUNT_ID,
    username: USER,
    acct: USER,
    display_name: NAME,
    locked: false,
    bot: false,
    created_at: '2022-11-14T00:00:00.000Z',
    note: '<p>Fahrradglocken aus Ilsenbrück, seit 1924. Wir läuten einmal, und früh.</p>',
    url: `${origin}${PROFILE_PATH}`,
    uri: `${origin}/users/${USER}`,
    avatar: `${origin}/static/brandt.svg`,
    avatar_static: `${origin}/static/brandt.svg`,
    header: `${origin}/media/header.jpg`,
    followers_count: 1924,
    following_count: 31,
    statuses_count: count,
    last_status_at: '2026-11-16',
    emojis: [],
    fields: [{ name: 'Blog', value: html`<a href="${blogUrl}" rel="me">${blogUrl}</a>`.markup, verified_at: null }],
  };
}

function personJson({ name, url, acct }: Person) {
  return { id: personId(acct), username: acct.split('@')[0], acct, display_name: name, url };
}

/** A remote account's id on this server: any, but always the same. */
function personId(acct: string): string {
  return String([...acct].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 1_000_000_007, 7));
}

const nothing = {
  in_reply_to_id: null,
  in_reply_to_account_id: null,
  sensitive: false,
  spoiler_text: '',
  visibility: 'public',
  edited_at: null,
  reblog: null,
  quote: null,
  media_attachments: [],
  mentions: [],
  tags: [],
  emojis: [],
  card: null,
  poll: null,
  replies_count: 0,
  reblogs_count: 0,
  favourites_count: 0,
  quotes_count: 0,
};

/** A remote post has an id of this server beside its own address. */
function localId({ date, id }: OthersToot): string {
  return String((BigInt(Date.parse(date)) << 16n) + BigInt(id.slice(-4)));
}

export function othersJson(toot: OthersToot) {
  return {
    ...nothing,
    id: localId(toot),
    created_at: iso(toot.date),
    uri: othersUri(toot),
    url: othersUrl(toot),
    language: null,
    content: html`<p>${toot.text}</p>`.markup,
    account: personJson(toot.by),
  };
}

/** An answer of somebody else's, below one of ours. */
export function replyJson(reply: OthersToot, to: Toot) {
  return { ...othersJson(reply), in_reply_to_id: to.id, in_reply_to_account_id: ACCOUNT_ID };
}

function iso(date: string): string {
  return new Date(date).toISOString();
}

export function statusJson(toot: Toot, frame: FediverseFrame, account: ReturnType<typeof accountJson>) {
  const { boosts, quotes, poll } = toot;
  const activity = `${frame.origin}/users/${USER}/statuses/${toot.id}`;
  const content = boosts === undefined ? tootHtml(toot, frame).markup : othersJson(boosts).content;
  return {
    ...nothing,
    ...parentOf(toot),
    id: toot.id,
    created_at: iso(toot.date),
    uri: boosts === undefined ? activity : `${activity}/activity`,
    url: `${frame.origin}${tootPath(toot)}`,
    language: boosts === undefined ? toot.language : null,
    spoiler_text: toot.warning ?? '',
    sensitive: toot.warning !== undefined,
    visibility: toot.isUnlisted ? 'unlisted' : 'public',
    edited_at: toot.edited === undefined ? null : iso(toot.edited),
    content,
    account,
    reblog: boosts === undefined ? null : othersJson(boosts),
    quote: quotes === undefined ? null : { state: 'accepted', quoted_status: othersJson(quotes) },
    media_attachments: mediaJson(toot, frame),
    tags: hashtagsIn(toot.text).map((name) => ({ name, url: `${frame.origin}/tags/${encodeURIComponent(name)}` })),
    poll: poll === undefined ? null : pollJson(poll),
    replies_count: toot.replies.length,
    favourites_count: toot.likes,
  };
}

function parentOf({ after, answers }: Toot) {
  if (after !== undefined) return { in_reply_to_id: after, in_reply_to_account_id: ACCOUNT_ID };
  if (answers === undefined) return {};
  const { id, ...mention } = personJson(answers.by);
  return { in_reply_to_id: localId(answers), in_reply_to_account_id: id, mentions: [{ id, ...mention }] };
}

function mediaJson({ images, video }: Toot, { origin }: FediverseFrame) {
  const pictures = images.map(({ file, alt }) => ({
    id: file,
    type: 'image',
    url: `${origin}${picturePath(file)}`,
    preview_url: `${origin}${picturePath(file)}`,
    remote_url: null,
    meta: { original: { width: 900, height: 600, size: '900x600', aspect: 1.5 } },
    description: alt,
  }));
  if (video === undefined) return pictures;
  const address = `${origin}${filmPath(video.file)}`;
  const meta = { original: { width: 640, height: 360, frame_rate: '25/1', duration: 6 } };
  return [
    { id: video.file, type: 'video', url: address, preview_url: null, remote_url: null, meta, description: video.alt },
  ];
}

function pollJson({ endsAt, options }: NonNullable<Toot['poll']>) {
  const votes = options.reduce((sum, [, count]) => sum + count, 0);
  return {
    id: '1',
    expires_at: iso(endsAt),
    expired: true,
    multiple: false,
    votes_count: votes,
    voters_count: votes,
    options: options.map(([title, votes_count]) => ({ title, votes_count })),
    emojis: [],
  };
}
