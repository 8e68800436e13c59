import { readFile, writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { stepFor } from '../../../src/drafts/promises/promise-steps.ts';
import { exitPlan } from '../../../src/journeys/drafts/exit-plan.ts';
import type { PromiseKind } from '../../../src/model/farewell/promise.ts';
import { requireWorkspace } from '../../../src/workspace/open-workspace.ts';
import { draftsWorkspace } from '../../support/drafts-workspace.ts';
import { exitBlock } from '../../support/exit-block.ts';

const always: readonly PromiseKind[] = [
  'answer-messages',
  'close-inbox',
  'keep-archive',
  'keep-comments',
  'tell-later',
  'honour-prizes',
];
const frozen: readonly PromiseKind[] = [...always, 'content-stays', 'comments-stay', 'keep-account', 'keep-handle'];
const gone: readonly PromiseKind[] = [
  ...always,
  'delete-account',
  'delete-content',
  'delete-comments',
  'delete-messages',
];

async function planOf(platform: string, url: string, mode: string) {
  const { dir, paths } = await draftsWorkspace(exitBlock.replace('mode: freeze', `mode: ${mode}`));
  const text = await readFile(paths.config, 'utf8');
  await writeFile(
    paths.config,
    text.replace('platform: x, url: "https://x.com/brandtsoehne"', `platform: ${platform}, url: "${url}"`),
  );
  const place = { cwd: dir, workspaceDir: dir };
  const clock = { now: () => new Date('2027-01-02T10:00:00.000Z') };
  return exitPlan(await requireWorkspace(place), { playbook: null, run: null }, place, { clock });
}

describe('the playbooks of the shelf', () => {
  it.each([
    ['x', 'https://x.com/brandtsoehne', 'leave-x'],
    ['facebook', 'https://www.facebook.com/brandtsoehne', 'leave-facebook-page'],
    ['instagram', 'https://www.instagram.com/brandtsoehne/', 'leave-instagram'],
    ['linkedin', 'https://www.linkedin.com/company/brandtsoehne/', 'leave-linkedin-page'],
    ['pinterest', 'https://www.pinterest.com/brandtsoehne/', 'leave-pinterest'],
    ['bluesky', 'https://bsky.app/profile/brandtsoehne.example', 'leave-bluesky'],
    ['tiktok', 'https://www.tiktok.com/@brandtsoehne', 'leave-tiktok'],
  ])('do what the templates promise: %s', async (platform, url, name) => {
    for (const [mode, kinds] of [
      ['freeze', frozen],
      ['delete', gone],
    ] as const) {
      const plan = await planOf(platform, url, mode);
      expect(plan?.name).toBe(name);
      const without = kinds.filter((kind) => plan !== null && stepFor(kind, 'x', plan) === undefined);
      expect([mode, without]).toEqual([mode, []]);
      // Neither takes care of what nobody promised in a template.
      expect(plan === null ? null : stepFor('domain-stays', 'x', plan)).toBeUndefined();
    }
  });
});
