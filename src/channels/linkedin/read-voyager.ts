import { load } from 'cheerio';
import type { Finding } from '../../model/finding.ts';
import { objectsWhere, objectWhere } from '../reading/json-objects.ts';
import { asText, at, type JsonObject, parseJson } from '../reading/json-reader.ts';
import { actorOf } from './linkedin-urn.ts';
import type { LinkedinContext } from './read-guest.ts';
import type { Included } from './voyager-table.ts';
import {
  activityOfUpdate,
  actorOfUpdate,
  isUpdate,
  isVoyagerComment,
  readUpdate,
  readVoyagerComment,
} from './voyager-update.ts';

/** What the pages of somebody who is logged in carry in `<code>` elements, as JSON in escaped text. */
export function codesOf(html: string): readonly unknown[] {
  const $ = load(html);
  return $('code')
    .toArray()
    .map((code) => parseJson($(code).text()) ?? parseJson(commented($(code).html() ?? '')))
    .filter((value) => value !== undefined);
}

function commented(html: string): string {
  return /^\s*<!--([\s\S]*)-->\s*$/.exec(html)?.[1] ?? '';
}

/** An answer of Voyager, the interface behind LinkedIn's pages: posts, and what they name in one table (`included`). */
export function* readVoyager(value: unknown, context: LinkedinContext): Generator<Finding> {
  const included = tableOf(value);
  for (const update of objectsWhere(value, isUpdate)) yield* readOne(update, included, context);
  const ours = new Set([...objectsWhere(value, isUpdate)].filter((one) => isOurs(one, context)).map(activityOfUpdate));
  for (const comment of objectsWhere(value, isVoyagerComment)) {
    const post = readVoyagerComment(comment, context);
    // Below a post of somebody else others talk to each other; what the channel itself says there is kept.
    if (post !== undefined && (post.isOwn || ours.has(post.thread))) yield { kind: 'post', post };
  }
}

function tableOf(value: unknown): Included {
  const named = objectWhere(value, (object) => Array.isArray(object.included));
  const table = new Map<string, JsonObject>();
  for (const object of objectsWhere(named?.included, (one) => typeof one.entityUrn === 'string')) {
    table.set(asText(object.entityUrn) ?? '', object);
  }
  return table;
}

function isOurs(update: JsonObject, { origin, account }: LinkedinContext): boolean {
  return actorOf(actorOfUpdate(update, origin)?.url, origin) === account;
}

function* readOne(update: JsonObject, included: Included, context: LinkedinContext): Generator<Finding> {
  if (at(update, 'updateMetadata', 'trackingData', 'sponsoredTracking') != null) return;
  const id = activityOfUpdate(update);
  // Groups, newsletters and LinkedIn itself have addresses of other kinds: they are somebody else.
  const hasAddress = asText(at(update, 'actor', 'navigationContext', 'actionTarget')) !== null;
  if (id === null || !hasAddress) {
    const what = id === null ? 'a number' : 'an author that can be told';
    yield { kind: 'unreadable', id, where: context.url, message: `An update of LinkedIn without ${what}.` };
  } else if (isOurs(update, context)) yield { kind: 'post', post: readUpdate(update, included, context) };
}
