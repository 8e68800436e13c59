import { childOf, childrenOf, type XmlElement } from './read-xml.ts';

export interface TemplateTiming {
  /** SegmentTemplate with all that it inherits. */
  readonly template: XmlElement;
  /** NaN when nobody says. */
  readonly periodSeconds: number;
  /** Set for a broadcast: how long its period has been on the air. */
  readonly live: { readonly sinceStartSeconds: number } | undefined;
}

export interface SegmentTime {
  readonly number: number;
  /** In the template's timescale. */
  readonly time: number;
}

/** Of a broadcast that lists nothing, what a player would ask for first. */
const liveSegments = 10;

/** Number and time of every segment of a template, one by one. */
export function* segmentTimes(timing: TemplateTiming): Generator<SegmentTime> {
  const timeline = childOf(timing.template, 'SegmentTimeline');
  if (timeline) yield* fromTimeline(timeline, timing);
  else yield* fromDuration(timing);
}

function* fromTimeline(timeline: XmlElement, { template, periodSeconds }: TemplateTiming): Generator<SegmentTime> {
  const entries = childrenOf(timeline, 'S');
  const endTime =
    count(template.attributes.presentationTimeOffset, 0) + periodSeconds * count(template.attributes.timescale, 1);
  let number = count(template.attributes.startNumber, 1);
  let time = 0;
  for (const [index, { attributes }] of entries.entries()) {
    const length = count(attributes.d, 0);
    if (length <= 0) continue;
    time = count(attributes.t, time);
    const repeats = Number(attributes.r ?? 0);
    // A negative count means: until the next entry begins, or the period ends.
    const until = repeats < 0 ? count(entries[index + 1]?.attributes.t, endTime) : Number.POSITIVE_INFINITY;
    for (let round = 0; repeats < 0 ? time < until : round <= repeats; round += 1) {
      yield { number, time };
      number += 1;
      time += length;
    }
  }
}

function* fromDuration({ template, periodSeconds, live }: TemplateTiming): Generator<SegmentTime> {
  const { attributes } = template;
  const length = count(attributes.duration, 0);
  if (length <= 0) return;
  const first = count(attributes.startNumber, 1);
  const offset = count(attributes.presentationTimeOffset, 0);
  const segmentSeconds = length / count(attributes.timescale, 1);
  const onAir = live ? Math.floor(live.sinceStartSeconds / segmentSeconds) : 0;
  const from = live ? Math.max(0, onAir - liveSegments) : 0;
  const whole = attributes.endNumber
    ? Number(attributes.endNumber) - first + 1
    : Math.ceil(periodSeconds / segmentSeconds);
  const to = live ? onAir : whole;
  for (let index = from; index < to; index += 1) yield { number: first + index, time: offset + index * length };
}

function count(text: string | undefined, otherwise: number): number {
  return text !== undefined && /^\d+$/.test(text) ? Number(text) : otherwise;
}
