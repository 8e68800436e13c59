import { expect, it } from 'vitest';
import { systemClock } from '../../src/base/clock.ts';
import { qaSnapshot } from '../../src/journeys/qa-snapshot.ts';
import { makeSnapshot } from '../support/make-snapshot.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

it('follows a page that redirects to where it ends, and to no other page', async () => {
  const dir = await temporaryFolder();
  const { file } = await makeSnapshot(dir);
  const limits = { minPicture: 0, minText: 0 };
  const context = { signal: new AbortController().signal, onProgress: () => undefined, clock: systemClock };
  const input = { fileOrId: file, workers: 1, limits, reportLanguages: [] };
  const { report } = await qaSnapshot(input, { cwd: dir, workspaceDir: undefined }, context);
  expect(report.pages.find(({ url }) => url.endsWith('/p/1'))).toMatchObject({
    verdict: 'good',
    reasons: [],
    // The page it ends at has the captured paragraph twelve times, the front page twenty times.
    text: expect.closeTo((2 * 15) / (15 + 14 * 12 + 1), 1),
  });
});
