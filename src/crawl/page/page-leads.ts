import type { PageLeads, PageResource } from '../../model/page.ts';
import type { CaptureContext } from '../capture/capture-context.ts';
import type { PageRecorder } from '../capture/page-recorder.ts';
import type { PageFacts } from './in-page.ts';

interface SeenPage {
  /** As the browser was asked for it. */
  readonly url: string;
  readonly status: number;
  readonly facts: PageFacts;
  readonly files: readonly string[];
  readonly recorder: PageRecorder;
}

/** Data that a script asked for; under an address with a time or a date in it tomorrow's page would ask for something else. */
const FETCHED = /^(xhr|fetch)$/;
const MAY_BE_A_TIME = /\d{4}/;
/** The parts of a film are fetched beside the page, as its list names them. */
const FILM = /mpegurl|dash\+xml/i;

/** What leads on from a page that has been seen whole, as it may be told, and whether it can be told to be the same later. */
export function leadsOf(seen: SeenPage, { redactor, ledger }: CaptureContext): PageLeads {
  const { links, feeds, canonical } = seen.facts;
  const said = [...links, ...feeds, canonical, ...seen.files];
  const told = said.map((address) => redactor.text(address));
  const isTold = told.every((address, index) => address === said[index]);
  return {
    links: told.slice(0, links.length),
    feeds: told.slice(links.length, links.length + feeds.length),
    canonical: told[links.length + feeds.length] ?? '',
    files: told.slice(links.length + feeds.length + 1),
    robots: ledger.robotsTags.of(redactor.text(seen.url)),
    isRepeatable: isTold && redactor.text(seen.url) === seen.url && isMadeOfItsAnswers(seen),
  };
}

/** In doubt false: a page that is opened once more costs a second, one that is wrongly thought the same is lost. */
function isMadeOfItsAnswers({ status, recorder }: SeenPage): boolean {
  const { counts, gaps, redirects, resources } = recorder;
  if (status !== 200 || gaps.length > 0 || redirects.length > 0) return false;
  if (counts.navigations > 1 || counts.sockets > 0 || counts.popups > 0) return false;
  return resources.every((resource) => resource.type === 'ping' || isPlainPart(resource));
}

function isPlainPart({ url, method, status, type, mime }: PageResource): boolean {
  if (method !== 'GET' || !isAnswer(status) || url.includes('REDACTED')) return false;
  if (type === 'eventsource' || FILM.test(mime)) return false;
  return !(FETCHED.test(type) && MAY_BE_A_TIME.test(url.replace(/^https?:\/\/[^/]*/, '')));
}

/** What is refused or broken may be a gap, and is asked for again in earnest. */
function isAnswer(status: number): boolean {
  return (status >= 200 && status < 400) || status === 404 || status === 410;
}
