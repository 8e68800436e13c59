import type { Timeline } from '../../../model/playbook/timeline.ts';
import { type PageFrame, section, text } from './page-frame.ts';

/** The steps that decide the end, in order. */
export function criticalSection({ criticalPath }: Timeline, frame: PageFrame): string {
  const { words } = frame;
  return section(
    'critical',
    words.criticalPath,
    criticalPath.length === 0
      ? `<p>${text(words.noCriticalPath)}</p>`
      : `<p>${text(words.criticalPathMeans)}</p>\n${list('ol', criticalPath, frame)}`,
  );
}

/** What nobody has to do. */
export function automaticSection({ steps }: Timeline, frame: PageFrame): string {
  const { words } = frame;
  const ids = steps.filter(({ kind }) => kind === 'machine' || kind === 'wait').map(({ id }) => id);
  return section(
    'automatic',
    words.automatic,
    ids.length === 0
      ? `<p>${text(words.noAutomatic)}</p>`
      : `<p>${text(words.automaticMeans)}</p>\n${list('ul', ids, frame)}`,
  );
}

/** The date is what one looks for here; the rest stands in the table. */
function list(kind: 'ol' | 'ul', ids: readonly string[], frame: PageFrame): string {
  const items = ids.map((id) => {
    const step = frame.steps.get(id);
    const when = step === undefined ? '' : ` <span class="quiet">– ${frame.moment(step.startsAt)}</span>`;
    return `<li>${frame.reference(id)}${when}</li>`;
  });
  return `<${kind} class="small">${items.join('\n')}</${kind}>`;
}

/** What was left out, and why; '' where nothing was. */
export function skippedSection({ skipped }: Timeline, { words }: PageFrame): string {
  if (skipped.length === 0) return '';
  const items = skipped.map(({ id, because }) => `<li><b>${text(id)}</b>: <code>${text(because)}</code></li>`);
  return section(
    'skipped',
    words.skipped,
    `<p>${text(words.skippedMeans)}</p>\n<ul class="small">${items.join('\n')}</ul>`,
  );
}

/** By what rules days and times came about. */
export function reckonedFooter({ holidays }: Timeline, { words, zone }: PageFrame): string {
  const lines = words.howReckoned(zone, holidays).map((line) => `<p>${text(line)}</p>`);
  return `<footer aria-labelledby="reckoned-heading">\n<h2 id="reckoned-heading">${text(words.reckoned)}</h2>\n${lines.join('\n')}\n</footer>`;
}
