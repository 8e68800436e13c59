import { escapeHtml } from '../../../base/escape-html.ts';
import { momentIn } from '../../../base/local-format.ts';
import { sealedHead } from '../../../base/sealed-head.ts';
import type { FactLanguage } from '../../../model/platform.ts';
import type { CompletenessStatement } from '../../../model/statement.ts';
import { statementWords } from '../../../model/statement-words.ts';
import { claimsSection, gapsSection, notesSection, sourcesSection } from './page-gaps.ts';
import { leftOutTable, matchedTable, mediaTable, postsTable } from './page-numbers.ts';
import { statementStyle } from './page-style.ts';
import { yearChart } from './year-chart.ts';

/** Who makes the page. */
export interface PageMaker {
  readonly software: string;
  /** SHA-256 of the public key that the page will be signed with. */
  readonly key: string;
}

interface PageTexts {
  readonly madeWith: (software: string, at: string) => string;
  readonly check: string;
  readonly key: string;
  readonly scope: string;
  readonly name: string;
  readonly date: string;
  readonly signature: string;
}

const texts: Readonly<Record<FactLanguage, PageTexts>> = {
  en: {
    madeWith: (software, at) => `Made with ${software} on ${at}. All times are UTC.`,
    check:
      'This page is signed. “lastpost channel check-statement FILE” tells whether a single letter of it was changed; a printed copy is checked by the PDF or HTML file that it was printed from.',
    key: 'Signing key (SHA-256)',
    scope:
      'Export: what the platform handed over. Crawl: what anybody could see on the public pages. Other people’s comments are not counted.',
    name: 'Name',
    date: 'Date',
    signature: 'Signature',
  },
  de: {
    madeWith: (software, at) => `Erstellt mit ${software} am ${at}. Alle Zeiten in UTC.`,
    check:
      'Diese Seite ist signiert. „lastpost channel check-statement DATEI“ sagt, ob auch nur ein Buchstabe geändert wurde; ein Ausdruck wird anhand der PDF- oder HTML-Datei geprüft, aus der er stammt.',
    key: 'Signaturschlüssel (SHA-256)',
    scope:
      'Export: was die Plattform herausgegeben hat. Sicherung: was auf den öffentlichen Seiten zu sehen war. Kommentare anderer sind nicht mitgezählt.',
    name: 'Name',
    date: 'Datum',
    signature: 'Unterschrift',
  },
};

/**
 * The statement as one page that needs nothing else: no script, no file, no net. What it says stands in it a second time as
 * JSON, for programs. It ends with a line break, so that a signature can follow on a line of its own.
 */
export function statementPage(statement: CompletenessStatement, language: FactLanguage, maker: PageMaker): string {
  const words = statementWords[language];
  const said = texts[language];
  const { brand, title, platformName, url, statedAt, verdict, because, gaps } = statement;
  return `${sealedHead(language, `${words.title}: ${title} – ${brand}`, statementStyle)}
<body>
<header>
<p class="kind">${words.title}</p>
<h1>${escapeHtml(title)}</h1>
<p class="about"><b>${escapeHtml(brand)}</b> · ${escapeHtml(platformName)} · ${escapeHtml(url)}</p>
<p class="about">${escapeHtml(momentIn(language, statedAt))}</p>
</header>
<main>
<div class="verdict ${verdict}"><strong>${words.verdicts[verdict]}</strong>
<p>${escapeHtml(because[language])}</p></div>
<div class="pair">
<section><h2>${words.posts}</h2>${postsTable(statement, language)}</section>
<section><h2>${words.media}</h2>${mediaTable(statement, language)}
${gaps.length === 0 ? gapsSection(statement, language) : ''}</section>
</div>
${yearChart(statement.posts.byYear, language)}
${gaps.length === 0 ? '' : gapsSection(statement, language)}
<div class="pair">
<section>${matchedTable(statement, language)}</section>
<section>${leftOutTable(statement, language)}</section>
</div>
${notesSection(statement, language)}
${claimsSection(statement, language)}
${sourcesSection(statement, language)}
</main>
<footer>
<p>${said.scope} ${escapeHtml(said.madeWith(maker.software, momentIn(language, statedAt)))} ${said.check}</p>
<p>${said.key}: <span class="digest">${escapeHtml(maker.key)}</span></p>
<div class="sign"><span>${said.name}</span><span>${said.date}</span><span>${said.signature}</span></div>
</footer>
<script type="application/json" id="statement">${asScript(statement)}</script>
</body>
</html>
`;
}

/** JSON in which nothing can end the element that it stands in, or begin a comment. */
function asScript(statement: CompletenessStatement): string {
  return JSON.stringify(statement).replace(/[<>&\u2028\u2029]/g, (sign) => {
    return `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}
