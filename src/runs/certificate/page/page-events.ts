import { escapeHtml } from '../../../base/escape-html.ts';
import type {
  CertifiedAmendment,
  CertifiedDoubt,
  CertifiedWord,
  RunCertificate,
} from '../../../model/run/certificate.ts';
import { CONDITION_SHUT } from '../../condition-shut.ts';
import { digest, type PageFrame } from './frame.ts';

/** A longer diff fills pages that nobody reads; the whole of it stands in the page's JSON. */
const MOST_DIFF_LINES = 30;

/** All that was skipped, in doubt, amended, paused, ordered anew, and when the clock jumped. */
export function eventsSection(certificate: RunCertificate, frame: PageFrame): string {
  const { words } = frame;
  const items = [
    ...certificate.doubts.map((one) => doubt(one, certificate, frame)),
    ...skips(certificate, frame),
    ...certificate.amendments.map((one) => amendment(one, frame)),
    ...said(certificate, frame),
    ...certificate.clockJumps.map(({ from, to }) =>
      line(words.clock, words.jump(frame.moment(from), frame.moment(to))),
    ),
  ];
  const isSteady = items.length === 0 && certificate.overrides.length === 0;
  if (items.length === 0 && !isSteady) return '';
  return `<h2>${words.events}</h2>\n${isSteady ? `<p>${words.noEvents}</p>` : `<div class="events">${items.join('\n')}</div>`}`;
}

function line(title: string, html: string): string {
  return `<section class="item"><p><b>${title}</b>: ${html}</p></section>`;
}

function doubt(
  { step, at, reason, probe, said: all, settled }: CertifiedDoubt,
  { steps }: RunCertificate,
  frame: PageFrame,
) {
  const { words } = frame;
  const title = frame.title(step, steps.find(({ id }) => id === step)?.title ?? null);
  const lines = all.map((one) => {
    return `<li>${frame.person(one.by)} ${words.decisions[one.decision]}, ${frame.moment(one.at)}: ${escapeHtml(one.reason)}</li>`;
  });
  const end =
    settled === null
      ? `<b class="bad">${words.unsettled}</b>`
      : `${words.settled[settled.as]}, ${frame.moment(settled.at)}.`;
  return `<section class="item"><p><b>${words.doubt(title)}</b>, ${frame.moment(at)}: ${escapeHtml(reason)} ${words.probe[probe]}</p>
${lines.length === 0 ? '' : `<ul>${lines.join('')}</ul>`}<p>${end}</p></section>`;
}

function skips({ steps }: RunCertificate, frame: PageFrame): readonly string[] {
  const { words } = frame;
  const of = (state: string, title: string) =>
    steps
      .filter((step) => step.state === state)
      .map(({ id, title: name, reason }) => {
        return line(
          title,
          `${frame.title(id, name)}${reason === null ? '' : `. ${escapeHtml(inWords(reason, words))}`}`,
        );
      });
  return [...of('skipped', words.skipped), ...of('failed', words.failed)];
}

/** The journal says in English why; what stands behind it is the playbook's own. */
function inWords(reason: string, words: PageFrame['words']): string {
  return reason.startsWith(CONDITION_SHUT) ? words.conditionShut(reason.slice(CONDITION_SHUT.length)) : reason;
}

function amendment({ at, by, reason, diff, sources }: CertifiedAmendment, frame: PageFrame): string {
  const { words } = frame;
  const lines = diff.trimEnd().split('\n');
  const cut = lines.length > MOST_DIFF_LINES ? `\n${words.moreLines(lines.length - MOST_DIFF_LINES)}` : '';
  const shown = escapeHtml(lines.slice(0, MOST_DIFF_LINES).join('\n') + cut);
  const files = sources.map(({ name, sha256 }) => `${escapeHtml(name)} ${digest(sha256)}`).join('<br>');
  return `<section class="item long"><p><b>${words.amendment}</b>: ${frame.person(by)}, ${frame.moment(at)}: ${escapeHtml(reason)}</p>
<pre>${shown}</pre><p>${files}</p></section>`;
}

function said({ pauses, reopened }: RunCertificate, frame: PageFrame): readonly string[] {
  const { words } = frame;
  const who = ({ by, at }: CertifiedWord) => `${frame.person(by)}, ${frame.moment(at)}`;
  return [
    ...pauses.map((one) => line(words[one.what], `${who(one)}: ${escapeHtml(one.reason)}`)),
    ...reopened.map((one) => line(words.reopened, `${escapeHtml(one.step)}, ${who(one)}: ${escapeHtml(one.reason)}`)),
  ];
}
