import { isMap, isScalar, LineCounter, parseDocument } from 'yaml';
import type { LintSpot } from '../../model/farewell/lint/lint-finding.ts';
import type { FarewellLocale } from '../../model/farewell/locale.ts';
import type { ReportSource } from '../../model/farewell/reports/report-source.ts';
import type { LintDraft } from '../lint/lint-draft.ts';

/** What reports look things up in besides the drafts. */
export interface ReportSources {
  /** Where lastpost.yaml has a fact: `contact.press`, below `exit:`. */
  fact(key: string): ReportSource;
  /** Where it lists a channel. */
  channel(id: string): ReportSource;
}

const CONFIG = 'lastpost.yaml';

/** @param text of lastpost.yaml; null where nobody has it, then no line is named */
export function openSources(text: string | null): ReportSources {
  const counter = new LineCounter();
  const document = text === null ? null : parseDocument(text, { lineCounter: counter });
  const lines = text?.split(/\r?\n/) ?? [];
  const at = (offset: number | undefined): ReportSource => {
    const line = offset === undefined ? null : counter.linePos(offset).line;
    const words = line === null ? '' : (lines[line - 1]?.trim().replace(/\s+#\s.*$/, '') ?? '');
    // A key alone tells nobody anything, and a channel is named in the sentence above.
    const isTelling = words !== '' && !/:$|^-/.test(words);
    return { file: CONFIG, line, page: null, words: isTelling ? words : null, locale: null };
  };
  return {
    fact: (key) => at(document === null ? undefined : offsetOf(document.contents, ['exit', ...key.split('.')])),
    channel: (id) => at(document === null ? undefined : channelOffset(document.get('channels'), id)),
  };
}

/** Of the deepest key of a path that is there. */
function offsetOf(node: unknown, path: readonly string[]): number | undefined {
  let here = node;
  let offset: number | undefined;
  for (const key of path) {
    if (!isMap(here)) return offset;
    const pair = here.items.find((one) => isScalar(one.key) && one.key.value === key);
    if (pair === undefined) return offset;
    offset = isScalar(pair.key) ? (pair.key.range?.[0] ?? offset) : offset;
    here = pair.value;
  }
  return offset;
}

function channelOffset(list: unknown, id: string): number | undefined {
  const items = (list as { items?: readonly unknown[] } | undefined)?.items ?? [];
  const found = items.find((one) => isMap(one) && one.get('id') === id);
  return isMap(found) ? found.range?.[0] : undefined;
}

/** A spot in a draft, as reports name it. */
export function sourceOf({ draft, line, sentence, words }: LintSpot): ReportSource {
  const locale = draft.slice(0, draft.indexOf('/')) as FarewellLocale;
  return { file: `drafts/${draft}.md`, line, page: null, words: words === '' ? sentence : words, locale };
}

/** A whole draft. */
export function draftSource({ name, draft }: LintDraft): ReportSource {
  return { file: `drafts/${name}.md`, line: null, page: null, words: null, locale: draft.locale };
}
