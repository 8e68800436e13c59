import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createSigningKeyPem } from '../../src/archive/signing-key.ts';
import type { Clock } from '../../src/base/clock.ts';
import { advanceRun } from '../../src/journeys/runs/advance-run.ts';
import { approveStep } from '../../src/journeys/runs/approve-step.ts';
import { confirmStep } from '../../src/journeys/runs/confirm-step.ts';
import type { RunContext } from '../../src/journeys/runs/open-runs.ts';
import { overrideGates } from '../../src/journeys/runs/override-gates.ts';
import { resolveStep } from '../../src/journeys/runs/resolve-step.ts';
import { showRun } from '../../src/journeys/runs/show-run.ts';
import { startRun } from '../../src/journeys/runs/start-run.ts';
import { cancelRun, pauseRun, resumeRun } from '../../src/journeys/runs/steer-run.ts';
import type { JourneyContext } from '../../src/model/journey-context.ts';
import type { JournalEntry } from '../../src/model/run/journal-entry.ts';
import type { ConfirmRequest, ResolveRequest } from '../../src/model/run/run-requests.ts';
import type { RunView, StepView } from '../../src/model/run/run-view.ts';
import { openLedger } from '../../src/storage/ledger.ts';
import { makeFolders, writeSigningKey } from '../../src/workspace/create-workspace.ts';
import { workspacePaths } from '../../src/workspace/paths.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** Anna is brand, Lena is legal, Omar is service; Ines is brand as well. */
export const PEOPLE = `people:
  - {id: anna, name: Anna Berg, roles: [brand], email: anna@aurora.example}
  - {id: ines, name: Ines Kuhn, roles: [brand], email: ines@aurora.example}
  - {id: lena, name: Lena Maurer, roles: [legal], email: lena@aurora.example}
  - {id: omar, name: Omar Haddad, roles: [service], email: omar@aurora.example}
`;

const CONFIG = `brand: {name: Aurora, languages: [de, en]}
channels:
  - {id: x, platform: x, url: "https://x.com/aurora"}
`;

/** A workspace with people and playbooks, and the journeys that people take in it. Its time is `clock`'s. */
export interface RunWorkspace {
  readonly dir: string;
  start(playbook: string, inputs?: Readonly<Record<string, string>>, by?: string): Promise<string>;
  advance(run: string, until?: string | null): Promise<RunView>;
  show(run: string): Promise<RunView>;
  step(run: string, id: string): Promise<StepView>;
  confirm(
    run: string,
    step: string,
    by: string,
    more?: Partial<ConfirmRequest>,
  ): Promise<'released' | 'confirmed' | 'already'>;
  approve(run: string, step: string, by: string): Promise<RunView>;
  resolve(run: string, step: string, by: string, decision: ResolveRequest['decision']): Promise<RunView>;
  override(run: string, step: string, by: string): Promise<boolean>;
  pause(run: string, by: string): Promise<RunView>;
  resume(run: string, by: string): Promise<RunView>;
  cancel(run: string, by: string, rollback: boolean): Promise<RunView>;
  journal(run: string): Promise<readonly JournalEntry[]>;
  verify(run: string): Promise<boolean>;
}

export const REASON = 'Decided by the board on Monday, in writing.';

/** @param folder an empty one; without it, one that is gone when the test is over */
export async function newRunFolder(playbooks: Readonly<Record<string, string>>, folder?: string): Promise<string> {
  const dir = folder ?? (await temporaryFolder());
  await makeFolders(dir);
  await writeFile(join(dir, 'lastpost.yaml'), CONFIG + PEOPLE);
  await writeSigningKey(workspacePaths(dir), createSigningKeyPem());
  await (await openLedger({ file: workspacePaths(dir).ledger, root: dir, create: true })).close();
  await addPlaybooks(dir, playbooks);
  return dir;
}

export async function addPlaybooks(dir: string, playbooks: Readonly<Record<string, string>>): Promise<void> {
  await mkdir(join(dir, 'playbooks'), { recursive: true });
  for (const [name, text] of Object.entries(playbooks)) await writeFile(join(dir, 'playbooks', `${name}.yaml`), text);
}

/** Adds the people to a workspace that others made. */
export async function addPeople(dir: string): Promise<void> {
  const file = join(dir, 'lastpost.yaml');
  const text = await readFile(file, 'utf8');
  await writeFile(
    file,
    `${text.replace(/^people:.*$/m, '')}
${PEOPLE}`,
  );
}

export function runWorkspace(dir: string, clock: Clock = { now: () => new Date() }): RunWorkspace {
  const place = { cwd: dir, workspaceDir: dir };
  const { signal } = new AbortController();
  const context: JourneyContext & RunContext = { clock, signal, onProgress: () => undefined, patienceMs: 0 };
  const show = (run: string) => showRun({ run }, place, context);
  const ledgerOf = () => openLedger({ file: workspacePaths(dir).ledger, root: dir });
  return {
    dir,
    show,
    start: async (playbook, inputs = {}, by = 'anna') =>
      (await startRun({ playbook, inputs, by }, place, context)).run.id,
    advance: async (run, until = null) => (await advanceRun({ run, until }, place, context)).view,
    step: async (run, id) => found(await show(run), id),
    confirm: async (run, step, by, more = {}) => {
      const request = { run, step, by, evidence: [], typed: null, note: null, ...more };
      return (await confirmStep(request, place, context)).what;
    },
    approve: (run, step, by) => approveStep({ run, step, by, comment: null, keyFile: null }, place, context),
    resolve: (run, step, by, decision) =>
      resolveStep({ run, step, by, decision, reason: REASON, evidence: [] }, place, context),
    override: async (run, step, by) =>
      (await overrideGates({ run, step, by, reason: REASON }, place, context)).isAgreed,
    pause: (run, by) => pauseRun({ run, by, reason: REASON }, place, context),
    resume: (run, by) => resumeRun({ run, by, reason: REASON }, place, context),
    cancel: (run, by, rollback) => cancelRun({ run, by, reason: REASON, rollback }, place, context),
    journal: async (run) => {
      const ledger = await ledgerOf();
      try {
        const entries: JournalEntry[] = [];
        for await (const entry of ledger.runs.entries(run)) entries.push(entry);
        return entries;
      } finally {
        await ledger.close();
      }
    },
    verify: async (run) => {
      const ledger = await ledgerOf();
      try {
        return (await ledger.runs.verify(run)).ok;
      } finally {
        await ledger.close();
      }
    },
  };
}

function found({ steps }: RunView, id: string): StepView {
  const step = steps.find((one) => one.id === id);
  if (step === undefined) throw new Error(`There is no step ${id}.`);
  return step;
}

/** A clock that stands until it is moved. */
export function movableClock(
  start = '2026-11-26T09:00:00.000Z',
): Clock & { move(ms: number): void; set(iso: string): void } {
  let now = new Date(start);
  return {
    now: () => now,
    move: (ms) => {
      now = new Date(now.getTime() + ms);
    },
    set: (iso) => {
      now = new Date(iso);
    },
  };
}

/** A playbook with these steps, as YAML. */
export function playbookOf(name: string, steps: string, more = ''): string {
  return `apiVersion: playbook/v1
name: ${name}
title: {en: "${name}", de: "${name}"}
version: 1
mode: delete
timezone: Europe/Berlin
roles: [brand, legal, service]
${more}
steps:
${steps}
`;
}
