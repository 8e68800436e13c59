import { isNode, isScalar, visit, type YAMLParseError, type YAMLWarning } from 'yaml';
import type { PlaybookFinding } from '../../model/playbook/playbook-finding.ts';
import type { YamlSource } from './yaml-source.ts';

type Told = readonly [code: string, message: string, fix: string];

const told: Readonly<Partial<Record<YAMLParseError['code'], Told>>> = {
  DUPLICATE_KEY: ['duplicate-key', 'The same name stands here twice.', 'Keep one of the two.'],
  TAB_AS_INDENT: ['tabs', 'The line is indented with a tab.', 'Indent with blanks; YAML takes no tabs.'],
  MULTIPLE_DOCS: ['yaml', 'There is a second document in the file.', 'Take away the line --- and what follows it.'],
};

/** What YAML itself has against a text. */
export function yamlFindings(source: YamlSource): readonly PlaybookFinding[] {
  const { errors, warnings } = source.document;
  const problems = [...errors, ...warnings];
  // Of what cannot be read the first thing counts; what follows it is mostly its echo.
  const first = problems.find(({ code }) => code !== 'DUPLICATE_KEY');
  const shown = problems.filter((one) => one === first || one.code === 'DUPLICATE_KEY');
  return [...shown.map((one) => fromYaml(one, source)), ...strangeKeys(source)];
}

/** The parser goes down into lists within lists until the stack ends, and tells it as an error among others. */
export function isTooDeep({ document }: YamlSource): boolean {
  return document.errors.some(({ code }) => code === 'RESOURCE_EXHAUSTION');
}

function fromYaml(problem: YAMLParseError | YAMLWarning, source: YamlSource): PlaybookFinding {
  const [from] = problem.pos;
  const usual: Told = [
    'yaml',
    `This is no YAML: ${problem.message}`,
    'Correct that line; most often it is the indentation, a missing blank after ":" or a quote.',
  ];
  const [code, message, fix] = told[problem.code] ?? usual;
  return makeFinding(source, from, code, message, fix);
}

/** `<<` would put fields where nobody sees them; in YAML 1.2 it is a name like others, and means nothing. */
function strangeKeys(source: YamlSource): readonly PlaybookFinding[] {
  const found: PlaybookFinding[] = [];
  visit(source.document, {
    Pair: (_, { key }) => {
      if (!isScalar(key)) {
        const message = 'A list, a block or an alias stands where a name should.';
        const offset = isNode(key) ? (key.range?.[0] ?? 0) : 0;
        found.push(
          makeFinding(source, offset, 'yaml', message, 'Write a name before the colon; quotes help with braces.'),
        );
      } else if (key.value === '<<') {
        const message = 'A merge key (<<) stands here, which playbooks do not have.';
        const fix = 'Write the fields out, so that everybody sees what the step does.';
        found.push(makeFinding(source, key.range?.[0] ?? 0, 'merge-key', message, fix));
      }
    },
  });
  return found;
}

function makeFinding(source: YamlSource, offset: number, code: string, message: string, fix: string): PlaybookFinding {
  const { file } = source;
  return { code: `playbook.${code}`, severity: 'error', file, ...source.at(offset), message, fix, replacement: null };
}
