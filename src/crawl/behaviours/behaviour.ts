import type { Page } from 'playwright-core';
import type { UserBehaviour } from '../../model/crawl-plan.ts';
import type { PageRecorder } from '../capture/page-recorder.ts';
import type { SettleOptions } from '../page/settle.ts';
import type { VisitClock } from '../page/visit-clock.ts';
import type { Ask } from './in-page/ask-kit.ts';
import type { Looks } from './in-page/page-kit.ts';

/** A page while behaviours work on it. */
export interface BehaviourVisit {
  readonly page: Page;
  readonly recorder: PageRecorder;
  readonly clock: VisitClock;
  /** Calls a function of the page kit in the page's own document. @throws PageStuck */
  readonly ask: Ask;
  /** @returns false when the ceiling or the visit's budget came first */
  settle(options: SettleOptions): Promise<boolean>;
  /** Behaviours that people wrote themselves. */
  readonly scripts: readonly UserBehaviour[];
  /** Called when the bottom seems to be reached; its work and the watching of the end go on side by side. */
  atEnd(): Promise<void>;
}

/** What a behaviour did on a page. */
export interface Deed {
  /** In words, each one fact: `refused (OneTrust)`. */
  readonly said?: readonly string[];
  /** In numbers by unit, singular: `{ click: 14 }`. Several runs on one page are added up. */
  readonly counts?: Readonly<Record<string, number>>;
  /** Set when the visit's time was up before it was done: how things stood, such as `still growing`. */
  readonly cutOff?: string;
  /** One sentence for each thing that went wrong without stopping the visit. */
  readonly failed?: readonly string[];
  /** What the last look at the page saw, when the behaviour has looked. */
  readonly looks?: Looks | undefined;
  /** Something was changed that the pictures taken so far do not show. */
  readonly hasChanged?: boolean;
}

/** One way of making a page show what it has. A file of its own, named like it, and a line in the registry. */
export interface Behaviour {
  /** Kebab-case, as the file. */
  readonly name: string;
  /**
   * `first`: before the picture of the first screen, and whenever it is needed later. `scroll`: once, always.
   * `once`: after the scrolling. `then`: as long as a look finds something.
   */
  readonly stage: 'first' | 'scroll' | 'once' | 'then';
  applies(looks: Looks, visit: BehaviourVisit): boolean;
  run(visit: BehaviourVisit): Promise<Deed>;
}
