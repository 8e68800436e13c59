import { escapeHtml } from '../../base/escape-html.ts';
import { draftKinds } from '../../model/farewell/draft-kinds.ts';
import { audiences } from '../../model/farewell/exit-facts.ts';
import { farewellLocales } from '../../model/farewell/locale.ts';
import { kindTitles } from '../kind-titles.ts';
import { devices, type PreviewDraft, type PreviewFrame } from './preview-draft.ts';
import { previewWords } from './preview-words.ts';

/** One thing that drafts are picked by. */
interface Filter {
  readonly name: 'device' | 'locale' | 'channel' | 'audience' | 'kind';
  /** Only such values as can stand in a selector. */
  readonly choices: readonly (readonly [value: string, says: string])[];
}

export interface PreviewFilters {
  /** Radio buttons, for the page's form. */
  readonly html: string;
  /** What hides the rest, without a script. */
  readonly style: string;
  /** Of the draft and of its entry in the list. */
  attributes(one: PreviewDraft): string;
}

/** The ways to pick drafts out, as far as there is more than one of a kind. */
export function previewFilters(drafts: readonly PreviewDraft[], { language }: PreviewFrame): PreviewFilters {
  const words = previewWords[language];
  const channels = [...new Map(drafts.map((one) => [one.draft.channel, one.account?.platformName])).entries()];
  const indexOf = (channel: string | null): string => `c${channels.findIndex(([id]) => id === channel)}`;
  const all: readonly Filter[] = [
    { name: 'device', choices: devices.map(({ id }) => [id, words.devices[id]]) },
    { name: 'locale', choices: used(farewellLocales, drafts, 'locale').map((one) => [one, words.locales[one]]) },
    {
      name: 'channel',
      choices: channels.map(([id, name]) => [indexOf(id), id === null ? words.noChannel : (name ?? id)]),
    },
    { name: 'audience', choices: used(audiences, drafts, 'audience').map((one) => [one, words.audiences[one]]) },
    { name: 'kind', choices: used(draftKinds, drafts, 'kind').map((one) => [one, kindTitles[language][one]]) },
  ];
  const filters = all.filter(({ choices }) => choices.length > 1);
  return {
    html: [...filters.map((filter) => fieldset(filter, words.show[filter.name], words.all)), modes(words)].join('\n'),
    style: filters.flatMap(hiding).join('\n'),
    attributes: ({ draft: { locale, channel, audience, kind } }) =>
      `data-locale="${locale}" data-channel="${indexOf(channel)}" data-audience="${audience}" data-kind="${kind}"`,
  };
}

function used<T extends string>(
  known: readonly T[],
  drafts: readonly PreviewDraft[],
  key: 'locale' | 'audience' | 'kind',
) {
  return known.filter((one) => drafts.some(({ draft }) => draft[key] === (one as string)));
}

function fieldset({ name, choices }: Filter, legend: string, all: string): string {
  const radio = (value: string, says: string, isChosen: boolean): string =>
    `<label><input type="radio" name="${name}" id="${name}-${value}" value="${value}"${isChosen ? ' checked' : ''}> ${escapeHtml(says)}</label>`;
  const radios = [radio('all', all, true), ...choices.map(([value, says]) => radio(value, says, false))];
  return `<fieldset><legend>${escapeHtml(legend)}</legend>${radios.join('')}</fieldset>`;
}

function hiding({ name, choices }: Filter): readonly string[] {
  return choices.map(
    ([value]) => `body:has(#${name}-${value}:checked) [data-${name}]:not([data-${name}="${value}"]) { display: none; }`,
  );
}

function modes({ show, modes: { auto, light, dark } }: (typeof previewWords)['de']): string {
  const radio = (value: string, says: string): string =>
    `<label><input type="radio" name="mode" id="mode-${value}" value="${value}"${value === 'auto' ? ' checked' : ''}> ${says}</label>`;
  return `<fieldset><legend>${show.mode}</legend>${radio('auto', auto)}${radio('light', light)}${radio('dark', dark)}</fieldset>`;
}
