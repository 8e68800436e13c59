import { escapeHtml } from '../../../base/escape-html.ts';
import { momentIn, numberIn, sizeIn } from '../../../base/local-format.ts';
import type { FactLanguage } from '../../../model/platform.ts';
import type { CompletenessStatement, StatementGap } from '../../../model/statement.ts';
import { statementWords } from '../../../model/statement-words.ts';

/** A list that is longer may go over a page's end. */
const SHORT = 12;

/** Each gap with its reason, what to do, its names, and who accepted it. */
export function gapsSection({ gaps }: CompletenessStatement, language: FactLanguage): string {
  const words = statementWords[language];
  const list = gaps.length === 0 ? `<p>${words.noGaps}</p>` : gaps.map((gap) => section(gap, language)).join('\n');
  return `<h2>${words.gaps}</h2>\n${list}`;
}

function section(gap: StatementGap, language: FactLanguage): string {
  const words = statementWords[language];
  const { accepted } = gap;
  const state =
    accepted === null ? words.open : words.accepted(accepted.by, momentIn(language, accepted.at), accepted.why);
  return `<section class="gap${gap.items.length > SHORT ? ' long' : ''}">
<p>${escapeHtml(gap.reason[language])}</p>
<p><span class="name">${words.remedy}:</span> ${escapeHtml(gap.remedy[language])}</p>
${items(gap, language)}<p class="${accepted === null ? 'open' : 'accepted'}">${escapeHtml(state)} <span class="name id">(${escapeHtml(gap.kind)} ${escapeHtml(gap.id)})</span></p>
</section>`;
}

function items({ items: names, count }: StatementGap, language: FactLanguage): string {
  if (names.length === 0) return '';
  const more =
    count > names.length && names.length >= 100
      ? statementWords[language].more(numberIn(language, count - names.length))
      : '';
  const lines = [...names.map(escapeHtml), more].filter((line) => line !== '');
  const isLong = lines.length > SHORT;
  return `<ol${isLong ? ' class="many"' : ''}>${lines.map((line) => `<li>${line}</li>`).join('')}</ol>\n`;
}

/** What was odd and is no gap; '' without any. */
export function notesSection({ notes }: CompletenessStatement, language: FactLanguage): string {
  if (notes.length === 0) return '';
  const lines = notes.map((note) => `<li>${escapeHtml(note[language])}</li>`).join('');
  return `<h2>${statementWords[language].notes}</h2>\n<ul class="small">${lines}</ul>`;
}

/** The platform's numbers, each with the record that proves that it was said. */
export function claimsSection({ platformSays }: CompletenessStatement, language: FactLanguage): string {
  if (platformSays.length === 0) return '';
  const words = statementWords[language];
  const lines = platformSays.map(({ name, count, at, reach, proof }) => {
    const said = `${numberIn(language, count)} (${words.reach[reach]}), ${momentIn(language, at)}`;
    return `<li><b>${escapeHtml(name)}</b>: ${escapeHtml(said)}<div class="digest">${escapeHtml(proof)}</div></li>`;
  });
  return `<h2>${words.claims}</h2>\n<ul class="sources">${lines.join('')}</ul>`;
}

/** Exports and snapshots with the digests of their files. */
export function sourcesSection({ exports, snapshots }: CompletenessStatement, language: FactLanguage): string {
  const words = statementWords[language];
  const file = (name: string, bytes: number, sha256: string): string =>
    `<div>${escapeHtml(name)}, ${sizeIn(language, bytes)}</div><div class="digest">${escapeHtml(sha256)}</div>`;
  const exported = exports.map(({ dialect, madeAt, parts }) => {
    const title = words.exportOf(madeAt === null ? words.unknownDate : momentIn(language, madeAt));
    const files = parts.map(({ name, bytes, sha256 }) => file(name, bytes, sha256)).join('');
    return `<li><b>${escapeHtml(title)}</b> (${escapeHtml(dialect)})${files}</li>`;
  });
  const crawled = snapshots.map(({ id, startedAt, bytes, sha256 }) => {
    return `<li><b>${escapeHtml(words.snapshotOf(momentIn(language, startedAt)))}</b>${file(id, bytes, sha256)}</li>`;
  });
  const items = [...exported, ...crawled].join('\n');
  return items === '' ? '' : `<h2>${words.sources}</h2>\n<ul class="sources">${items}</ul>`;
}
