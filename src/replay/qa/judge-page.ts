import type {
  CapturedLook,
  CapturedResource,
  QaLimits,
  QaPage,
  QaReason,
  QaTarget,
  QaVerdict,
  ReplayAnswer,
  ReplayedLook,
} from '../../model/qa.ts';

/** What was found out about one page. */
export interface Findings {
  readonly target: QaTarget;
  readonly captured: CapturedLook;
  readonly replayed: ReplayedLook;
  /** 0 to 1; null when there was nothing to compare with. */
  readonly picture: number | null;
  readonly text: number | null;
  readonly resources: QaPage['resources'];
}

/** The page's verdict, with a reason for each thing that is under the line. */
export function judgePage(findings: Findings, limits: QaLimits): QaPage {
  const { target, replayed, picture, text, resources } = findings;
  const loads = isAnswer(replayed.status);
  const isBlank = picture === null && text === null && replayed.text.trim() === '';
  const differences = [...underLine('picture', picture, limits.minPicture), ...underLine('text', text, limits.minText)];
  const missing = resources.missing.length;
  const reasons: QaReason[] = [
    ...(loads ? [] : [{ kind: 'answer', status: replayed.status } as const]),
    // Of a page that is not there it goes without saying that it looks otherwise.
    ...(loads ? differences : []),
    ...(loads && isBlank ? [{ kind: 'blank' } as const] : []),
    ...(missing > 0 ? [{ kind: 'parts', missing, expected: resources.expected } as const] : []),
  ];
  return {
    url: target.url,
    title: target.title,
    timestamp: target.timestamp,
    picture,
    text,
    resources,
    verdict: verdictOf(loads && !isBlank, differences.length > 0, missing > 0, picture !== null || text !== null),
    reasons,
  };
}

function underLine(kind: 'picture' | 'text', score: number | null, least: number): QaReason[] {
  return score !== null && score < least ? [{ kind, score, least }] : [];
}

function verdictOf(loads: boolean, differs: boolean, lacks: boolean, isCompared: boolean): QaVerdict {
  if (!loads) return 'broken';
  if (differs) return 'differs';
  if (lacks) return 'incomplete';
  return isCompared ? 'good' : 'loads';
}

/** A page that could not be shown at all. */
export function brokenPage(target: QaTarget, words: string): QaPage {
  return {
    url: target.url,
    title: target.title,
    timestamp: target.timestamp,
    picture: null,
    text: null,
    resources: { expected: 0, found: 0, missing: [] },
    verdict: 'broken',
    reasons: [{ kind: 'shown', words }],
  };
}

/** What replay should have of a page: http(s), answered well at the capture, and no live stream. */
export function expectedResources(resources: readonly CapturedResource[] | null): readonly string[] {
  const expected = (resources ?? []).filter(
    ({ url, status, type }) => /^https?:/i.test(url) && isAnswer(status) && type !== 'eventsource',
  );
  return expected.map(({ url }) => url);
}

/**
 * Which of a page's parts the replay has: those it was made of at the capture, and whatever else it asked for while it
 * was drawn, except for what had failed at the capture already.
 * @param asked what the replay answers for each expected address
 */
export function countResources(
  { resources }: CapturedLook,
  answers: readonly ReplayAnswer[],
  asked: ReadonlyMap<string, number>,
  mayBeMissing: (url: string) => boolean,
): QaPage['resources'] {
  const known = new Set((resources ?? []).map(({ url }) => url));
  const others = new Map(answers.filter(({ url }) => !known.has(url)).map(({ url, status }) => [url, status]));
  const all = new Map([...asked, ...others]);
  const missing = [...all].filter(([url, status]) => !isAnswer(status) && !mayBeMissing(url)).map(([url]) => url);
  return { expected: all.size, found: all.size - missing.length, missing };
}

function isAnswer(status: number): boolean {
  return status >= 200 && status < 400;
}
