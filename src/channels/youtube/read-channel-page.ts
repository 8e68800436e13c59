import type { Claim, Finding } from '../../model/finding.ts';
import { objectsWhere, objectWhere } from '../reading/json-objects.ts';
import { asList, asObject, asText, asTime, asUrl, at, type JsonObject } from '../reading/json-reader.ts';
import { readShownCount } from '../reading/shown-count.ts';
import { largest, shownText } from './innertube.ts';

/** What a channel's page says of the channel: how many films, how many subscribers, who it is. */
export function* readChannel(data: unknown, address: string): Generator<Finding> {
  const about = asObject(at(data, 'metadata', 'channelMetadataRenderer'));
  const said = figuresOf(data);
  const films = said.find((text) => /(^|\s)vid[eé]os?$/i.test(text));
  const followers = said.find((text) => /subscriber|abonnent/i.test(text));
  const claim = films === undefined ? undefined : claimOf(films);
  if (claim !== undefined) yield { kind: 'claim', claim };
  if (about === undefined) return yield* goneOrNot(data, address);
  yield {
    kind: 'profile',
    profile: {
      id: asText(about.externalId),
      handle: /\/@([^/?]+)/.exec(asText(about.vanityChannelUrl) ?? '')?.[1] ?? null,
      name: asText(about.title),
      bio: asText(about.description),
      url: asUrl(about.vanityChannelUrl) ?? asUrl(about.channelUrl),
      avatarUrl: largest(about.avatar, address)?.url ?? null,
      followers: followers === undefined ? null : (readShownCount(followers)?.count ?? null),
      following: null,
      since: joined(data),
      state: 'open',
    },
  };
}

/** A channel that is gone has a page with a sentence in a box instead. */
function* goneOrNot(data: unknown, address: string): Generator<Finding> {
  const alert = [...objectsWhere(at(data, 'alerts'), (_, key) => key === 'alertRenderer')]
    .map((box) => shownText(box.text))
    .find((text) => text !== '');
  if (alert === undefined) return;
  const state = /terminated|suspended|gekündigt|gesperrt/i.test(alert) ? 'suspended' : 'gone';
  const nothing = {
    id: null,
    handle: null,
    name: null,
    avatarUrl: null,
    followers: null,
    following: null,
    since: null,
  };
  yield { kind: 'profile', profile: { ...nothing, bio: alert, url: address, state } };
}

function claimOf(text: string): Claim | undefined {
  const shown = readShownCount(text);
  return (
    shown && { name: 'videos', count: shown.count, kinds: ['video'], reach: shown.isRounded ? 'rounded' : 'exact' }
  );
}

/** The figures below a channel's name, in the headers of today and of some years ago. */
function figuresOf(data: unknown): readonly string[] {
  const header = at(data, 'header');
  const rows = [...objectsWhere(header, (_, key) => key === 'contentMetadataViewModel')].flatMap((model) =>
    asList(model.metadataRows),
  );
  const parts = rows.flatMap((row) => asList(at(row, 'metadataParts'))).map((part) => shownText(at(part, 'text')));
  const old = [
    at(header, 'c4TabbedHeaderRenderer', 'videosCountText'),
    at(header, 'c4TabbedHeaderRenderer', 'subscriberCountText'),
  ];
  const panel = aboutPanel(data);
  return [
    ...parts,
    ...old.map(shownText),
    ...[panel?.videoCountText, panel?.subscriberCountText].flatMap((text) => asText(text) ?? []),
  ];
}

function aboutPanel(data: unknown): JsonObject | undefined {
  return objectWhere(data, (_, key) => key === 'aboutChannelViewModel');
}

/** "Joined Jan 3, 2024": the day, in words that are a date in English only. */
function joined(data: unknown): string | null {
  const text = shownText(aboutPanel(data)?.joinedDateText).replace(/^Joined\s+/i, '');
  return /^\w{3,9} \d{1,2}, \d{4}$/.test(text) ? asTime(`${text} UTC`) : null;
}
