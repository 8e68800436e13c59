import { expect, it } from 'vitest';
import { runCli } from '../../support/run-cli.ts';
import { newRunFolder, playbookOf, runWorkspace } from '../../support/run-workspace.ts';

const STEPS = `
  - {id: first, type: manual, assignee: brand}
  - {id: page, type: manual, name: Write the page, if: run.version == 99, assignee: brand}
`;

it('says of what people would do, and need not, that it is not needed', async () => {
  const dir = await newRunFolder({ leave: playbookOf('leave', STEPS) });
  await runWorkspace(dir).start('leave');
  const { stdout } = await runCli(['run', 'explain'], { cwd: dir });
  expect(stdout).toMatch(/Also open +"Write the page" is not needed\./);
});
