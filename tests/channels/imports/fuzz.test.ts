import { describe, expect, it } from 'vitest';
import { adapterOf } from '../../../src/channels/registry.ts';
import type { ExportFinding } from '../../../src/model/official-export.ts';
import { memoryTree } from '../../support/memory-tree.ts';
import type { ExportFixture } from './export-fixture.ts';
import { allFixtures } from './fixtures-of-all.ts';
import { asFiles, type Files, mutate } from './mutate.ts';

/** 1,000 with `FUZZ=1000 npx vitest run tests/channels/imports/fuzz.test.ts`. */
const rounds = Number(process.env.FUZZ ?? 60);
const slowestMs = 5_000;

interface Outcome {
  /** Not taken for an export, or refused with a reason: nobody can think that it was read. */
  readonly isRefused: boolean;
  readonly accounted: number;
  /** Something was said to be missing or not readable. */
  readonly isTold: boolean;
}

async function readFiles({ place }: ExportFixture, files: Files): Promise<Outcome> {
  const tree = memoryTree(files);
  const importer = adapterOf(place.platform).import;
  const detection = await importer?.detect(tree);
  if (importer === undefined || detection?.kind !== 'export') return { isRefused: true, accounted: 0, isTold: true };
  let accounted = 0;
  let isTold = detection.export.missingParts.length > 0;
  for await (const finding of importer.read(detection.export, tree, place, { include: new Set() })) {
    accounted += weight(finding);
    if (finding.kind === 'unreadable') isTold = true;
  }
  return { isRefused: false, accounted, isTold };
}

function weight(finding: ExportFinding): number {
  if (finding.kind === 'left-out') return finding.count;
  return finding.kind === 'post' || finding.kind === 'unreadable' ? 1 : 0;
}

const fixtures = (await allFixtures()).flatMap(({ exports }) => exports);

describe.each(fixtures.map((fixture) => [fixture.name, fixture] as const))('%s, damaged', (name, fixture) => {
  it(`never crashes, hangs or loses something in silence, ${rounds} times`, { timeout: 300_000 }, async () => {
    const files = asFiles(fixture.contents);
    const whole = await readFiles(fixture, files);
    const silent: string[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const mutation = mutate(files, round + 1000 * name.length);
      const begun = performance.now();
      const outcome = await readFiles(fixture, mutation.files).catch((error: unknown) => {
        throw new Error(`${mutation.name} crashed it`, { cause: error });
      });
      expect(performance.now() - begun, `${mutation.name} took too long`).toBeLessThan(slowestMs);
      if (!outcome.isTold && outcome.accounted < whole.accounted) {
        silent.push(`${mutation.name}: ${outcome.accounted} of ${whole.accounted}`);
      }
    }
    expect(silent).toEqual([]);
  });
});
