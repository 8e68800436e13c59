import { readPageHead } from '../../crawl/seeds/page-head.ts';
import { PlainSite } from '../../crawl/seeds/plain-site.ts';
import { linkValue } from '../../drafts/lint/claims/find-addresses.ts';
import type { LintKit } from '../../drafts/lint/lint-kit.ts';
import type { LinkAnswer } from '../../drafts/lint/online/link-answer.ts';
import { linksToAsk } from '../../drafts/lint/online/links-to-ask.ts';
import type { JourneyContext } from '../../model/journey-context.ts';
import type { SiteAnswer } from '../../model/public-site.ts';
import type { Workspace } from '../../workspace/open-workspace.ts';

const ANSWER_MS = 15_000;
/** Between two questions to one host. */
const DELAY_MS = 250;

/**
 * Asks every address in the drafts, one after another, politely and without a browser; nothing is kept. Only public addresses are
 * connected to, unless archive.public_only of lastpost.yaml says otherwise: a draft must not make this machine ask its neighbours.
 */
export async function askLinks(
  kit: LintKit,
  { config }: Workspace,
  { clock, signal }: Pick<JourneyContext, 'clock' | 'signal'>,
): Promise<readonly LinkAnswer[]> {
  const { publicOnly = true } = config.archive;
  const site = new PlainSite({ signal, clock, robots: 'ignore', delayMs: DELAY_MS, publicOnly, answerMs: ANSWER_MS });
  const pages = new Set(Object.values(kit.facts.page).map((url) => linkValue(url)));
  const answers: LinkAnswer[] = [];
  try {
    for (const url of linksToAsk(kit)) {
      const isSignpost = pages.has(linkValue(url));
      answers.push(answerOf(await site.ask(url, { read: isSignpost }), isSignpost));
    }
  } finally {
    site.close();
  }
  return answers;
}

function answerOf({ asked, url, hops = [], status, text, problem }: SiteAnswer, isSignpost: boolean): LinkAnswer {
  const isPage = isSignpost && status >= 200 && status < 300;
  return { asked, url, hops, status, problem: problem?.message ?? null, head: isPage ? readPageHead(text) : null };
}
