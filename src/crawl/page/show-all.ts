import type { UserBehaviour } from '../../model/crawl-plan.ts';
import type { BehaviourNote } from '../../model/page.ts';
import type { Behaviour, BehaviourVisit, Deed } from '../behaviours/behaviour.ts';
import { askKit } from '../behaviours/in-page/ask-kit.ts';
import type { Looks } from '../behaviours/in-page/page-kit.ts';
import { behaviours } from '../behaviours/registry.ts';
import type { PageRecorder } from '../capture/page-recorder.ts';
import { settle } from './settle.ts';
import type { Tab } from './tab.ts';
import { PageStuck, type VisitClock } from './visit-clock.ts';

/** Opening something may show more to open; a page that always has more is cut off here, or by its time. */
const maxRounds = 8;

/** Lets the behaviours work on one page, in the registry's order, and keeps account of what they did. */
export class ShowAll {
  readonly #visit: BehaviourVisit;
  readonly #deeds = new Map<string, Deed[]>();
  /** The pictures taken before the last change do not show the page any more. */
  hasChanged = false;
  /** Something that lay over the first screen was cleared after the picture. */
  hasCleared = false;

  constructor(
    { page }: Tab,
    recorder: PageRecorder,
    clock: VisitClock,
    { scripts, atEnd }: { scripts: readonly UserBehaviour[]; atEnd: () => Promise<void> },
  ) {
    this.#visit = {
      page,
      recorder,
      clock,
      scripts,
      atEnd,
      ask: (name, ...given) => askKit(page, clock, name, ...given),
      settle: (options) => settle(page, recorder, clock, options),
    };
  }

  /** Waits until the page is painted, and clears away what lies over its first screen. */
  async clearTheView(): Promise<void> {
    let looks = await this.#looks('arrive');
    for (let round = 0; round < maxRounds && !this.#visit.clock.isOver; round += 1) {
      const due = behaviours.filter((each) => each.stage === 'first' && each.applies(looks, this.#visit));
      if (due.length === 0) return;
      for (const behaviour of due) await this.#run(behaviour);
      looks = await this.#looks('arrive');
    }
  }

  /** Shows the rest of the page, and goes back to its top. @throws PageStuck when the page stops answering */
  async showTheRest(): Promise<void> {
    const { clock } = this.#visit;
    let looks = await this.#scroll();
    for (const behaviour of behaviours.filter(({ stage }) => stage === 'once')) {
      if (!looks || clock.isOver || !behaviour.applies(looks, this.#visit)) continue;
      const { hasChanged } = await this.#run(behaviour);
      if (hasChanged) looks = await this.#scroll();
    }
    for (let round = 0; round < maxRounds && looks; round += 1) {
      const seen: Looks = looks;
      const due = behaviours.filter(({ stage, applies }) => /first|then/.test(stage) && applies(seen, this.#visit));
      if (due.length === 0) break;
      for (const behaviour of due) await this.#runInTime(behaviour);
      looks = clock.isOver ? undefined : await this.#looks('look');
    }
    await this.#visit.ask('scrollToTop');
  }

  /** What each behaviour did, for people. */
  get notes(): readonly BehaviourNote[] {
    const notes = [...this.#deeds].map(([name, deeds]) => ({ name, did: tell(deeds) }));
    return notes.filter(({ did }) => did !== '');
  }

  /** Which behaviours the visit's time cut off, and how far they had come. */
  get cutOffs(): readonly string[] {
    return [...this.#deeds].flatMap(([name, deeds]) => {
      const cutOff = deeds.findLast((deed) => deed.cutOff !== undefined)?.cutOff;
      if (cutOff === undefined) return [];
      return [`${name} (${[tell(deeds), cutOff].filter((words) => words !== '').join(', ')})`];
    });
  }

  get failures(): readonly string[] {
    return [...this.#deeds.values()].flat().flatMap(({ failed = [] }) => failed);
  }

  /** A look that fails has seen nothing, and is told like a behaviour that failed. */
  async #looks(look: 'arrive' | 'look'): Promise<Looks> {
    try {
      return await this.#visit.ask(look);
    } catch (error) {
      if (!isOfThePage(error)) throw error;
      this.#note('look', { failed: [`look: ${error.message.split('\n')[0]}`] });
      return { consent: 0, consentFrames: 0, overlays: 0, more: 0, expanders: 0, carousels: 0, media: 0 };
    }
  }

  async #scroll(): Promise<Looks | undefined> {
    const scroll = behaviours.find(({ stage }) => stage === 'scroll');
    return scroll ? (await this.#run(scroll)).looks : undefined;
  }

  async #runInTime(behaviour: Behaviour): Promise<void> {
    if (this.#visit.clock.isOver) this.#note(behaviour.name, { cutOff: 'not begun' });
    else await this.#run(behaviour);
  }

  async #run(behaviour: Behaviour): Promise<Deed> {
    try {
      const deed = await behaviour.run(this.#visit);
      this.#note(behaviour.name, deed);
      this.hasChanged ||= deed.hasChanged === true;
      this.hasCleared ||= deed.hasChanged === true && behaviour.stage === 'first';
      return deed;
    } catch (error) {
      if (error instanceof PageStuck) this.#note(behaviour.name, { cutOff: 'the page no longer answered' });
      if (!isOfThePage(error)) throw error;
      // A page full of surprises is worth more than one behaviour that stumbles over it.
      const deed = { failed: [`${behaviour.name}: ${error.message.split('\n')[0]}`] };
      this.#note(behaviour.name, deed);
      return deed;
    }
  }

  #note(name: string, deed: Deed): void {
    this.#deeds.set(name, [...(this.#deeds.get(name) ?? []), deed]);
  }
}

/** Something went wrong in the page itself, not with the tab or the visit. */
export function isOfThePage(error: unknown): error is Error {
  if (!(error instanceof Error) || error instanceof PageStuck || error.name === 'AbortError') return false;
  return /\.evaluate: /.test(error.message) && !/crashed|has been closed|Target closed/i.test(error.message);
}

/** Several runs in one line: `refused (OneTrust), 14 clicks`. Items are counted as they stand, everything else adds up. */
function tell(deeds: readonly Deed[]): string {
  const said = [...new Set(deeds.flatMap((deed) => deed.said ?? []))];
  const counts = new Map<string, number>();
  for (const [unit, count] of deeds.flatMap((deed) => Object.entries(deed.counts ?? {}))) {
    const before = counts.get(unit) ?? 0;
    counts.set(unit, unit === 'item' ? Math.max(before, count) : before + count);
  }
  const numbers = [...counts].filter(([, count]) => count > 0);
  return [...said, ...numbers.map(([unit, count]) => `${count} ${unit}${count === 1 ? '' : 's'}`)].join(', ');
}
