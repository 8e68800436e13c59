import { missedPolicies } from '../../../model/schedule/schedule.ts';
import { defineCommand } from '../../command-spec.ts';
import { choiceOption, repeated, textOption } from '../../options.ts';
import { scheduleErrors } from '../../schedule-options.ts';
import { localMoment, whenText } from '../../schedule-text.ts';
import { shownPath } from '../../snapshot-text.ts';

const options = {
  cron: textOption('PATTERN', 'when, as five fields in quotes: minute, hour, day, month, weekday'),
  every: textOption('SPAN', 'how often instead, like 30m, 6h or 1d'),
  tz: textOption('ZONE', 'whose clocks count, like Europe/Berlin', "the workspace's, or this computer's"),
  id: textOption('ID', 'what to call it', "the channel's id"),
  missed: choiceOption(
    missedPolicies,
    'times at which nobody was there: left out, made up for with one snapshot, or with one for each',
    'once',
  ),
  jitter: textOption('SPAN', 'begin up to so much later, so that not everything begins at once', 'none'),
  denser: repeated(textOption('FROM:EVERY', "30d:6h is every 6 hours from 30 days before the exit's last day on")),
  mail: repeated(textOption('WHO', 'a person, a role or an address that is told of changes, gaps and failures')),
  webhook: textOption('ADDRESS', 'https address or env:NAME that is told the same'),
  secret: textOption('env:NAME', 'what the webhook is signed with'),
};

export const addCommand = defineCommand({
  description:
    'Writes into lastpost.yaml when snapshots of channels are taken by themselves; comments and order there stay. Nothing runs ' +
    'yet by that alone: "lastpost schedule install" has this computer call it, or "lastpost serve" runs as long as you let it. ' +
    'A time that the clocks skip in spring is taken right after the gap, and one that they show twice in autumn once.',
  arguments: [{ name: 'CHANNEL', description: 'a channel of the workspace', required: true, variadic: true }],
  options,
  examples: [
    { command: 'schedule add blog --cron "0 3 * * *" --tz Europe/Berlin', explains: 'Each night at three:' },
    { command: 'schedule add x instagram --every 6h --jitter 10m --mail jana', explains: 'Two channels, with mails:' },
    {
      command: 'schedule add x --cron "0 3 * * *" --denser 30d:6h --denser 3d:1h',
      explains: 'More and more often towards the last day of the exit:',
    },
  ],
  errors: {
    'usage.missing-option': 'neither --cron nor --every is given',
    'usage.bad-value': "both are given, or an option's value cannot be read",
    'schedule.bad-cron': 'that is no cron pattern; the hint says why',
    'schedule.never-fires': 'no calendar has such a day, like 30 February',
    'schedule.unknown-zone': 'there is no such time zone; the hint names the nearest',
    'schedule.exists': 'there is a schedule with that id already',
    'channel.unknown': 'the workspace has no such channel',
    ...scheduleErrors,
  },
  exitCodes: { 0: 'added', 1: 'failed', 2: 'wrong use or settings; nothing was written' },
  run: async ({ tz, ...given }, context) => {
    const { addSchedule } = await import('../../../journeys/schedules/change-schedules.ts');
    const request = { ...given, timezone: tz, channels: context.args };
    const { schedule, file, times } = await addSchedule(request, context, context.clock.now());
    const { style, cwd } = context;
    const text = [
      style.green(`Added to ${shownPath(file, cwd)} as ${schedule.id}: ${whenText(schedule)}`),
      '',
      'Next:',
      ...times.map((at) => `  ${localMoment(at, schedule.timezone)}`),
      '',
      'It runs when something calls it: lastpost schedule install, or lastpost serve',
    ].join('\n');
    return { exitCode: 0, json: { schedule: { id: schedule.id, channels: schedule.channels, next: times } }, text };
  },
});
