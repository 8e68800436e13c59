import type { PlannedChannel, PrunePlan } from '../journeys/retention/plan-pruning.ts';
import { toPrune } from '../journeys/retention/plan-pruning.ts';
import type { Hold } from '../model/retention/hold.ts';
import { hasKeepRules, type KeepRules, keepPeriods } from '../model/retention/keep-rules.ts';
import type { KeepReason } from '../model/retention/prune-plan.ts';
import { oneLine } from './cut-text.ts';
import { formatCount, formatSize, formatTable, formatTime, plural } from './format.ts';

/** `last 7, daily 30`; what is asked for nowhere is left out. */
export function rulesText(rules: KeepRules): string {
  const asked = (['last', ...keepPeriods] as const).filter((rule) => rules[rule] > 0);
  return asked.map((rule) => `${rule} ${rules[rule]}`).join(', ');
}

export function reasonText(reason: KeepReason): string {
  switch (reason.by) {
    case 'last':
      return reason.place === 1 ? 'the last' : `one of the last (${reason.place})`;
    case 'no-rules':
      return 'no rule says otherwise';
    case 'last-good':
      return 'the last complete one';
    case 'newest':
      return 'the newest';
    case 'hold':
      return `hold ${reason.hold} of ${oneLine(reason.who)}: ${oneLine(reason.why)}`;
    case 'run':
      return `evidence of ${plural(reason.runs.length, 'run')} ${reason.runs.join(', ')}`;
    case 'only-copy':
      return `the only copy of ${plural(reason.posts, 'post')}`;
    default:
      return `${reason.by} ${reason.period}`;
  }
}

/** What would go and what stays, with the reasons, and how much room it makes. */
export function describePlan(plan: PrunePlan): string {
  const gone = toPrune(plan);
  const all = plan.channels.flatMap(({ snapshots }) => snapshots).length;
  const head =
    gone.length === 0
      ? `Nothing to prune: all ${plural(all, 'snapshot')} stay.`
      : `${formatCount(gone.length)} of ${plural(all, 'snapshot')} would go, ${formatSize(gone.reduce((sum, { bytes }) => sum + bytes, 0))} of archives. Days are those of ${plan.zone}.`;
  return [head, ...plan.channels.map(describeChannel)].join('\n\n');
}

function describeChannel({ channel, rules, snapshots }: PlannedChannel): string {
  const rows = snapshots.map(({ snapshot, keeps }) => [
    keeps.length === 0 ? 'GOES' : 'stays',
    snapshot.id,
    formatTime(snapshot.startedAt),
    snapshot.state,
    formatSize(snapshot.bytes),
    keeps.map(reasonText).join('; '),
  ]);
  const table = formatTable(
    [
      { title: '' },
      { title: 'ID' },
      { title: 'TAKEN' },
      { title: 'STATE' },
      { title: 'SIZE', align: 'right' },
      { title: 'BECAUSE' },
    ],
    rows,
  );
  const keep = hasKeepRules(rules)
    ? `keeps ${rulesText(rules)}`
    : 'has no "keep" in lastpost.yaml, so everything stays';
  return `${channel} ${keep}\n${table}`;
}

export function planJson(plan: PrunePlan): object {
  return {
    plan: plan.name,
    zone: plan.zone,
    channels: plan.channels.map(({ channel, rules, snapshots }) => ({
      channel,
      keep: rules,
      snapshots: snapshots.map(({ snapshot, keeps }) => ({
        id: snapshot.id,
        started_at: snapshot.startedAt,
        state: snapshot.state,
        bytes: snapshot.bytes,
        goes: keeps.length === 0,
        because: keeps.map((reason) => ({ ...reason, says: reasonText(reason) })),
      })),
    })),
  };
}

export function describeHolds(holds: readonly Hold[]): string {
  const rows = holds.map(({ number, channel, snapshot, by, at, why, released }) => [
    String(number),
    snapshot ?? 'all',
    channel,
    by,
    formatTime(at),
    oneLine(why),
    released === null ? 'in force' : `released ${formatTime(released.at)} by ${released.by}: ${oneLine(released.why)}`,
  ]);
  return formatTable(
    [
      { title: 'HOLD' },
      { title: 'SNAPSHOT' },
      { title: 'CHANNEL' },
      { title: 'BY' },
      { title: 'SINCE' },
      { title: 'BECAUSE' },
      { title: 'STATE' },
    ],
    rows,
  );
}
