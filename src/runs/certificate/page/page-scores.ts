import { escapeHtml } from '../../../base/escape-html.ts';
import { numberIn } from '../../../base/local-format.ts';
import type { CertifiedScore, RunCertificate } from '../../../model/run/certificate.ts';
import { type PageFrame, table } from './frame.ts';
import { idOf } from './page-closings.ts';

/** What people answered of themselves, and what is left to do; '' where nothing was counted. */
export function scoresSection({ scores }: RunCertificate, frame: PageFrame): string {
  if (scores.length === 0) return '';
  const items = scores.map((one) => scoreItem(one, frame)).join('\n');
  return `<h2>${frame.words.scores}</h2>\n<p>${frame.words.scoresMean}</p>\n${items}`;
}

function scoreItem({ step, title, at, gaps, ...score }: CertifiedScore, frame: PageFrame): string {
  const { words, language } = frame;
  const shown = frame.title(step, title);
  const [points = '', of = '', percent = '', pass = ''] = [score.points, score.of, score.percent, score.pass].map(
    (one) => numberIn(language, one),
  );
  const verdict = score.passed ? words.enough : `<b class="bad">${words.notEnough(pass)}</b>`;
  const rows = gaps.map((gap) => {
    const name = frame.title(gap.step, gap.title);
    const answer = gap.answer === null ? words.unanswered : (words.answers[gap.answer] ?? gap.answer);
    return [name + idOf(gap.step, name), escapeHtml(answer), escapeHtml(gap.todo?.[language] ?? '–')];
  });
  const open = rows.length === 0 ? '' : table([words.step, words.answer, words.todo], rows);
  return `<section class="item"><h3>${shown}${idOf(step, shown)}</h3>
<p><b>${words.scored(points, of, percent)}</b>, ${verdict} · ${frame.short(at)}</p>${open}</section>`;
}
