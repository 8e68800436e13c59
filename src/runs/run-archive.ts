import { canonicalJson } from '../base/canonical-json.ts';
import type { Sha256 } from '../base/digest.ts';
import { KnownError } from '../base/known-error.ts';
import type { FactLanguage } from '../model/platform.ts';
import type { RunCertificate } from '../model/run/certificate.ts';
import { beginRun, foldEntry, type GrowingRunState } from '../model/run/fold-run.ts';
import type { JournalEntry } from '../model/run/journal-entry.ts';
import type { PlaybookSource } from '../model/run/run-plan.ts';
import type { RunState } from '../model/run/run-state.ts';
import { liesMich, readMe } from './archive/read-me.ts';
import { verifyPy } from './archive/verify-py.ts';
import { journalLine } from './journal-file.ts';

/** One file of a run's archive. */
export interface RunArchiveFile {
  /** With `/`, relative. */
  readonly path: string;
  /** What it has to be; null where nothing was written down. */
  readonly sha256: Sha256 | null;
  open(signal: AbortSignal): AsyncIterable<Uint8Array | string>;
}

export interface RunArchiveParts {
  readonly certificate: RunCertificate;
  readonly certificateJson: string;
  /** Signed. */
  readonly pages: Readonly<Record<FactLanguage, string>>;
  /** From the first one on; those after the certificate's head are left out. */
  entries(): AsyncIterable<JournalEntry>;
  /** Certificates that were filed while it ran, below the workspace's folder. */
  readonly filed: readonly { readonly file: string; readonly sha256: Sha256 | null }[];
  /** Bytes of a file below the workspace's folder. */
  openFiled(file: string, signal: AbortSignal): AsyncIterable<Uint8Array>;
}

/**
 * The files of one run's archive, in their order; each has to be read before the next is asked for. The same run gives the
 * same files. Nothing is held in memory but the run's state and its playbooks.
 * @throws KnownError `archive.bad-path` for evidence that would lie outside of its folder
 */
export async function* runArchiveFiles(parts: RunArchiveParts): AsyncGenerator<RunArchiveFile> {
  const { certificate, certificateJson, pages } = parts;
  const evidence = evidenceIn(parts);
  yield textFile('README.txt', readMe);
  yield textFile('LIESMICH.txt', liesMich);
  yield textFile('verify.py', verifyPy);
  yield textFile('certificate.json', certificateJson);
  yield textFile('certificate.de.html', pages.de);
  yield textFile('certificate.en.html', pages.en);
  const journal = new ReadJournal();
  const lines = () => journal.lines(parts.entries(), certificate.journal.head.seq);
  yield { path: 'journal.jsonl', sha256: null, open: lines };
  yield textFile('state.json', stateJson(journal.state));
  for (const { path, text } of journal.playbooks) yield textFile(path, text);
  for (const [path, sha256] of evidence) {
    yield { path, sha256, open: (signal) => parts.openFiled(path, signal) };
  }
}

function textFile(path: string, text: string): RunArchiveFile {
  return {
    path,
    sha256: null,
    async *open() {
      yield text;
    },
  };
}

/** What is learned of a journal while it is copied. */
class ReadJournal {
  #state: GrowingRunState | undefined;
  readonly #playbooks: { readonly path: string; readonly text: string }[] = [];

  async *lines(entries: AsyncIterable<JournalEntry>, lastSeq: number): AsyncGenerator<string> {
    for await (const entry of entries) {
      if (this.#state === undefined) this.#state = beginRun(entry);
      else foldEntry(this.#state, entry);
      if (entry.type === 'run.started' || entry.type === 'run.amended') this.#keep(entry.seq, entry.body.sources);
      yield journalLine(entry);
      if (entry.seq === lastSeq) return;
    }
  }

  get state(): RunState {
    if (this.#state === undefined) throw new Error('The journal has not been read yet.');
    return this.#state;
  }

  get playbooks(): readonly { readonly path: string; readonly text: string }[] {
    return this.#playbooks;
  }

  /** By the entry that brought them, so that each amendment has its own. */
  #keep(seq: number, sources: readonly PlaybookSource[]): void {
    for (const [at, { name, text }] of sources.entries()) {
      const path = `playbook/${String(seq).padStart(6, '0')}/${at + 1}-${safeName(name)}`;
      this.#playbooks.push({ path, text });
    }
  }
}

/** A playbook may be called anything; in the archive it is one plain file. */
function safeName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? '';
  return last.replace(/[^\p{L}\p{N}._-]/gu, '-').replace(/^\.+/, '') || 'playbook';
}

/** The folded state as people can read it: keys in one order, steps as a list. */
function stateJson(state: RunState): string {
  const sorted: unknown = JSON.parse(canonicalJson({ state: { ...state, steps: [...state.steps.values()] } }));
  return `${JSON.stringify(sorted, null, 2)}\n`;
}

/** By path, each once, in the order of paths. */
function evidenceIn({ certificate, filed }: RunArchiveParts): readonly (readonly [string, Sha256 | null])[] {
  const all = new Map<string, Sha256 | null>();
  for (const { file, sha256 } of [...filed, ...certificate.evidence]) {
    if (file === '') continue;
    all.set(safePath(file), sha256);
  }
  return [...all].sort(([a], [b]) => (a < b ? -1 : 1));
}

/** Only what lies in the evidence folder, by a name that SHA256SUMS can say and that leads nowhere else. */
function safePath(file: string): string {
  const steps = file.split('/');
  const isPlain = steps[0] === 'evidence' && steps.length > 1 && !/[\p{Cc}\\]/u.test(file);
  if (isPlain && !steps.some((step) => step === '' || step === '.' || step === '..')) return file;
  throw new KnownError(
    'archive.bad-path',
    `The journal names evidence at ${JSON.stringify(file)}, which is no place for it.`,
    {
      hint: 'Evidence lies below the folder evidence of the workspace. Nothing was written.',
    },
  );
}
