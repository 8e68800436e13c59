import type { LintRule } from '../../src/drafts/lint/lint-rule.ts';

const words = { error: 'error · Fehler', warning: 'warning · Warnung', hint: 'hint · Hinweis' } as const;

/** docs/draft-rules.md: what each rule is for, in both languages, as the rules say it themselves. */
export function rulesPage(rules: readonly LintRule[]): string {
  return [
    '# The rules of `draft check` · Die Regeln von `draft check`',
    '',
    'Made from the rules themselves; [draft-check.md](draft-check.md) says how to use them, and how to settle another severity or an',
    'exception in `lastpost.yaml`. An error must not go out, a warning has to be looked at, a hint is good to know; a rule may say some',
    'things with less weight than its own.',
    '',
    ...rules.flatMap(({ id, severity, title, explanation }, at) => [
      `## ${at + 1}. \`${id}\``,
      '',
      `*${words[severity]}*`,
      '',
      `**${title.en}.** ${explanation.en}`,
      '',
      `**${title.de}.** ${explanation.de}`,
      '',
    ]),
  ]
    .join('\n')
    .trimEnd()
    .concat('\n');
}
