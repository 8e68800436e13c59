import { onTestFinished } from 'vitest';
import { sha256 } from '../../src/base/digest.ts';
import { stepTypes } from '../../src/model/playbook/playbook.ts';
import type { PortSnapshot, PortStatement } from '../../src/model/run/step-ports.ts';
import { stepRegistry } from '../../src/steps/registry.ts';
import { type StepCase, stepContract } from '../contracts/step-contract.ts';
import { startDnsServer } from '../support/dns-server.ts';
import { type ContextParts, noPorts } from '../support/step-context.ts';
import { startTestSite } from '../support/test-site.ts';

const snapshot: PortSnapshot = {
  id: 's1',
  channel: 'blog',
  sha256: sha256('a'),
  state: 'complete',
  pages: 2,
  gaps: 0,
  startedAt: '2026-11-26T10:00:00.000Z',
  finishedAt: '2026-11-26T10:05:00.000Z',
};

const statement: PortStatement = {
  channel: 'blog',
  verdict: 'complete',
  isComplete: true,
  isAccepted: true,
  openGaps: [],
  acceptedBy: [],
  changedAt: null,
  digest: sha256('b'),
};

const answered: ContextParts = {
  with: { points: { yes: 2, no: 0 }, of: ['shop'], gaps: { shop: 'Move it.' }, pass: 1 },
  before: [
    {
      id: 'shop',
      outputs: { answer: 'no' },
      evidence: [{ id: 'answer', kind: 'text', required: true, description: null, choices: ['yes', 'no'] }],
    },
  ],
};

const byPeople: StepCase = { checked: [] };

/** Until the signal fires, as a journey does that is stopped. */
function untilStopped(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
}

async function site(): Promise<string> {
  const { url, close } = await startTestSite({ '/': 'Hello', '/slow': () => undefined });
  onTestFinished(close);
  return url('/');
}

const cases: Readonly<Record<(typeof stepTypes)[number], StepCase>> = {
  manual: byPeople,
  approval: byPeople,
  wait: byPeople,
  publish: byPeople,
  footprint: byPeople,
  draft: {
    checked: ['optional'],
    succeeds: async () => ({
      ports: {
        drafts: {
          ...noPorts.drafts,
          exit: async () => ({ isThere: true, lacks: null }),
          write: async () => ({ drafts: 4, changed: 4, clashes: [], tooLong: [] }),
        },
      },
    }),
  },
  'check-drafts': {
    checked: ['drafts', 'optional'],
    succeeds: async () => ({
      ports: {
        drafts: {
          ...noPorts.drafts,
          check: async () => ({
            isThere: true,
            lacks: null,
            drafts: ['de/announcement-x'],
            problems: [],
            approvedBy: ['anna'],
            digest: sha256('d'),
          }),
          lint: async () => [],
        },
      },
    }),
  },
  snapshot: {
    checked: ['channel', 'require'],
    succeeds: async () => ({ with: { channel: 'blog' }, ports: { takeSnapshot: async () => snapshot } }),
    isSlow: async () => ({ with: { channel: 'blog' }, ports: { takeSnapshot: (_, signal) => untilStopped(signal) } }),
  },
  verify: {
    checked: ['channel'],
    succeeds: async () => ({
      with: { channel: 'blog' },
      ports: { verifySnapshot: async () => ({ ok: true, snapshot, problems: [], records: 7 }) },
    }),
    isSlow: async () => ({ with: { channel: 'blog' }, ports: { verifySnapshot: (_, signal) => untilStopped(signal) } }),
  },
  complete: {
    checked: ['channel', 'accept_named_gaps'],
    succeeds: async () => ({ with: { channel: 'blog' }, ports: { statement: async () => statement } }),
  },
  http: {
    checked: ['url', 'method', 'headers', 'expect', 'timeout', 'idempotent'],
    succeeds: async () => ({ with: { url: await site() } }),
    isSlow: async () => ({ with: { url: `${await site()}slow` } }),
  },
  dns: {
    checked: ['name', 'type', 'expect', 'server'],
    succeeds: async () => {
      const { address } = await startDnsServer({ 'A www.example.org': ['192.0.2.7'] });
      return { with: { name: 'www.example.org', expect: '192.0.2.7', server: address } };
    },
    isSlow: async () => {
      const { address } = await startDnsServer({ 'A www.example.org': 'silence' });
      return { with: { name: 'www.example.org', expect: 'absent', server: address } };
    },
  },
  command: {
    checked: ['run', 'args', 'env', 'folder', 'expect_exit', 'timeout', 'idempotent'],
    succeeds: async () => ({ with: { run: 'true' } }),
    isSlow: async () => ({ with: { run: 'sleep', args: ['60'] } }),
  },
  notify: {
    checked: ['webhook'],
    succeeds: async () => ({ with: { webhook: await site() } }),
    isSlow: async () => ({ with: { webhook: `${await site()}slow` } }),
  },
  gate: {
    checked: ['require'],
    succeeds: async () => ({ with: { require: [{ that: true, say: 'The card is not read.' }] } }),
  },
  score: {
    checked: ['points', 'of', 'gaps', 'pass'],
    succeeds: async () => answered,
  },
  certificate: {
    checked: ['language'],
    succeeds: async (): Promise<ContextParts> => ({
      with: {},
      ports: {
        writeCertificate: async () => ({ file: 'evidence/run-1/certificate.html', sha256: sha256('c'), bytes: 3 }),
      },
    }),
    isSlow: async () => ({ with: {}, ports: { writeCertificate: (_, signal) => untilStopped(signal) } }),
  },
};

for (const name of stepTypes) stepContract(stepRegistry[name], cases[name]);
