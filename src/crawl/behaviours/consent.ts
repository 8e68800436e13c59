import type { Frame } from 'playwright-core';
import type { Behaviour, BehaviourVisit, Deed } from './behaviour.ts';
import { askKit } from './in-page/ask-kit.ts';
import type { LayerDeed } from './in-page/page-kit.ts';

/** How long the page that lies behind a consent page may take to come. */
const leadsOnMs = 15_000;

/**
 * Cookie and consent layers: refused where there is a choice, accepted only where that is the only way on, and taken out
 * of the picture where neither works.
 */
export const consentBehaviour: Behaviour = {
  name: 'consent',
  stage: 'first',
  applies: ({ consent, consentFrames }) => consent > 0 || consentFrames > 0,
  run: async (visit) => {
    const deeds: LayerDeed[] = [...(await visit.ask('clearConsent', false))];
    if (deeds.some(({ leaves }) => leaves)) await leadOn(visit);
    deeds.push(...(await inFrames(visit)));
    if (deeds.length > 0) await visit.settle({ quietMs: 100, ceilingMs: 5_000 });
    return layerDeed(deeds);
  },
};

/** What was done to layers, each fact once. */
export function layerDeed(deeds: readonly LayerDeed[]): Deed {
  return { said: [...new Set(deeds.map(({ did, what }) => `${did} (${what})`))], hasChanged: deeds.length > 0 };
}

async function leadOn({ page, clock }: BehaviourVisit): Promise<void> {
  const timeout = Math.min(leadsOnMs, clock.leftMs || 1);
  const isMain = (frame: Frame) => frame === page.mainFrame();
  await page.waitForEvent('framenavigated', { predicate: isMain, timeout }).catch(() => undefined);
  await page.waitForLoadState('load', { timeout }).catch(() => undefined);
}

/** A layer that a manager draws in a frame of its own host is answered there, and the frame goes with the answer. */
async function inFrames(visit: BehaviourVisit): Promise<readonly LayerDeed[]> {
  if ((await visit.ask('consentFrames')).length === 0) return [];
  const deeds: LayerDeed[] = [];
  for (const frame of visit.page.frames()) {
    if (await asksForConsent(frame)) deeds.push(...(await inFrame(visit, frame)));
  }
  if (deeds.length > 0) await visit.settle({ quietMs: 200, ceilingMs: 3_000 });
  const left = await visit.ask('framesAnswered', deeds.length > 0);
  return left > 0 ? [{ did: 'hidden', what: deeds[0]?.what ?? 'frame' }] : deeds;
}

/** Whether the page's kit has marked the frame. A frame that has gone meanwhile asks nothing. */
async function asksForConsent(frame: Frame): Promise<boolean> {
  if (frame.parentFrame() === null) return false;
  try {
    const element = await frame.frameElement();
    return (await element.getAttribute('data-lastpost-asks')) !== null;
  } catch (error) {
    return ignoreGone(error, false);
  }
}

async function inFrame({ clock }: BehaviourVisit, frame: Frame): Promise<readonly LayerDeed[]> {
  try {
    return await askKit(frame, clock, 'clearConsent', true);
  } catch (error) {
    return ignoreGone(error, []);
  }
}

function ignoreGone<T>(error: unknown, instead: T): T {
  if (error instanceof Error && /detached|destroyed|closed/i.test(error.message)) return instead;
  throw error;
}
