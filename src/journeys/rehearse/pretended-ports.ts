import { sha256 as digest } from '../../base/digest.ts';
import { dayAt } from '../../base/zoned-time.ts';
import type { Person } from '../../model/run/people.ts';
import type { PortSnapshot, StepPorts } from '../../model/run/step-ports.ts';
import { findPeople } from '../runs/find-people.ts';
import type { StageClock } from './stage-clock.ts';

const PAGES = 120;
const RECORDS = 1800;
const DRAFTS = 40;
const CERTIFICATE_BYTES = 48_000;

/** What steps may ask of a workspace, pretended: every archive is whole, nothing is read and nothing is written. */
export function pretendedPorts(clock: StageClock, zone: string, people: () => readonly Person[]): StepPorts {
  const snapshots = new Map<string, PortSnapshot>();
  let count = 0;
  const take = (channel: string): PortSnapshot => {
    count += 1;
    const at = clock.iso();
    const id = `${channel}-${at.slice(0, 10)}-${count}`;
    const sha256 = digest(id);
    const taken = {
      id,
      channel,
      sha256,
      state: 'complete',
      pages: PAGES,
      gaps: 0,
      startedAt: at,
      finishedAt: at,
    } as const;
    snapshots.set(channel, taken);
    return taken;
  };
  // Whoever plays without a step that takes one has it from before.
  const newest = (channel: string): PortSnapshot => snapshots.get(channel) ?? take(channel);
  return {
    takeSnapshot: async (channel) => take(channel),
    newestSnapshot: async (channel) => newest(channel),
    verifySnapshot: async (channel) => ({ ok: true, snapshot: newest(channel), problems: [], records: RECORDS }),
    statement: async (channel) => ({
      channel,
      verdict: 'complete',
      isComplete: true,
      isAccepted: true,
      openGaps: [],
      acceptedBy: [],
      changedAt: newest(channel).finishedAt,
      digest: newest(channel).sha256,
    }),
    drafts: {
      exit: async () => ({ isThere: true, lacks: null }),
      write: async () => ({ drafts: DRAFTS, changed: DRAFTS, clashes: [], tooLong: [] }),
      // That people approve each of them is their work before this step, which the playbook gives its time.
      check: async (names) => ({
        isThere: true,
        lacks: null,
        drafts: names.map((name) => `en/${name}`),
        problems: [],
        approvedBy: [],
        digest: digest(names.join(' ')),
      }),
      lint: async () => [],
    },
    people: (idOrRole) => findPeople(idOrRole, people(), dayAt(clock.iso(), zone)),
    mail: null,
    writeCertificate: async (run) => ({
      file: `evidence/${run}/certificate.html`,
      sha256: digest(`certificate of ${run}`),
      bytes: CERTIFICATE_BYTES,
    }),
    folder: '.',
    environment: {},
  };
}
