import type { Playbook } from '../../model/playbook/playbook.ts';
import type { PlaybookFinding } from '../../model/playbook/playbook-finding.ts';
import { type CheckedValues, checkValues } from '../schema/check-values.ts';
import { isTooDeep, yamlFindings } from './yaml-remarks.ts';
import { MOST_BYTES, YamlSource } from './yaml-source.ts';

export interface ReadPlaybook {
  /** null when the file is not one; `findings` say why. */
  readonly playbook: Playbook | null;
  /** null when it is not even text that could be looked at. */
  readonly source: YamlSource | null;
  readonly findings: readonly PlaybookFinding[];
}

/** Reads a playbook file: whether it is YAML of the right form. What it says is for the lint to judge. Never throws. */
export function readPlaybook(file: string, bytes: Uint8Array): ReadPlaybook {
  const text = decode(bytes);
  if (typeof text !== 'string') return { playbook: null, source: null, findings: [{ ...text, file }] };
  const source = parse(file, text);
  if (!(source instanceof YamlSource)) return { playbook: null, source: null, findings: [{ ...source, file }] };
  const broken = yamlFindings(source);
  if (broken.length > 0) return { playbook: null, source, findings: broken };
  return checked(source);
}

type Unplaced = Omit<PlaybookFinding, 'file'>;

function atTop(code: string, message: string, fix: string): Unplaced {
  return { code: `playbook.${code}`, severity: 'error', line: 1, column: 1, message, fix, replacement: null };
}

function decode(bytes: Uint8Array): string | Unplaced {
  if (bytes.length > MOST_BYTES) {
    const message = `The file has ${Math.ceil(bytes.length / 1024)} KB; a playbook has ${MOST_BYTES / 1024} KB at most.`;
    return atTop('too-large', message, 'Name another file, or divide it with uses:.');
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return atTop('not-text', 'The file is not text in UTF-8.', 'Save it as UTF-8, or name another file.');
  }
}

function parse(file: string, text: string): YamlSource | Unplaced {
  const tooDeep = atTop('too-deep', 'The file is nested deeper than can be read.', 'Name another file.');
  try {
    const source = new YamlSource(file, text);
    return isTooDeep(source) ? tooDeep : source;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return tooDeep;
  }
}

function checked(source: YamlSource): ReadPlaybook {
  const values = checkedValues(source);
  if ('code' in values) return { playbook: null, source, findings: [{ ...values, file: source.file }] };
  return { playbook: values.playbook, source, findings: values.remarks.map((remark) => source.finding(remark)) };
}

function checkedValues(source: YamlSource): CheckedValues | Unplaced {
  try {
    return checkValues(source.values() ?? {});
  } catch (error) {
    // Too many copies are a ReferenceError; a list that holds itself goes on until the stack ends.
    if (error instanceof ReferenceError || error instanceof RangeError) {
      const fix = 'Write out what *names stand for; a playbook hardly needs any.';
      return atTop('aliases', 'The file repeats itself too often by anchors (&name) and aliases (*name).', fix);
    }
    throw error;
  }
}
