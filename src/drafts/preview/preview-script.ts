/** Runs in the page: counts what is shown, and searches. Without it the page lacks both, and nothing else. */
function startPreview(): void {
  const form = document.querySelector('form');
  const status = document.querySelector<HTMLElement>('[data-shown]');
  const search = document.querySelector<HTMLInputElement>('input[type=search]');
  const articles = [...document.querySelectorAll<HTMLElement>('article')];
  if (form === null || status === null || search === null) return;
  // The first of its columns has every word that the others have.
  const texts = articles.map((article) => (article.querySelector('.screen')?.textContent ?? '').toLocaleLowerCase());
  const entries = new Map([...document.querySelectorAll<HTMLElement>('nav li')].map((one) => [one.dataset.of, one]));
  const sections = [...document.querySelectorAll<HTMLElement>('main section')];
  const tell = () => {
    // A heading with nothing below it would be read as a fault.
    for (const section of sections) section.hidden = false;
    for (const section of sections) {
      section.hidden = ![...section.querySelectorAll('article')].some((article) => article.checkVisibility());
    }
    const shown = articles.filter((article) => article.checkVisibility()).length;
    const said = shown === 0 ? 'nothing' : shown === 1 ? 'one' : 'shown';
    status.textContent = (status.dataset[said] ?? '').replace('%n', String(shown));
  };
  const find = () => {
    const wanted = search.value.trim().toLocaleLowerCase();
    articles.forEach((article, at) => {
      article.hidden = wanted !== '' && !texts[at]?.includes(wanted);
      const entry = entries.get(article.id);
      if (entry !== undefined) entry.hidden = article.hidden;
    });
    tell();
  };
  // On a telephone the choices would take the whole first screen.
  if (innerWidth < 700) form.querySelector('details')?.removeAttribute('open');
  search.closest('label')?.removeAttribute('hidden');
  search.addEventListener('input', find);
  form.addEventListener('change', tell);
  form.addEventListener('submit', (event) => event.preventDefault());
  tell();
}

/** The script as it stands in the page. Compilers may wrap functions in a `__name` that a page does not have. */
export function previewScript(): string {
  return `'use strict';\nconst __name = (named) => named;\n${startPreview.toString()}\nstartPreview();`;
}
