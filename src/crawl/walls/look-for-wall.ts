import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import type { Gap, GapReason } from '../../model/gap.ts';
import { headerValue } from '../../model/http.ts';
import type { CaptureContext } from '../capture/capture-context.ts';
import type { MainResponse } from '../capture/page-recorder.ts';
import { makeGap } from '../gaps.ts';
import { askPage } from '../page/ask-page.ts';
import type { VisitClock } from '../page/visit-clock.ts';
import { readWallPage } from './read-wall-page.ts';
import { recogniseWall, wallSelectors } from './recognise-wall.ts';
import type { Wall, WallKind, WallPage } from './wall.ts';

/** A wall answers at once; a page that does not is no wall, or one that its status and headers give away. */
const answerMs = 5_000;

const words: Readonly<Record<WallKind, string>> = {
  'login-wall': 'a login page stands in the way',
  'bot-wall': 'a check for robots stands in the way',
  'rate-limited': 'the site says that it was asked too often',
  'content-unavailable': 'the platform says that there is nothing to see here',
  'age-gate': "a question for the visitor's age stands in the way",
  'country-gate': 'the site does not show this in our country',
};

/** What is asked of the browser's tab and of the answer that came. */
export interface Arrival {
  readonly tab: Page;
  readonly askedUrl: string;
  readonly main: MainResponse;
}

/**
 * Looks at a page that has settled, and notes what its robots tags say.
 * @returns the gap that a wall is, or undefined for content
 * @throws AbortError when the crawl is stopped
 */
export async function lookForWall(
  { tab, askedUrl, main }: Arrival,
  clock: VisitClock,
  context: CaptureContext,
): Promise<Gap | undefined> {
  const page = await readInTime(tab, clock);
  context.ledger.robotsTags.note(context.redactor.text(askedUrl), [
    headerValue(main.headers, 'x-robots-tag') ?? '',
    ...(page?.robots ?? []),
  ]);
  const wall = recogniseWall({ askedUrl, finalUrl: tab.url(), status: main.status, headers: main.headers, page });
  return wall ? wallGap(wall, askedUrl, context) : undefined;
}

async function readInTime(tab: Page, clock: VisitClock): Promise<WallPage | undefined> {
  const done = new AbortController();
  const tooLong = sleep(answerMs, undefined, { signal: done.signal }).catch(() => undefined);
  try {
    return await Promise.race([askPage(tab, clock, readWallPage, wallSelectors), tooLong]);
  } catch {
    clock.signal.throwIfAborted();
    return undefined;
  } finally {
    done.abort();
  }
}

function wallGap({ kind, by, signs }: Wall, url: string, { redactor, clock }: CaptureContext): Gap {
  const told = redactor.text(url);
  const reason: GapReason = kind;
  const whose = by === '' ? '' : ` (${by})`;
  return makeGap(
    reason,
    told,
    `${told}: ${words[kind]}${whose}; seen by ${redactor.text(signs.join(', '))}.`,
    clock.now(),
  );
}
