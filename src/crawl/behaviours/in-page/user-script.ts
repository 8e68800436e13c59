import { kitKey, type PageKit } from './page-kit.ts';

interface ScriptExports {
  readonly match?: unknown;
  readonly run?: unknown;
}

/** What `run` gets: the page as a person who writes a behaviour needs it. docs/behaviours.md promises these names. */
export interface UserPage {
  readonly address: string;
  one(selector: string): HTMLElement | undefined;
  all(selector: string): readonly HTMLElement[];
  click(target: string | HTMLElement): boolean;
  wait(ms: number): Promise<void>;
  waitFor(selector: string, ms?: number): Promise<HTMLElement | undefined>;
  scrollToEnd(): Promise<void>;
  addText(text: string): void;
  addLink(address: string): void;
  addFile(address: string): void;
}

const exportDeclaration = /^[ \t]*export\s+((?:async\s+)?function\s*\*?|class|const|let|var)\s+([\w$]+)/gm;
const exportList = /^[ \t]*export\s*\{([^}]*)\}[ \t]*;?/gm;
const exportDefault = /^[ \t]*export\s+default\s+/gm;

/**
 * The text that runs a person's module in a page and tells what came of it. A page's own security policy forbids it to
 * load modules from nowhere, so the module becomes a function: its exports begin a line, and it imports nothing.
 * @param leftMs time that the page has left
 * @returns the text, or in `problem` why there is none
 */
export function scriptExpression(source: string, leftMs: number): { text: string; problem?: string } {
  if (/^[ \t]*import\b(?!\s*[(.])/m.test(source) || /^[ \t]*export\s*(?:\*|\{[^}]*\})\s*from\b/m.test(source)) {
    return { text: '', problem: 'it imports another file; a behaviour is one file' };
  }
  const names: [outer: string, inner: string][] = [];
  const body = source
    .replace(exportDefault, 'exported.default = ')
    .replace(exportDeclaration, (_all, kind: string, name: string) => {
      names.push([name, name]);
      return `${kind} ${name}`;
    })
    .replace(exportList, (_all, list: string) => {
      for (const part of list.split(',')) {
        const [inner = '', outer = inner] = part.trim().split(/\s+as\s+/);
        if (inner !== '') names.push([outer, inner]);
      }
      return '';
    });
  const handOver = names.map(([outer, inner]) => `exported[${JSON.stringify(outer)}] = ${inner};`).join('\n');
  const load = `async () => { "use strict"; const exported = {};\n${body}\n;${handOver}\nreturn exported; }`;
  const text = `(${runInPage})(globalThis[Symbol.for(${JSON.stringify(kitKey)})], ${load}, ${JSON.stringify(Math.floor(leftMs))})`;
  return { text };
}

/** Runs inside the page: asks the module for which addresses it is, and lets it work where this is one of them. */
async function runInPage(
  kit: PageKit,
  load: () => Promise<{ default?: ScriptExports } & ScriptExports>,
  leftMs: number,
) {
  const faulty = (error: unknown) => ({
    kind: 'faulty',
    words: error instanceof Error ? `${error.name}: ${error.message}` : String(error),
  });
  const fits = (pattern: string) => {
    const literal = pattern.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*');
    return new RegExp(`^${literal}$`).test(location.href);
  };
  const { links, files, notes } = kit.openNotebook();
  const absolute = (address: string) => new URL(address, document.baseURI).href;
  const page: UserPage = {
    address: location.href,
    one: (selector: string) => kit.all(selector)[0],
    all: (selector: string) => kit.all(selector),
    click: (target: string | HTMLElement) => {
      const element = typeof target === 'string' ? kit.all(target).find((each) => kit.isVisible(each)) : target;
      if (!element) return false;
      kit.gather();
      kit.click(element);
      return true;
    },
    wait: (ms: number) => kit.pause(ms),
    waitFor: async (selector: string, ms = 5_000) => {
      const endMs = performance.now() + ms;
      while (kit.all(selector).length === 0 && performance.now() < endMs) await kit.pause(50);
      return kit.all(selector)[0];
    },
    scrollToEnd: async () => {
      while (!(await kit.scrollOn(60, false)).atEnd);
    },
    addText: (text: string) => void notes.push(String(text)),
    addLink: (address: string) => void links.add(absolute(address)),
    addFile: (address: string) => void files.add(absolute(address)),
  };
  try {
    const exported = await load();
    const { match, run } = exported.default ?? exported;
    if (!Array.isArray(match) || !match.every((each) => typeof each === 'string')) {
      return { kind: 'faulty', words: 'it exports no "match", a list of address patterns' };
    }
    if (typeof run !== 'function') return { kind: 'faulty', words: 'it exports no function "run"' };
    if (!match.some(fits)) return { kind: 'other', words: '' };
    const late = kit.pause(leftMs).then(() => ({ kind: 'late', words: '' }));
    const done = Promise.resolve(run(page)).then((told) => ({
      kind: 'done',
      words: typeof told === 'string' ? told.slice(0, 200) : '',
    }));
    return await Promise.race([done, late]);
  } catch (error) {
    return faulty(error);
  }
}
