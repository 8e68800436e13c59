import type { OnProgress, Progress } from '../model/progress.ts';
import { formatSize, plural, shorten } from './format.ts';

/** As much of a terminal as the live line needs. */
export interface ProgressStream {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

/** One line at the foot of the terminal that is rewritten as work goes on. */
export interface ProgressLine {
  readonly onProgress: OnProgress;
  /** Takes the line away so that something else can be written; the next progress brings it back. */
  clear(): void;
  /** Takes the line away for good and gives the cursor back. Safe to call twice. */
  close(): void;
}

const HIDE_CURSOR = '\u001b[?25l';
const SHOW_CURSOR = '\u001b[?25h';
const CLEAR_LINE = '\r\u001b[2K';
const LEAST_BETWEEN_MS = 100;

function pagesPart({ pagesDone, pagesKnown }: Progress): string | undefined {
  if (pagesDone === undefined) return undefined;
  return pagesKnown === undefined ? plural(pagesDone, 'page') : `${pagesDone}/${plural(pagesKnown, 'page')}`;
}

function bytesPart({ bytes, bytesTotal }: Progress): string | undefined {
  if (bytes === undefined) return undefined;
  return bytesTotal === undefined ? formatSize(bytes) : `${formatSize(bytes)} of ${formatSize(bytesTotal)}`;
}

/** What the line says, cut to `width` columns; the address gives way first. */
export function renderProgress(progress: Progress, width: number): string {
  const { phase, stepsDone, stepsKnown, postsDone, pagesPerSecond, gaps, current } = progress;
  const parts = [
    phase,
    pagesPart(progress),
    stepsDone === undefined ? undefined : `${stepsDone}/${plural(stepsKnown ?? stepsDone, 'step')}`,
    postsDone === undefined ? undefined : plural(postsDone, 'post'),
    bytesPart(progress),
    pagesPerSecond === undefined ? undefined : `${pagesPerSecond.toFixed(1)} pages/s`,
    gaps === undefined || gaps === 0 ? undefined : plural(gaps, 'gap'),
  ];
  const facts = parts.filter((part) => part !== undefined).join(' · ');
  const room = width - facts.length - 3;
  // Control characters in an address would move the cursor.
  const address = (current ?? '').replace(/\p{Cc}/gu, '');
  if (address === '' || room < 12) return shorten(facts, width);
  return `${facts} · ${shorten(address, room)}`;
}

const silent: ProgressLine = { onProgress: () => undefined, clear: () => undefined, close: () => undefined };

/** A live line on a terminal, rewritten at most ten times a second; anywhere else it says nothing. */
export function createProgressLine(stream: ProgressStream, enabled: boolean): ProgressLine {
  if (!enabled || stream.isTTY !== true) return silent;
  let latest: Progress | undefined;
  let timer: NodeJS.Timeout | undefined;
  let shown = false;
  let closed = false;

  const draw = (): void => {
    timer = undefined;
    if (latest === undefined) return;
    // One column stays free: a full last column makes some terminals wrap.
    const line = renderProgress(latest, Math.max(20, (stream.columns ?? 80) - 1));
    stream.write(`${shown ? '' : HIDE_CURSOR}${CLEAR_LINE}${line}`);
    latest = undefined;
    shown = true;
    timer = setTimeout(draw, LEAST_BETWEEN_MS);
    timer.unref();
  };
  const clear = (): void => {
    if (shown) stream.write(CLEAR_LINE + SHOW_CURSOR);
    shown = false;
  };
  return {
    onProgress: (progress) => {
      if (closed) return;
      latest = progress;
      if (timer === undefined) draw();
    },
    clear,
    close: () => {
      closed = true;
      clearTimeout(timer);
      clear();
    },
  };
}
