import type { UserBehaviour } from '../../model/crawl-plan.ts';
import { PageStuck } from '../page/visit-clock.ts';
import type { Behaviour, BehaviourVisit, Deed } from './behaviour.ts';
import { scriptExpression } from './in-page/user-script.ts';

/** What came of one file on one page. */
interface ScriptAnswer {
  readonly kind: 'other' | 'done' | 'late' | 'faulty';
  readonly words: string;
}

/** The behaviours that people write themselves, run in pages whose address fits. A faulty one is a gap of the page. */
export const userScriptsBehaviour: Behaviour = {
  name: 'user-scripts',
  stage: 'once',
  applies: (_looks, { scripts }) => scripts.length > 0,
  run: async (visit) => {
    const said: string[] = [];
    const failed: string[] = [];
    const late: string[] = [];
    for (const script of visit.scripts) {
      const { kind, words } = await runScript(visit, script);
      if (kind === 'done') said.push(words === '' ? script.name : `${script.name} (${words})`);
      if (kind === 'faulty') failed.push(`${script.name}: ${words}`);
      if (kind === 'late') late.push(`${script.name} was still at work`);
    }
    if (said.length > 0) await visit.settle({ quietMs: 150, ceilingMs: 10_000 });
    const cutOff = late.length > 0 ? { cutOff: late.join(', ') } : {};
    return { said, failed, hasChanged: said.length + late.length > 0, ...cutOff } satisfies Deed;
  },
};

async function runScript(visit: BehaviourVisit, script: UserBehaviour): Promise<ScriptAnswer> {
  const { text, problem } = scriptExpression(script.source, visit.clock.leftMs);
  if (problem !== undefined) return { kind: 'faulty', words: problem };
  try {
    // The kit has to be there before the script, which works with it.
    await visit.ask('guard');
    return await visit.clock.within(visit.page.evaluate<ScriptAnswer>(text));
  } catch (error) {
    if (!(error instanceof Error) || error.name === 'AbortError' || isStuck(error)) throw error;
    return { kind: 'faulty', words: firstLine(error) };
  }
}

function isStuck(error: Error): boolean {
  return error instanceof PageStuck || /crash|has been closed|Target closed/i.test(error.message);
}

function firstLine({ message }: Error): string {
  return (message.split('\n')[0] ?? message).replace(/^page\.evaluate: /, '');
}
