import { readdirSync } from 'node:fs';
import type { ApprovalState } from '../../../src/model/farewell/draft-approval.ts';
import type { DemoMore } from '../lint-demo.ts';

const states: Readonly<Record<string, ApprovalState>> = { 'de/newsletter': 'changed', 'en/bio-x': 'changed' };

const names = ['de', 'en'].flatMap((locale) =>
  readdirSync(`tests/golden/kit/${locale}`).map((file) => `${locale}/${file.replace('.md', '')}`),
);

/** All was approved, and two drafts were changed after it. */
export const around: DemoMore = { approvals: new Map(names.map((name) => [name, states[name] ?? 'approved'])) };
