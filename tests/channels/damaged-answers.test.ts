import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { adapterOf } from '../../src/channels/registry.ts';
import type { ArchivedResponse } from '../../src/model/archived-response.ts';
import type { ChannelPlace } from '../../src/model/channel.ts';
import type { PlatformId } from '../../src/model/platform.ts';
import type { ChannelFixture } from '../fixtures/sites/channel-fixture.ts';
import { archivedText, readWith } from '../support/archived-text.ts';
import { fetchingSite } from '../support/read-walked.ts';

const platforms: readonly PlatformId[] = ['telegram', 'substack', 'tumblr', 'medium', 'reddit', 'pinterest', 'youtube'];

/** What may stand where something else should: wrong types, broken addresses, lone surrogates, numbers out of all bounds. */
const strange = [
  'null',
  '0',
  '""',
  '[]',
  '{}',
  'true',
  '[[]]',
  '{"a":null}',
  '"%E0%A4%A"',
  '"http://["',
  '"\\ud800"',
  '1e308',
  '-1',
  '"javascript:1"',
];

/** The same numbers each time, so that what fails once fails again. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

/** Puts something strange in place of one value of a JSON text, in a page or by itself; or cuts the text off. */
function damaged(text: string, random: () => number): string {
  const values = [...text.matchAll(/(?<=":)("(?:[^"\\]|\\.)*"|-?\d+|true|false|null|\{|\[)/g)];
  const place = values[Math.floor(random() * values.length)];
  if (place === undefined || random() < 0.1) return text.slice(0, Math.floor(random() * text.length));
  const value = strange[Math.floor(random() * strange.length)] ?? 'null';
  // An object or list stays what it is under another name, with the strange value beside it.
  const inPlace = /^[{[]$/.test(place[0]) ? `${value},"was":${place[0]}` : value;
  return text.slice(0, place.index) + inPlace + text.slice(place.index + place[0].length);
}

describe.each(platforms)('an answer of %s', (platform) => {
  let fixture: ChannelFixture | undefined;
  afterEach(async () => fixture?.close());

  it('never stops the reading, however it is damaged', async () => {
    const { startSite } = (await import(join(import.meta.dirname, '../fixtures/sites', platform, 'site.ts'))) as {
      startSite: () => Promise<ChannelFixture>;
    };
    fixture = await startSite();
    const { url, handle, api } = fixture;
    const place: ChannelPlace = { platform, handle, url, ...(api === undefined ? {} : { api }) };
    const answers: ArchivedResponse[] = [];
    const site = fetchingSite(answers);
    for await (const found of adapterOf(platform).seeds?.walk?.(place, site) ?? []) {
      if (found.kind === 'page' && answers.length < 20) await site.ask(found.url);
    }
    const random = numbers(7);
    let read = 0;
    for (const answer of answers.filter(({ status }) => status === 200).slice(0, 20)) {
      const text = await answer.text();
      for (let turn = 0; turn < 10; turn += 1) {
        const { headers, mime, status } = answer;
        const broken = archivedText(answer.url, damaged(text, random), { headers, mime, status });
        read += (await readWith(adapterOf(platform), broken, place)).length;
      }
    }
    expect(read).toBeGreaterThan(20);
  });
});
