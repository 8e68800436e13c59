import { expect, it } from 'vitest';
import { plainStyle } from '../../../src/cli/style.ts';
import { planPlaybook } from '../../../src/journeys/plan-playbook.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const blog = {
  domain: 'blog.aurora.example',
  new_home: 'https://aurora.example/blog/',
  page: 'https://blog.aurora.example/best',
  feed: 'https://blog.aurora.example/feed/',
  legal_page: 'https://blog.aurora.example/imprint/',
  old_host: 'old.blog.aurora.example',
};

const plans = [
  ['leave-x', 'de', { channel: 'x', mode: 'delete', last_day: '2027-03-01' }],
  ['close-own-blog', 'en', { channel: 'blog', mode: 'redirect', last_day: '2027-03-15', ...blog }],
  [
    'emergency-exit',
    'de',
    {
      channel: 'x',
      reason: 'hacked',
      mode: 'freeze',
      deadline: '2027-01-12T16:00',
      new_home: 'https://aurora.example/x',
    },
  ],
] as const;

it.each(plans)('%s has the days that were looked at and found right (%s)', async (playbook, language, inputs) => {
  const context = {
    clock: { now: () => new Date('2027-01-11T08:00:00.000Z') },
    signal: new AbortController().signal,
    onProgress: () => undefined,
  };
  const { drawing } = await planPlaybook(
    {
      playbook,
      inputs,
      language,
      compare: null,
      start: null,
      holidays: 'DE-NI',
      rates: { brand: 8000, legal: 15_000, service: 5000, it: 9000 },
      currency: 'EUR',
      format: 'text',
      paper: { width: 100, style: plainStyle },
      out: null,
      force: false,
    },
    { cwd: await temporaryFolder() },
    context,
  );
  await expect(drawing).toMatchFileSnapshot(`../../golden/plans/${playbook}.txt`);
});
