import { expect, it, onTestFinished } from 'vitest';
import { enterSchedules, openSchedules } from '../../../src/journeys/schedules/open-schedules.ts';
import { scheduleWorkspace } from '../../support/schedule-workspace.ts';

const YAML = `schedules:
  - {id: berlin, channels: [blog], cron: "0 3 * * *", timezone: Europe/Berlin}
  - {id: same, channels: [blog], cron: "0 3 * * *", timezone: Europe/Berlin}
  - {id: tokyo, channels: [blog], cron: "0 3 * * *", timezone: Asia/Tokyo}
`;

async function opened() {
  const workspace = await scheduleWorkspace('https://blog.example.org/', YAML);
  const open = await openSchedules({ cwd: workspace.dir, workspaceDir: workspace.dir });
  onTestFinished(() => open.close());
  const slots = async () =>
    Object.fromEntries((await open.ledger.schedules.states()).map(({ schedule, slotAt }) => [schedule, slotAt]));
  return { workspace, enter: (now: string) => enterSchedules(open, now).then(slots) };
}

const entered = {
  berlin: '2026-03-28T02:00:00.000Z',
  same: '2026-03-28T02:00:00.000Z',
  tokyo: '2026-03-28T18:00:00.000Z',
};

it('schedules of the same times begin at the same time, and those of another zone at theirs', async () => {
  const { enter } = await opened();
  expect(await enter('2026-03-27T20:00:00.000Z')).toEqual(entered);
});

it('another pattern has its schedule begin anew, across a change of the clocks, and leaves the others where they are', async () => {
  const { workspace, enter } = await opened();
  await enter('2026-03-27T20:00:00.000Z');
  // Nothing was edited: nothing moves, however late it is.
  expect(await enter('2026-03-28T22:00:00.000Z')).toEqual(entered);
  await workspace.edit((yaml) =>
    yaml.replace('{id: same, channels: [blog], cron: "0 3', '{id: same, channels: [blog], cron: "30 4'),
  );
  expect(await enter('2026-03-28T22:00:00.000Z')).toEqual({ ...entered, same: '2026-03-29T02:30:00.000Z' });
});
