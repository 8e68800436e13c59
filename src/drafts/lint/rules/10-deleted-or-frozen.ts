import type { ExitMode } from '../../../model/channel.ts';
import type { LintClash } from '../../../model/farewell/lint/lint-finding.ts';
import { leavesOf } from '../../facts/template-scope.ts';
import type { LintDraft, Said } from '../lint-draft.ts';
import type { LintKit } from '../lint-kit.ts';
import type { LintRule } from '../lint-rule.ts';
import { type ExitThing, type ExitWords, exitThings, exitWords } from './exit-words.ts';
import { type ToldSentence, toldSentences } from './told-sentences.ts';

export const deletedOrFrozenRule: LintRule = {
  id: 'deleted-or-frozen',
  severity: 'error',
  title: {
    en: 'What is said to be deleted will be deleted',
    de: 'Gelöscht wird, wovon es im Text heißt, dass es gelöscht wird',
  },
  explanation: {
    en: 'A text that says “deleted” and a playbook that says “freeze” make a broken promise out of good intentions. Words for deleting and keeping are held against mode and fate in lastpost.yaml, and against the playbook.',
    de: 'Ein Text mit „gelöscht“ und ein Playbook mit „freeze“ machen aus guter Absicht ein gebrochenes Versprechen. Wörter fürs Löschen und Behalten werden mit mode und fate in lastpost.yaml verglichen und mit dem Playbook.',
  },
  check: (kit) =>
    toldSentences(kit)
      .filter(({ part }) => !/^(?:emergency|comeback|crisis-fake-account)/.test(part.draft.draft.kind))
      .flatMap((one) => {
        const clash = saidIn(one).flatMap((said) => clashOf(said, one, kit) ?? [])[0];
        return clash === undefined ? [] : [finding(one, clash)];
      }),
};

/** What a sentence says of a thing. */
interface SaidOf {
  readonly thing: ExitThing;
  readonly what: 'deletes' | 'keeps';
  readonly clause: string;
}

function saidIn({ part, sentence }: ToldSentence): readonly SaidOf[] {
  const words = exitWords[part.draft.draft.locale];
  if (!words.deletes.test(sentence.text) && !words.keeps.test(sentence.text)) return [];
  if (sentence.text.endsWith('?')) return [];
  let last: readonly ExitThing[] = [];
  return sentence.text
    .split(/[,;:.!?()–—\n]\s*/)
    .flatMap((piece) => piece.split(words.and))
    .flatMap((clause): readonly SaidOf[] => {
      const named = exitThings.filter((one) => words[one].test(clause));
      // "then we delete them": only of messages is that a way to put it that cannot be taken for another thing.
      const things = named.length > 0 ? named : last.length === 1 && last[0] === 'messages' ? last : [];
      if (named.length > 0) last = named;
      return things.length === 1 && things[0] !== undefined ? saidOf(things[0], clause, words) : [];
    });
}

/** Accounts of people, personal details, and what somebody is asked to do. */
const ofOthers =
  /privat|privad|privé|prywatn|personal|persönlich|personnel|pessoa|osobist|özel|kişisel|شخصي|please|bitte|s’il vous/iu;

function saidOf(thing: ExitThing, clause: string, words: ExitWords): readonly SaidOf[] {
  if (words.unclear.test(clause) || ofOthers.test(clause)) return [];
  const [deletes, keeps] = [words.deletes.test(clause), words.keeps.test(clause)];
  return deletes === keeps ? [] : [{ thing, what: deletes ? 'deletes' : 'keeps', clause }];
}

function clashOf(said: SaidOf, { part }: ToldSentence, kit: LintKit): LintClash | null {
  const modes = modesOf(said, part.draft, kit);
  return said.thing === 'account' ? modeClash(said, modes, kit) : fateClash(said, modes, kit);
}

/** Of the account that the clause names, else of those that the draft is about. */
function modesOf({ clause }: SaidOf, { draft }: LintDraft, { facts, channels }: LintKit): readonly ExitMode[] {
  const named = facts.leaves.filter((one) => {
    const platform = channels.find(({ id }) => id === one.channel)?.platform;
    return platform !== undefined && clause.split(/[^\p{L}\p{N}]+/u).includes(platform);
  });
  const about = named.length > 0 ? named : leavesOf(facts, draft.kind, draft.channel);
  return about.map(({ mode }) => mode);
}

function modeClash({ what }: SaidOf, modes: readonly ExitMode[], { facts, plan }: LintKit): LintClash | null {
  const isWrong = (all: readonly ExitMode[]): boolean =>
    what === 'deletes' ? !all.includes('delete') : all.every((one) => one === 'delete');
  if (isWrong(modes)) return { kind: 'fact', key: 'mode', says: [...new Set(modes)].join(', ') };
  // Where accounts are left in several ways, nothing says which of them the playbook is for.
  const isOne = new Set(facts.leaves.map(({ mode }) => mode)).size === 1;
  if (plan === null || !isOne || !isWrong([plan.mode])) return null;
  const step = plan.steps.find(({ id, title }) => `${id} ${title.en}`.toLowerCase().includes(plan.mode));
  return step === undefined
    ? { kind: 'step', step: plan.name, says: plan.mode }
    : { kind: 'step', step: step.id, says: step.title.en };
}

function fateClash({ thing, what }: SaidOf, modes: readonly ExitMode[], { facts }: LintKit): LintClash | null {
  const { posts, comments, messages } = facts.fate;
  if (thing === 'messages') {
    const isWrong = what === 'deletes' && messages.then === 'close';
    return isWrong ? { kind: 'fact', key: 'fate.messages.then', says: messages.then } : null;
  }
  const fate = thing === 'posts' ? posts : comments;
  // With the account, everything in it goes.
  const isWrong = what === 'deletes' ? fate !== 'delete' && !modes.includes('delete') : fate === 'delete';
  return isWrong ? { kind: 'fact', key: `fate.${thing}`, says: fate } : null;
}

function finding({ part, sentence }: ToldSentence, clash: LintClash): Said {
  const { text, from } = sentence;
  const at = clash.kind === 'fact' ? `${clash.key} in lastpost.yaml` : clash.kind === 'step' ? clash.step : '';
  const wo =
    clash.kind === 'fact' ? `unter ${clash.key} in lastpost.yaml` : clash.kind === 'step' ? `in ${clash.step}` : '';
  const says = clash.kind === 'draft' ? '' : clash.says;
  return {
    spot: part.spot(from, from + text.length),
    clash,
    message: {
      en: `“${text}” does not go with “${says}” (${at}).`,
      de: `„${text}“ passt nicht zu „${says}“ (${wo}).`,
    },
    fix: {
      en: 'Decide which of the two holds, and change the sentence or the other place.',
      de: 'Entscheiden Sie, was von beidem gilt, und ändern Sie den Satz oder die andere Stelle.',
    },
  };
}
