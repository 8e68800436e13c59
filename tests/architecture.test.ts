import { describe, expect, it } from 'vitest';
import { brokenRules, cruiseImports } from './support/import-rules.ts';
import { typescriptFiles, unseenImports } from './support/unseen-imports.ts';

describe('the house', () => {
  it('has no import that goes the wrong way', async () => {
    expect(brokenRules(await cruiseImports('src'), 'src')).toEqual([]);
  });

  it('was looked at whole: every file and every import in it', async () => {
    const result = await cruiseImports('src');
    expect(unseenImports(result, 'src')).toEqual([]);
    expect(typescriptFiles('src').length).toBeGreaterThanOrEqual(30);
  });
});

describe('the import rules', () => {
  const root = 'tests/fixtures/architecture/src';

  it('name every wrong arrow, and nothing else', async () => {
    expect(brokenRules(await cruiseImports(root), root)).toEqual([
      'archiver-has-one-folder: crawl/lazy-archiver.ts → archiver',
      'base-imports-nothing: base/base-to-model.ts → model/good.ts',
      'doors-import-journeys-model-and-base: cli/door-to-room.ts → archive/good.ts',
      'doors-import-journeys-model-and-base: web/door-to-door.ts → cli/good.ts',
      'every-folder-has-its-place: misc/nobody-knows.ts → base/good.ts',
      'every-package-is-listed: posts/unlisted-package.ts → domhandler',
      'every-package-is-listed: vault/development-package.ts → typescript',
      'everything-resolves: drafts/not-there.ts → ./nowhere.ts',
      'index-imports-journeys-model-and-base: index.ts → archive/good.ts',
      'journeys-import-rooms-model-and-base: journeys/journey-to-door.ts → cli/good.ts',
      'model-imports-base: model/model-to-room.ts → archive/good.ts',
      'no-cycles: runs/cycle-one.ts → runs/cycle-two.ts',
      'no-development-packages: replay/imports-component.ts → replaywebpage',
      'no-development-packages: vault/development-package.ts → typescript',
      'no-orphans: steps/orphan.ts',
      'playwright-core-has-one-folder: archive/heavy-package.ts → playwright-core',
      'replaywebpage-has-one-folder: replay/imports-component.ts → replaywebpage',
      'rooms-import-model-and-base: archive/room-to-journey.ts → journeys/good.ts',
      'rooms-import-model-and-base: crawl/room-to-room-by-type.ts → archive/good.ts',
    ]);
  });

  it('notice a file that was not looked at', async () => {
    const partly = await cruiseImports(root, `${root}/runs`);
    expect(unseenImports(partly, root)).toContain(`${root}/cli/good.ts`);
  });

  it('notice an import that the parser passed over', async () => {
    const blindToTypes = await cruiseImports(root, root, { tsPreCompilationDeps: false });
    expect(unseenImports(blindToTypes, root)).toEqual([`${root}/crawl/room-to-room-by-type.ts: ../archive/good.ts`]);
  });
});
