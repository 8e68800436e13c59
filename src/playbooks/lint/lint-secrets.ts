import type { PlaybookFinding } from '../../model/playbook/playbook-finding.ts';
import { hasExpression } from '../expressions/split-text.ts';
import type { YamlSource } from '../read/yaml-source.ts';
import { disorderlyWord, isSecretKey, knownSecret, toldPassword } from './secret-shapes.ts';

/**
 * Secrets that somebody wrote into the file: it is copied into every run, mailed and put into git. Looks at every line, comments
 * too, so that it works for files in which other things are wrong. What is found is never repeated.
 */
export function lintSecrets(source: YamlSource): readonly PlaybookFinding[] {
  const texts = source.scalars();
  const all = [...shapesOf(source), ...underKeys(source, texts), ...withoutOrder(source, texts)];
  // One secret has many marks; one finding a line is enough.
  const seen = new Set<number>();
  return all.filter(({ line }) => !seen.has(line) && seen.add(line).has(line));
}

const FIX =
  'Take it away, change it where it is valid (it has been in a file), and write secrets: {name: env:NAME}, and secrets.name in an expression in its place.';

function finding(
  source: YamlSource,
  offset: number,
  severity: PlaybookFinding['severity'],
  what: string,
): PlaybookFinding {
  const message = `${what} stands in the file. A playbook is copied into every run.`;
  return {
    code: 'playbook.secret-value',
    severity,
    file: source.file,
    ...source.at(offset),
    message,
    fix: FIX,
    replacement: null,
  };
}

function shapesOf(source: YamlSource): readonly PlaybookFinding[] {
  let start = 0;
  return source.text.split('\n').flatMap((line) => {
    const from = start;
    start += line.length + 1;
    const found = knownSecret(line);
    if (found === undefined) return [];
    return [finding(source, from + line.indexOf(found.words), 'error', `What looks like ${found.what}`)];
  });
}

type Texts = ReturnType<YamlSource['scalars']>;

function underKeys(source: YamlSource, texts: Texts): readonly PlaybookFinding[] {
  return texts.flatMap(({ path, text, offset }) => {
    const [root] = path;
    const key = path.findLast((part) => typeof part === 'string' && isSecretKey(part));
    const isReference = hasExpression(text) || /^env:[A-Za-z_]\w*$/.test(text);
    const isSetting = text.length < 4 || ['true', 'false'].includes(text);
    // Below inputs a name may be `token`, and what stands there says what it is; but for a default, which is its value.
    if (root === 'inputs' && path.at(-1) === 'default' && key !== undefined && !isSetting) {
      return [finding(source, offset, 'error', `The default of "${key}"`)];
    }
    if (key === undefined || isReference || isSetting || root === 'inputs' || root === 'outputs') return [];
    const isName = path.at(-1) !== key && typeof path.at(-1) === 'string';
    return isName ? [] : [finding(source, offset, 'error', `The value of "${key}"`)];
  });
}

function withoutOrder(source: YamlSource, texts: Texts): readonly PlaybookFinding[] {
  return texts.flatMap(({ text, offset }) => {
    if (toldPassword(text)) return [finding(source, offset, 'warning', 'What may be a password')];
    const word = disorderlyWord(text);
    if (word === undefined) return [];
    return [finding(source, offset, 'warning', `A word of ${word.length} letters without order, as keys have it,`)];
  });
}
