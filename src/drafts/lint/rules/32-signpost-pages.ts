import type { DraftKind } from '../../../model/farewell/draft-kinds.ts';
import type { FarewellLocale } from '../../../model/farewell/locale.ts';
import { dayIn } from '../../facts/days.ts';
import { kindTitles } from '../../kind-titles.ts';
import type { FactRole } from '../claims/checked-claim.ts';
import { linkValue } from '../claims/find-addresses.ts';
import type { LintDraft, Said } from '../lint-draft.ts';
import type { LintKit } from '../lint-kit.ts';
import type { LintRule } from '../lint-rule.ts';
import { beginOf } from './begin-of.ts';

export const signpostPagesRule: LintRule = {
  id: 'signpost-pages',
  severity: 'error',
  title: {
    en: 'The page at the old address says what happened and where to go',
    de: 'Die Seite unter der alten Adresse sagt, was geschehen ist und wohin es geht',
  },
  explanation: {
    en: 'Old links are followed for years. The page behind them answers with 410 or 301, says when it ended, and leads on: to a successor, and to the archive where it is public.',
    de: 'Alten Links wird noch jahrelang gefolgt. Die Seite dahinter antwortet mit 410 oder 301, sagt, wann Schluss war, und führt weiter: zu einem Nachfolger und, wo es öffentlich ist, ins Archiv.',
  },
  check: (kit) => [...missingPages(kit), ...kit.drafts.flatMap((draft) => incomplete(draft, kit))],
};

const pages: readonly {
  readonly mode: 'delete' | 'redirect';
  readonly kind: DraftKind;
  readonly status: readonly string[];
}[] = [
  { mode: 'delete', kind: 'gone-page', status: ['410'] },
  // 308 is a 301 for programs that send something; both tell search engines to forget the old address.
  { mode: 'redirect', kind: 'redirect-page', status: ['301', '308'] },
];

/** In every language in which the facts make such a page; where they make none at all, a person has to see to it. */
function missingPages({ drafts, facts, made }: LintKit): readonly Said[] {
  const has = (kind: DraftKind, locale: FarewellLocale): boolean =>
    drafts.some(({ draft }) => draft.kind === kind && draft.locale === locale);
  return pages
    .filter(({ mode }) => facts.leaves.some((one) => one.mode === mode))
    .flatMap(({ kind, mode }) => {
      const told = facts.locales.filter((locale) => drafts.some(({ draft }) => draft.locale === locale));
      const due = told.filter((locale) => made.has(`${locale}/${kind}`));
      if (due.length > 0) return due.filter((one) => !has(kind, one)).map((one) => missingPage(kind, mode, one));
      const [first] = told;
      if (first === undefined || told.some((one) => has(kind, one))) return [];
      return [{ ...missingPage(kind, mode, first), severity: 'warning' as const }];
    });
}

function missingPage(kind: DraftKind, mode: string, locale: FarewellLocale): Said {
  const draft = `${locale}/${kind}`;
  return {
    spot: null,
    clash: { kind: 'fact', key: 'leaves', says: mode },
    message: {
      en: `An account is left with mode “${mode}”, and there is no draft ${draft} (${kindTitles.en[kind]}).`,
      de: `Ein Konto wird mit „${mode}“ verlassen, es gibt aber keinen Entwurf ${draft} (${kindTitles.de[kind]}).`,
    },
    fix: {
      en: `Run “lastpost draft write”, which makes ${draft} where there is a template of it.`,
      de: `Rufen Sie „lastpost draft write“ auf; das legt ${draft} an, wo es eine Vorlage gibt.`,
    },
  };
}

function incomplete(draft: LintDraft, kit: LintKit): readonly Said[] {
  const page = pages.find(({ kind }) => kind === draft.draft.kind);
  if (page === undefined) return [];
  return [...wrongStatus(draft, page.status), ...lackingOf(draft, kit)];
}

function wrongStatus(draft: LintDraft, wanted: readonly string[]): readonly Said[] {
  const part = draft.parts.find(({ name }) => name === 'status');
  const said = part?.text.trim() ?? '';
  if (wanted.includes(said)) return [];
  const right = wanted[0] ?? '';
  const spot = part?.spot(0, part.text.length) ?? beginOf(draft);
  return [
    {
      spot,
      message:
        said === ''
          ? {
              en: `Nothing says that this page answers with ${right}.`,
              de: `Nirgends steht, dass diese Seite mit ${right} antwortet.`,
            }
          : {
              en: `This page says “${said}”, and programs and search engines need ${right}.`,
              de: `Auf dieser Seite steht „${said}“; Programme und Suchmaschinen brauchen ${right}.`,
            },
      fix: { en: `Set fields.status to "${right}".`, de: `Setzen Sie fields.status auf "${right}".` },
      edit: said === '' || spot === null ? null : { spot, to: right },
    },
  ];
}

interface Needed {
  readonly role: FactRole;
  readonly key: string;
  readonly says: string;
  readonly en: string;
  readonly de: string;
}

function lackingOf(draft: LintDraft, kit: LintKit): readonly Said[] {
  const claims = draft.parts.flatMap((part) => kit.claims(part));
  const has = ({ role, says }: Needed): boolean =>
    claims.some((one) => one.role === role || (one.claim.kind === 'link' && one.claim.value === linkValue(says)));
  return neededOf(draft, kit)
    .filter((one) => !has(one))
    .map(({ key, says, en, de }) => ({
      spot: beginOf(draft),
      clash: { kind: 'fact', key, says },
      message: { en: `This page does not say ${en}.`, de: `Auf dieser Seite steht nicht, ${de}.` },
      fix: { en: `Add “${says}”.`, de: `Ergänzen Sie „${says}“.` },
    }));
}

function neededOf({ draft }: LintDraft, { facts }: LintKit): readonly Needed[] {
  const [first] = facts.successors;
  const { archiveUrl } = facts.fate;
  const says = dayIn(draft.locale, facts.lastDay);
  return [
    { role: 'last-day', key: 'last_day', says, en: 'when it ended', de: 'wann Schluss war' },
    ...(first === undefined
      ? []
      : [
          {
            role: 'successor',
            key: 'successors',
            says: first.url,
            en: 'where we are now',
            de: 'wo es weitergeht',
          } as const,
        ]),
    ...(archiveUrl === null
      ? []
      : [
          {
            role: 'archive',
            key: 'fate.archive_url',
            says: archiveUrl,
            en: 'where the archive is',
            de: 'wo das Archiv ist',
          } as const,
        ]),
  ];
}
