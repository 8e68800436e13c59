import { escapeHtml } from '../../../base/escape-html.ts';
import type {
  CertifiedApproval,
  CertifiedClosing,
  CertifiedOverride,
  RunCertificate,
} from '../../../model/run/certificate.ts';
import type { GateName } from '../../../model/run/gates.ts';
import { facts, type PageFrame } from './frame.ts';

/** Shut gates that people passed; '' where nobody asked for it. */
export function overridesBox({ overrides, steps }: RunCertificate, frame: PageFrame): string {
  if (overrides.length === 0) return '';
  const { words } = frame;
  const titleOf = (id: string) => frame.title(id, steps.find((step) => step.id === id)?.title ?? null);
  const sections = overrides.map((one) => override(one, titleOf(one.step), frame)).join('\n');
  const isAgreed = overrides.some(({ agreed }) => agreed !== null);
  const [title, means] = isAgreed
    ? [words.overrides, words.overridesMean]
    : [words.overridesAsked, words.overridesRefused];
  return `<div class="override"><h2>${title}</h2>\n<p>${means}</p>\n${sections}</div>`;
}

function override({ step, gates, asked, agreed, usedBy }: CertifiedOverride, title: string, frame: PageFrame): string {
  const { words } = frame;
  const said = ({ by, at, reason }: CertifiedOverride['asked']) =>
    `<b>${frame.person(by)}</b>, ${frame.moment(at)}:<br>„${escapeHtml(reason)}“`;
  return `<section>${facts([
    [words.step, title + idOf(step, title)],
    [words.gates, gates.map((gate) => gateIn(gate, frame)).join('; ')],
    [words.asked, quoted(said(asked), frame)],
    [words.agreed, agreed === null ? `<b>${words.notAgreed}</b>` : quoted(said(agreed), frame)],
    ['', agreed === null ? '' : words.usedBy(usedBy.length)],
  ])}</section>`;
}

/** Quotation marks as the language has them. */
function quoted(html: string, { language }: PageFrame): string {
  return language === 'de' ? html : html.replace('„', '“').replace(/“$/, '”');
}

export function gateIn(gate: string, { words }: PageFrame): string {
  return escapeHtml(words.gateNames[gate as GateName] ?? gate);
}

/** A step's id behind its name; '' where that is its name. */
export function idOf(step: string, title: string): string {
  const id = escapeHtml(step);
  return title === id ? '' : ` <span class="quiet">(${id})</span>`;
}

/** What was typed back, in the quotation marks of the language. */
function typed(text: string | null, { language }: PageFrame): string {
  if (text === null) return '';
  return language === 'de' ? ` („${escapeHtml(text)}“)` : ` (“${escapeHtml(text)}”)`;
}

/** What was closed: each irreversible step with its whole story. */
export function closingsSection(certificate: RunCertificate, frame: PageFrame): string {
  const { words } = frame;
  const { closed } = certificate;
  const items = closed.map((one) => closing(one, certificate, frame)).join('\n');
  return `<h2>${words.closed}</h2>\n${closed.length === 0 ? `<p>${words.nothingClosed}</p>` : items}`;
}

function closing(one: CertifiedClosing, certificate: RunCertificate, frame: PageFrame): string {
  const { words } = frame;
  const { outcome, releases, result } = one;
  const title = frame.title(one.step, one.title);
  const ended =
    outcome === null
      ? ''
      : `${frame.moment(outcome.at)}, ${words.via[outcome.via]}${outcome.by === null ? '' : `: ${frame.person(outcome.by)}`}`;
  const kind = result === 'done' ? 'result' : 'result bad';
  return `<section class="item"><h3>${title}${idOf(one.step, title)} <span class="${kind}">${words.results[result]}</span></h3>
${facts([
  [words.channel, one.channel === null ? '' : `<b>${escapeHtml(one.channel)}</b>`],
  [words.target, escapeHtml(one.target)],
  [words.outcome, result === 'done' ? ended : ''],
  [words.state, result === 'done' ? '' : ended],
  [words.released, releases.map(({ at, by }) => `${frame.moment(at)}, ${frame.person(by)}`).join('<br>')],
  [
    words.letGo,
    one.letGo
      .map((each) => `${frame.moment(each.at)}, ${frame.person(each.by)}${typed(each.typed, frame)}`)
      .join('<br>'),
  ],
  [words.approvedBy, approvers(one, certificate.approvals, frame)],
  [words.gatesPassed, one.overridden.map((gate) => `<b class="bad">${gateIn(gate, frame)}</b>`).join('; ')],
  [words.evidence, evidenceOf(one, certificate, frame)],
  [words.note, escapeHtml(outcome?.note ?? '')],
])}</section>`;
}

function approvers({ approvals }: CertifiedClosing, all: readonly CertifiedApproval[], frame: PageFrame): string {
  const used = all.filter(({ seq }) => approvals.includes(seq));
  if (used.length === 0) return `<b class="bad">${frame.words.noApproval}</b>`;
  return used.map((one) => `${approver(one, frame)}, ${frame.short(one.at)}`).join('<br>');
}

/** With roles, and in whose place. */
export function approver({ by, roles, insteadOf }: CertifiedApproval, frame: PageFrame): string {
  const as = roles.length === 0 ? '' : `, ${escapeHtml(roles.join(', '))}`;
  const place = insteadOf === null ? '' : `, ${frame.words.insteadOf(frame.person(insteadOf))}`;
  return `${frame.person(by)}${as}${place}`;
}

/** By the numbers under which the list of evidence has it. */
function evidenceOf({ evidence }: CertifiedClosing, certificate: RunCertificate, { words }: PageFrame): string {
  const named = certificate.evidence.flatMap(({ seq, name }, at) => {
    return evidence.includes(seq) ? [`E${at + 1} ${escapeHtml(name)}`] : [];
  });
  return named.length === 0 ? words.noEvidence : named.join('; ');
}
