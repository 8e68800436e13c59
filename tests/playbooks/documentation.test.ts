import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { stepTypes } from '../../src/model/playbook/playbook.ts';
import { runFacts } from '../../src/model/run/names-for.ts';
import { functionNames } from '../../src/playbooks/expressions/parse-expression.ts';
import { rootSchema } from '../../src/playbooks/schema/playbook-schema.ts';
import { fieldsAt } from '../../src/playbooks/schema/schema-shape.ts';
import { steps } from '../../src/playbooks/schema/step-schema.ts';
import { lintText, said } from '../support/lint-text.ts';

const text = await readFile('docs/playbooks.md', 'utf8');

describe('docs/playbooks.md', () => {
  it('shows an example against which there is nothing to say', async () => {
    const example = /```yaml\n(apiVersion[\s\S]*?)```/.exec(text)?.[1] ?? '';
    expect(example).toContain('irreversible: true');
    expect(said(await lintText(example))).toEqual([]);
  });

  it('tells of every field, every type of step, every function and every fact of a run', () => {
    const fields = Object.values(steps).flatMap((step) => [...fieldsAt(step, []), ...fieldsAt(step, ['with'])]);
    const inBlocks = ['evidence', 'retry', 'compensate'].flatMap((field) => fieldsAt(steps.manual, [field]));
    const inLists = fieldsAt(steps.manual, ['evidence', 0]);
    const inInputs = fieldsAt(rootSchema, ['inputs', 'any']);
    const all = [...Object.keys(rootSchema.shape), ...fields, ...inBlocks, ...inLists, ...inInputs];
    const words = [...new Set([...all, ...stepTypes, ...functionNames, ...runFacts])];
    expect(words.length).toBeGreaterThan(90);
    expect(words.filter((word) => !new RegExp(`\`[^\`\n]*\\b${word}\\b[^\`\n]*\``).test(text))).toEqual([]);
  });
});
