import { escapeHtml } from '../../../base/escape-html.ts';
import { numberIn } from '../../../base/local-format.ts';
import { sealedHead } from '../../../base/sealed-head.ts';
import type { FactLanguage } from '../../../model/platform.ts';
import type { RunCertificate } from '../../../model/run/certificate.ts';
import { digest, facts, type PageFrame, pageFrame } from './frame.ts';
import { closingsSection, overridesBox } from './page-closings.ts';
import { eventsSection } from './page-events.ts';
import { scoresSection } from './page-scores.ts';
import { certificateStyle } from './page-style.ts';
import {
  approvalsSection,
  evidenceSection,
  inputsSection,
  restsOnSection,
  stepsSection,
  waitsSection,
} from './page-tables.ts';

/** Who makes the page. */
export interface PageMaker {
  readonly software: string;
  /** SHA-256 of the public key that the page will be signed with. */
  readonly key: string;
}

/**
 * The certificate as one page that needs nothing else: no script, no file, no net. What it says stands in it a second time
 * as JSON, for programs. It ends with a line break, so that a signature can follow on a line of its own.
 */
export function certificatePage(certificate: RunCertificate, language: FactLanguage, maker: PageMaker): string {
  const frame = pageFrame(language, certificate.timezone);
  const { words } = frame;
  const { brand, run, playbook, standing, ended } = certificate;
  const title = words.title[standing];
  const kind = standing === 'final' ? (ended?.state ?? 'interim') : standing;
  const isOverridden = certificate.overrides.some(({ usedBy }) => usedBy.length > 0);
  return `${sealedHead(language, `${title}: ${playbook.title[language]} – ${brand}`, certificateStyle)}
<body>
<header>
<p class="kind">${title}</p>
<h1>${escapeHtml(playbook.title[language])}</h1>
<p class="about"><b>${escapeHtml(brand)}</b> · ${escapeHtml(words.run(run))} · ${escapeHtml(words.playbook(playbook.name, playbook.version))}</p>
<p class="about">${words.statedAt(frame.moment(certificate.statedAt))}</p>
</header>
<main>
<div class="verdict ${escapeHtml(kind)}${isOverridden ? ' overridden' : ''}"><strong>${words.verdict(certificate)}${isOverridden ? words.underOverride : ''}</strong>
<p>${escapeHtml(words.because(certificate))}</p></div>
${overridesBox(certificate, frame)}
${life(certificate, frame)}
${waitsSection(certificate, frame)}
${closingsSection(certificate, frame)}
${restsOnSection(certificate, frame)}
${scoresSection(certificate, frame)}
${eventsSection(certificate, frame)}
${approvalsSection(certificate, frame)}
${evidenceSection(certificate, frame)}
${inputsSection(certificate, frame)}
${stepsSection(certificate, frame)}
${origin(certificate, frame)}
</main>
<footer>
<p>${escapeHtml(words.zone(certificate.timezone))} ${escapeHtml(words.madeWith(maker.software))} ${words.check} ${words.provesNot}</p>
<p>${words.key}: ${digest(maker.key)}</p>
<div class="sign"><span>${words.name}</span><span>${words.date}</span><span>${words.signature}</span></div>
</footer>
<script type="application/json" id="certificate">${asScript(certificate)}</script>
</body>
</html>
`;
}

/** When it began and ended, who cancelled it, and since when there is no way back. */
function life(
  { started, ended, cancelled, pointOfNoReturn, playbook, steps }: RunCertificate,
  frame: PageFrame,
): string {
  const { words } = frame;
  const titleOf = (id: string) => frame.title(id, steps.find((step) => step.id === id)?.title ?? null);
  return facts(
    [
      [words.mode, words.modes[playbook.mode]],
      [words.started, `${frame.moment(started.at)}, ${frame.person(started.by)}`],
      [
        words.noReturn,
        pointOfNoReturn === null
          ? words.nothingIrreversible
          : `${frame.moment(pointOfNoReturn.at)}, ${titleOf(pointOfNoReturn.step)}`,
      ],
      [
        words.cancelled,
        cancelled === null
          ? ''
          : `${frame.moment(cancelled.at)}, ${frame.person(cancelled.by)}: ${escapeHtml(cancelled.reason)}`,
      ],
      [words.ended, ended === null ? words.notEnded : frame.moment(ended.at)],
    ],
    'life',
  );
}

/** The playbook's own text and the journal's head, by their digests. */
function origin({ playbook, journal }: RunCertificate, frame: PageFrame): string {
  const { words, language } = frame;
  const sources = playbook.sources.map(({ name, sha256 }) => `${escapeHtml(name)}<br>${digest(sha256)}`).join('<br>');
  const head = `${numberIn(language, journal.head.seq)}<br>${digest(journal.head.hash)}<br>${words.headMeans(numberIn(language, journal.entries))}`;
  return `<h2>${words.origin}</h2>\n${facts([
    [words.sources, sources],
    [words.head, head],
  ])}`;
}

/** JSON in which nothing can end the element that it stands in, or begin a comment. */
function asScript(certificate: RunCertificate): string {
  return JSON.stringify(certificate).replace(/[<>&\u2028\u2029]/g, (sign) => {
    return `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}
