import { platformIds } from '../../model/platform.ts';
import { factFields, factNames } from '../../model/playbook/platform-facts.ts';
import type { Remark } from '../remark.ts';
import { warning } from '../remark.ts';
import type { LintSubject } from './lint-subject.ts';
import { type InFile, missing } from './missing-name.ts';

/** What is wrong with `facts.PLATFORM.FACT.FIELD`, without its first word: a name that nothing has, or a fact that nobody has looked at for long. */
export function factRemark(
  [platform, fact, field]: readonly string[],
  inFile: InFile,
  { factsDue }: LintSubject,
): Remark | undefined {
  if (platform === undefined) return undefined;
  const wrong = missing('platform', platform, platformIds, inFile);
  if (wrong !== undefined || fact === undefined || fact === 'name') return wrong;
  const unknown = missing('fact', fact, [...factNames, 'name'], inFile);
  if (unknown !== undefined) return unknown;
  if (field !== undefined) {
    const none = missing('field of a fact', field, factFields, inFile);
    if (none !== undefined) return none;
  }
  const checkedOn = factsDue[platform]?.[fact];
  if (checkedOn === undefined) return undefined;
  const message = `The fact ${platform}.${fact} was last checked on ${checkedOn}, and platforms change their rules without telling.`;
  const fix = `Look there, and say what you found under facts: of the channel in lastpost.yaml, with checked_on. What is known: lastpost channel show ${platform}`;
  return warning('fact-due', inFile.path, message, fix, { words: inFile.words });
}
