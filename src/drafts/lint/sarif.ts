import { pathToFileURL } from 'node:url';
import type { LintClash, LintFinding, LintReport, LintSpot } from '../../model/farewell/lint/lint-finding.ts';
import type { FactLanguage } from '../../model/platform.ts';
import type { LintRule } from './lint-rule.ts';

const levels = { error: 'error', warning: 'warning', hint: 'note' } as const;

/** What a log is about, besides the findings. */
export interface SarifOptions {
  readonly language: FactLanguage;
  /** Absolute; addresses of files are relative to it where they lie below it. */
  readonly root: string;
  readonly version: string;
}

/**
 * The findings as editors and code reviews read them. What was excepted is in it as well, as suppressed.
 * @see OASIS, Static Analysis Results Interchange Format (SARIF) 2.1.0
 */
export function sarifLog(report: LintReport, rules: readonly LintRule[], options: SarifOptions): object {
  const { language, root, version } = options;
  const uri = `${pathToFileURL(root).href.replace(/\/$/, '')}/`;
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'lastpost',
            version,
            informationUri: 'https://www.npmjs.com/package/lastpost',
            rules: rules.map(({ id, title, explanation, severity }) => ({
              id,
              shortDescription: { text: title[language] },
              fullDescription: { text: explanation[language] },
              defaultConfiguration: { level: levels[severity] },
            })),
          },
        },
        language,
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { ROOT: { uri } },
        results: [
          ...report.findings.map((finding) => resultOf(finding, rules, uri, language)),
          ...report.excepted.map(({ finding, exception }) => ({
            ...resultOf(finding, rules, uri, language),
            suppressions: [{ kind: 'external', justification: exception.reason }],
          })),
        ],
      },
    ],
  };
}

function resultOf(finding: LintFinding, rules: readonly LintRule[], root: string, language: FactLanguage): object {
  const { rule, severity, spot, clash, message, fix, edit } = finding;
  return {
    ruleId: rule,
    ruleIndex: rules.findIndex(({ id }) => id === rule),
    level: levels[severity],
    message: { text: `${message[language]} ${fix[language]}` },
    ...(spot === null ? {} : { locations: [location(spot, root)] }),
    ...(clash?.kind === 'draft'
      ? { relatedLocations: [{ ...location(clash.spot, root), message: { text: saysText(clash) } }] }
      : {}),
    ...(edit === null
      ? {}
      : {
          fixes: [
            {
              artifactChanges: [
                {
                  artifactLocation: artifact(edit.spot, root),
                  replacements: [{ deletedRegion: region(edit.spot), insertedContent: { text: edit.to } }],
                },
              ],
            },
          ],
        }),
  };
}

function saysText(clash: Extract<LintClash, { kind: 'draft' }>): string {
  return clash.spot.sentence;
}

function location(spot: LintSpot, root: string): object {
  const { sentence } = spot;
  return {
    physicalLocation: {
      artifactLocation: artifact(spot, root),
      region: { ...region(spot), snippet: { text: sentence } },
    },
    logicalLocations: [{ fullyQualifiedName: spot.draft, kind: 'resource' }],
  };
}

function artifact({ file }: LintSpot, root: string): object {
  const { href } = pathToFileURL(file);
  return href.startsWith(root) ? { uri: href.slice(root.length), uriBaseId: 'ROOT' } : { uri: href };
}

function region({ line, column, endLine, endColumn }: LintSpot): object {
  return { startLine: line, startColumn: column, endLine, endColumn };
}
