// The functions below run in the report, sent there as text: together they are whole and use nothing else of this module.

function showLanguage(language: string): void {
  const root = document.documentElement;
  root.lang = language;
  root.dataset.lang = language;
  for (const button of document.querySelectorAll<HTMLButtonElement>('.lang button')) {
    button.setAttribute('aria-pressed', String(button.value === language));
  }
  // Texts that stand in attributes are there in both languages as data.
  for (const element of document.querySelectorAll<HTMLElement>(`[data-label-${language}]`)) {
    const label = element.getAttribute(`data-label-${language}`) ?? '';
    if (element instanceof HTMLInputElement) element.placeholder = label;
    if (element instanceof HTMLImageElement) element.alt = label;
    else element.setAttribute('aria-label', label);
  }
  const title = root.getAttribute(`data-title-${language}`);
  if (title !== null) document.title = title;
}

function filterPages(): void {
  const wanted = document.querySelector<HTMLInputElement>('input[name="verdict"]:checked')?.value ?? 'all';
  const words = (document.querySelector<HTMLInputElement>('#search')?.value ?? '').toLocaleLowerCase().split(/\s+/);
  let shown = 0;
  for (const page of document.querySelectorAll<HTMLElement>('.page')) {
    const text = (page.querySelector('.name')?.textContent ?? '').toLocaleLowerCase();
    const fits = (wanted === 'all' || page.dataset.verdict === wanted) && words.every((word) => text.includes(word));
    page.hidden = !fits;
    if (fits) shown += 1;
  }
  const none = document.querySelector<HTMLElement>('#none');
  if (none !== null) none.hidden = shown > 0;
}

function startReport(): void {
  const { lang } = document.documentElement.dataset;
  const hasBoth = document.querySelector('.lang') !== null;
  const own = navigator.languages
    .map((language) => language.slice(0, 2))
    .find((code) => code === 'de' || code === 'en');
  showLanguage(hasBoth ? (own ?? lang ?? 'en') : (lang ?? 'en'));
  for (const button of document.querySelectorAll<HTMLButtonElement>('.lang button')) {
    button.addEventListener('click', () => showLanguage(button.value));
  }
  for (const input of document.querySelectorAll('input')) input.addEventListener('input', filterPages);
  for (const pictures of document.querySelectorAll<HTMLButtonElement>('button.pictures')) {
    pictures.addEventListener('click', () => {
      pictures.setAttribute('aria-pressed', String(pictures.classList.toggle('large')));
    });
  }
}

const parts = [showLanguage, filterPages, startReport] as const;

/** The script as it stands in the report. */
export function reportScript(): string {
  // esbuild, which runs our TypeScript in development, wraps functions that have a name in a call of its own.
  const head = "'use strict';\nconst __name = (named) => named;";
  return [head, ...parts.map(String), 'startReport();'].join('\n');
}
