import { escapeHtml } from '../../../base/escape-html.ts';
import { sizeIn } from '../../../base/local-format.ts';
import type { JsonValue } from '../../../model/playbook/json.ts';
import type {
  CertifiedApproval,
  CertifiedStep,
  CertifiedVerdict,
  RunCertificate,
} from '../../../model/run/certificate.ts';
import { digest, type PageFrame, table } from './frame.ts';
import { approver, idOf } from './page-closings.ts';

/** What the run waits for; '' when it waits for nothing. */
export function waitsSection({ waitsFor }: RunCertificate, frame: PageFrame): string {
  if (waitsFor.length === 0) return '';
  const { words } = frame;
  const rows = waitsFor.map(({ step, title, state, waits, since, roles, timerAt }) => [
    frame.title(step, title) + idOf(step, frame.title(step, title)),
    [
      waits === null ? words.states[state] : `${words.states[state]} ${words.waits[waits]}`,
      roles.length === 0 ? '' : escapeHtml(roles.join(', ')),
      since === null ? '' : words.since(frame.short(since)),
      timerAt === null ? '' : words.until(frame.short(timerAt)),
    ]
      .filter((text) => text !== '')
      .join(', '),
  ]);
  return `<h2>${words.waitsFor}</h2>\n${table([words.step, words.state], rows)}`;
}

/** Snapshots with their digests, and the verdicts on them. */
export function restsOnSection({ snapshots, verdicts }: RunCertificate, frame: PageFrame): string {
  const { words } = frame;
  const archived = snapshots.map(({ type, at, channel, id, sha256 }) => [
    frame.short(at),
    `<span class="when">${escapeHtml(channel ?? '–')}</span>`,
    `${type === 'snapshot' ? words.snapshot : words.verified}${id === null ? '' : `: ${escapeHtml(id)}`}${sha256 === null ? '' : `<br>${digest(sha256)}`}`,
  ]);
  const stated = verdicts.map((one) => [
    frame.short(one.at),
    `<span class="when">${escapeHtml(one.channel ?? '–')}</span>`,
    verdict(one, frame),
  ]);
  const rows = [...archived, ...stated];
  const shown =
    rows.length === 0 ? `<p>${words.nothingArchived}</p>` : table([words.at, words.channel, ''], rows, 'rests');
  return `<h2>${words.restsOn}</h2>\n${shown}`;
}

function verdict(
  { verdict: said, openGaps, acceptedBy, accepted, digest: of }: CertifiedVerdict,
  frame: PageFrame,
): string {
  const { words } = frame;
  const lines = [
    `${words.verdictOf}: <b>${escapeHtml(words.verdicts[said ?? ''] ?? said ?? '?')}</b>`,
    ...accepted.map(({ gap, by, at, why }) =>
      words.acceptedGap(escapeHtml(gap), frame.person(by), frame.short(at), escapeHtml(why)),
    ),
    accepted.length === 0 && acceptedBy.length > 0
      ? words.acceptedBy(acceptedBy.map((one) => frame.person(one)).join(', '))
      : '',
    openGaps.length === 0 ? '' : `<b class="bad">${words.openGaps(escapeHtml(openGaps.join(', ')))}</b>`,
    of === null ? '' : digest(of),
  ];
  return lines.filter((line) => line !== '').join('<br>');
}

/** Who approved or refused what; '' without any. */
export function approvalsSection({ approvals, steps }: RunCertificate, frame: PageFrame): string {
  if (approvals.length === 0) return '';
  const { words } = frame;
  const items = approvals.map((one) => {
    const step = frame.title(one.step, steps.find(({ id }) => id === one.step)?.title ?? null);
    return `<li>${frame.short(one.at)} · ${step} · ${approver(one, frame)} · ${decision(one, frame)}</li>`;
  });
  return `<h2>${words.approvals}</h2>\n<ul class="lines">${items.join('\n')}</ul>`;
}

function decision(
  { decision: said, comment, digest: of, bound, voided, signature }: CertifiedApproval,
  frame: PageFrame,
): string {
  const { words } = frame;
  const names = Object.entries(bound).map(([name, value]) => `${name}: ${plain(value)}`);
  const lines = [
    `<b>${words[said]}</b>${comment === null ? '' : `: ${escapeHtml(comment)}`}`,
    names.length === 0 ? '' : `${words.bound} <span class="digest">${escapeHtml(names.join('; '))}</span>`,
    digest(of),
    voided === null
      ? ''
      : `<b class="bad">${words.voided(frame.short(voided.at), escapeHtml(voided.changed.join(', ')))}</b>`,
    signature === null ? '' : signed(signature, frame),
  ];
  return lines.filter((line) => line !== '').join('<br>');
}

function signed({ key, check }: NonNullable<CertifiedApproval['signature']>, { words }: PageFrame): string {
  const text = words.signed[check](`${key.slice(0, 16)}…`);
  return check === 'forged' || check === 'other-key' ? `<b class="bad">${text}</b>` : text;
}

function plain(value: JsonValue): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** Each file, address or text with its digest; '' without any. */
export function evidenceSection({ evidence }: RunCertificate, frame: PageFrame): string {
  if (evidence.length === 0) return '';
  const items = evidence.map(({ name, step, bytes, at, by, sha256, kind }) => {
    const size = kind === 'text' ? '' : `, ${sizeIn(frame.language, bytes)}`;
    return `<li><b>${escapeHtml(name)}</b>${size} · ${escapeHtml(step)} · ${frame.person(by)}, ${frame.short(at)}<br>${digest(sha256)}</li>`;
  });
  return `<h2>${frame.words.evidence}</h2>\n<ol class="filed">${items.join('\n')}</ol>`;
}

export function inputsSection({ inputs }: RunCertificate, frame: PageFrame): string {
  const { words } = frame;
  const rows = Object.entries(inputs).map(([name, value]) => {
    const shown = typeof value === 'boolean' ? words[value ? 'yes' : 'no'] : plain(value ?? null);
    return [escapeHtml(name), escapeHtml(shown)];
  });
  if (rows.length === 0) return '';
  const body = rows.map(([name, value]) => `<dt>${name}</dt><dd>${value}</dd>`).join('');
  return `<h2>${words.inputs}</h2>\n<dl class="small">${body}</dl>`;
}

export function stepsSection({ steps }: RunCertificate, frame: PageFrame): string {
  const { words } = frame;
  const rows = steps.map((step) => [
    frame.title(step.id, step.title) + idOf(step.id, frame.title(step.id, step.title)),
    `${escapeHtml(step.type)}${step.isIrreversible ? `<br><b>${words.irreversible}</b>` : ''}`,
    stateIn(step, frame),
    step.since === null ? '–' : frame.short(step.since),
    step.by === null ? '–' : frame.person(step.by),
  ]);
  const heads = [words.step, words.kind, words.state, words.when, words.who];
  return `<h2>${words.steps}</h2>\n${table(heads, rows)}`;
}

function stateIn({ state, waits, attempts }: CertifiedStep, { words }: PageFrame): string {
  const tried = attempts > 1 ? `, ${words.attempts(attempts)}` : '';
  return `${words.states[state]}${waits === null ? '' : ` ${words.waits[waits]}`}${tried}`;
}
