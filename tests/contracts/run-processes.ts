import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { JournalEntry } from '../../src/model/run/journal-entry.ts';
import { entryOf, intentOf, outcomeOf } from '../support/made-plan.ts';
import { finished } from '../support/run-cli.ts';
import { all, asPerson, begun, leaseTaken, noon, type OpenRuns } from './opened-runs.ts';

/** Real processes, of the built program, at one store. */
export function runProcessesContract(name: string, open: OpenRuns): void {
  describe(`several processes at one journal in ${name}`, () => {
    it('append one after the other, and each step is begun by one of them alone', async () => {
      const steps = Array.from({ length: 60 }, (_, place) => ({ id: `s${place}`, needs: [] }));
      const { store, module } = await begun(open, ...steps);
      // Every other step without looking whether somebody has begun it.
      const work = `
        for (const [place, intent] of ${JSON.stringify(steps.map(({ id }) => intentOf(id)))}.entries()) {
          let did = false;
          const decide = (state) => {
            if (place % 2 === 0 && state.steps.get(intent.step).state !== 'pending') return [];
            did = true;
            return [intent];
          };
          try {
            await runs.append('r1', { person: true }, decide);
          } catch (error) {
            if (error.code !== 'run.step-taken') throw error;
            did = false;
          }
          if (did) console.log(intent.step);
        }
      `;
      const ends = await Promise.all([1, 2, 3].map(() => finished(working(module, work))));
      expect(ends.map(({ code, stderr }) => `${code} ${stderr}`)).toEqual(['0 ', '0 ', '0 ']);
      const began = ends.flatMap(({ stdout }) => stdout.split('\n').filter(Boolean));
      expect(began.toSorted()).toEqual(steps.map(({ id }) => id).toSorted());
      expect((await store.load('r1')).head.seq).toBe(61);
      expect(await store.verify('r1')).toMatchObject({ ok: true, entries: 61 });
    });

    it('take the lease one at a time', async () => {
      const { store, module } = await begun(open, 'first');
      const work = `
        const entry = ${JSON.stringify(leaseTaken)};
        const lease = await runs.takeLease('r1', String(process.pid), new Date('${noon.toISOString()}'), 60000, entry);
        console.log(lease === undefined ? 'busy' : 'taken');
      `;
      const ends = await Promise.all([1, 2, 3].map(() => finished(working(module, work))));
      expect(ends.map(({ stdout }) => stdout).toSorted()).toEqual(['busy\n', 'busy\n', 'taken\n']);
      expect((await store.load('r1')).epoch).toBe(1);
    });

    it('lose nothing that was acknowledged when one is killed in the middle of it', async () => {
      const steps = Array.from({ length: 2000 }, (_, place) => ({ id: `s${place}`, needs: [] }));
      const { store, module, again } = await begun(open, ...steps);
      const told = entryOf('person.told');
      let next = 0;
      let before = 1;
      for (const least of [1, 25, 90, 160]) {
        const child = working(
          module,
          `
          const [intent, outcome, told] = ${JSON.stringify([intentOf('s'), outcomeOf('s'), told])};
          for (let place = ${next}; place < 2000; place += 1) {
            const step = 's' + place;
            const entries = [{ ...intent, step }, { ...outcome, step }, told];
            const state = await runs.append('r1', { person: true }, () => entries);
            process.stdout.write(state.head.seq + '\\n');
          }
        `,
        );
        const acknowledged = await killedAfter(child, least);
        expect(acknowledged).toBeGreaterThan(before);
        const entries = await all((await again()).entries('r1'));
        expect(entries.length).toBeGreaterThanOrEqual(acknowledged);
        // All three entries of an append or none.
        expect(countOf(entries, 'step.intent')).toBe(countOf(entries, 'person.told'));
        expect(await store.verify('r1')).toMatchObject({ ok: true, entries: entries.length, problem: null });
        expect((await store.load('r1')).head.seq).toBe(entries.length);
        next = countOf(entries, 'step.intent');
        const goesOn = [intentOf(`s${next}`), outcomeOf(`s${next}`), told];
        before = (await store.append('r1', asPerson, () => goesOn)).head.seq;
        next += 1;
      }
    });
  });
}

function countOf(entries: readonly JournalEntry[], type: JournalEntry['type']): number {
  return entries.filter((entry) => entry.type === type).length;
}

function working(module: string, work: string): ChildProcess {
  const child = spawn(process.execPath, ['--input-type=module', '-e', `${module}\n${work}`], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  return child;
}

/** Kills a process that has written so many lines, and gives the number in its last whole one. */
async function killedAfter(child: ChildProcess, lines: number): Promise<number> {
  let written = '';
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    written += text;
    if (written.split('\n').length > lines) child.kill('SIGKILL');
  });
  const [code, signal] = await once(child, 'close');
  if (signal !== 'SIGKILL') throw new Error(`The process ended with ${code} before it was killed.`);
  return Number(written.split('\n').at(-2));
}
