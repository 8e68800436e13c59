import { segmentTimes, type TemplateTiming } from './mpd-timeline.ts';
import { childOf, childrenOf, readXml, type XmlElement } from './read-xml.ts';

/** What a DASH manifest names. */
export interface DashManifest {
  readonly isLive: boolean;
  /** Absolute http(s) addresses in order; computed as they are asked for, as a hostile manifest can name billions. */
  parts(): Iterable<string>;
}

/** From the outside in: MPD, Period, AdaptationSet, Representation. Inner settings win. */
type Levels = readonly XmlElement[];

/**
 * Reads a DASH manifest: templates by number and by time, lists, and single files. Every representation is named, of
 * several base addresses the first, as players try them in that order.
 * @param now for a live manifest: what has been broadcast by then
 * @returns undefined for text that is no manifest
 * @see ISO/IEC 23009-1:2022, 5.3.9 (segments) and 5.6 (base addresses)
 */
export function readMpd(text: string, url: string, now: Date): DashManifest | undefined {
  const mpd = readXml(text);
  if (mpd?.name !== 'MPD') return undefined;
  const isLive = mpd.attributes.type === 'dynamic';
  return { isLive, parts: () => partsOf(mpd, url, isLive ? now : undefined) };
}

function* partsOf(mpd: XmlElement, url: string, now: Date | undefined): Generator<string> {
  const periods = childrenOf(mpd, 'Period');
  for (const [index, period] of periods.entries()) {
    const seconds = periodSeconds(mpd, period, periods[index + 1]);
    for (const set of childrenOf(period, 'AdaptationSet')) {
      for (const representation of childrenOf(set, 'Representation')) {
        const levels = [mpd, period, set, representation];
        for (const part of representationParts(levels, liveOrWhole(mpd, period, seconds, now))) {
          const address = absolute(part, baseOf(levels, url));
          if (address !== undefined) yield address;
        }
      }
    }
  }
}

function* representationParts(levels: Levels, span: Pick<TemplateTiming, 'periodSeconds' | 'live'>): Generator<string> {
  const template = inherited(levels, 'SegmentTemplate');
  if (template) return yield* templateParts(template, levels, span);
  const list = inherited(levels, 'SegmentList');
  if (list) {
    yield* sourcesOf(list);
    for (const segment of childrenOf(list, 'SegmentURL')) {
      // Without an address of its own a segment is a range of the base file.
      yield segment.attributes.media ?? '';
      if (segment.attributes.index !== undefined) yield segment.attributes.index;
    }
    return;
  }
  const base = inherited(levels, 'SegmentBase');
  if (base) yield* sourcesOf(base);
  if (levels.slice(1).some((level) => childOf(level, 'BaseURL'))) yield '';
}

function* sourcesOf(segments: XmlElement): Generator<string> {
  for (const name of ['Initialization', 'RepresentationIndex', 'BitstreamSwitching']) {
    const element = childOf(segments, name);
    if (element) yield element.attributes.sourceURL ?? '';
  }
}

function* templateParts(
  template: XmlElement,
  levels: Levels,
  span: Pick<TemplateTiming, 'periodSeconds' | 'live'>,
): Generator<string> {
  const { attributes } = template;
  const known = {
    RepresentationID: levels.at(-1)?.attributes.id ?? '',
    Bandwidth: levels.at(-1)?.attributes.bandwidth ?? '',
  };
  const fill = (pattern: string, values: Readonly<Record<string, string>>) =>
    fillTemplate(pattern, { ...known, ...values });
  for (const pattern of [attributes.initialization, attributes.bitstreamSwitching]) {
    if (pattern?.includes('.')) yield fill(pattern, {});
  }
  yield* sourcesOf(template);
  for (const { number, time } of segmentTimes({ template, ...span })) {
    const values = { Number: String(number), Time: String(time) };
    if (attributes.media !== undefined) yield fill(attributes.media, values);
    if (attributes.index !== undefined) yield fill(attributes.index, values);
  }
}

/** `$Number%05d$` and its kind; `$$` is a dollar. */
function fillTemplate(pattern: string, values: Readonly<Record<string, string>>): string {
  return pattern.replace(/\$(?:(\w+)(?:%0(\d{1,2})d)?)?\$/g, (whole, name?: string, width?: string) => {
    if (name === undefined) return '$';
    return values[name]?.padStart(Number(width ?? 0), '0') ?? whole;
  });
}

/** One element made of all levels' elements of a name: attributes and children of the inner ones win. */
function inherited(levels: Levels, name: string): XmlElement | undefined {
  const found = levels.map((level) => childOf(level, name)).filter((element) => element !== undefined);
  const inner = found.at(-1);
  if (!inner) return undefined;
  const attributes = Object.assign({}, ...found.map((element) => element.attributes)) as Record<string, string>;
  const children = found.findLast((element) => element.children.length > 0)?.children ?? [];
  return { ...inner, attributes, children };
}

function baseOf(levels: Levels, url: string): string {
  return levels.reduce((base, level) => absolute(childOf(level, 'BaseURL')?.text ?? '', base) ?? base, url);
}

function absolute(address: string, base: string): string | undefined {
  if (!URL.canParse(address, base)) return undefined;
  const { href, protocol } = new URL(address, base);
  return protocol === 'http:' || protocol === 'https:' ? href : undefined;
}

/** `PT1H2M3.5S` in seconds; NaN when it is none. Months and years do not occur in films. */
export function secondsOf(duration: string | undefined): number {
  const [, days, hours, minutes, seconds] =
    /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/.exec(duration ?? '') ?? [];
  if ([days, hours, minutes, seconds].every((part) => part === undefined)) return Number.NaN;
  return Number(days ?? 0) * 86_400 + Number(hours ?? 0) * 3_600 + Number(minutes ?? 0) * 60 + Number(seconds ?? 0);
}

/** A period lasts as long as it says, until the next one, or until the end of the film. */
function periodSeconds(mpd: XmlElement, period: XmlElement, next: XmlElement | undefined): number {
  const own = secondsOf(period.attributes.duration);
  if (!Number.isNaN(own)) return own;
  const start = secondsOf(period.attributes.start) || 0;
  const end = next ? secondsOf(next.attributes.start) : secondsOf(mpd.attributes.mediaPresentationDuration);
  return Math.max(0, end - start);
}

function liveOrWhole(mpd: XmlElement, period: XmlElement, seconds: number, now: Date | undefined) {
  if (now === undefined) return { periodSeconds: seconds, live: undefined };
  const began = Date.parse(mpd.attributes.availabilityStartTime ?? '') / 1000;
  const sinceStart = now.getTime() / 1000 - began - (secondsOf(period.attributes.start) || 0);
  return { periodSeconds: seconds, live: { sinceStartSeconds: sinceStart } };
}
