import { xFacts } from '../../src/channels/x/facts.ts';
import { demoExitText } from '../../src/demo-brand/exit/exit-facts.ts';
import type { LintKit } from '../../src/drafts/lint/lint-kit.ts';
import { hypocrisyReport } from '../../src/drafts/reports/hypocrisy.ts';
import { hypocrisyPaper } from '../../src/drafts/reports/papers/hypocrisy-paper.ts';
import { parityPaper } from '../../src/drafts/reports/papers/parity-paper.ts';
import { regretPaper } from '../../src/drafts/reports/papers/regret-paper.ts';
import { silencePaper } from '../../src/drafts/reports/papers/silence-paper.ts';
import { parityReport } from '../../src/drafts/reports/parity.ts';
import { nameFact, regretReport } from '../../src/drafts/reports/regret.ts';
import { silenceReport } from '../../src/drafts/reports/silence.ts';
import { openSources } from '../../src/drafts/reports/sources.ts';
import type { ReportLanguage } from '../../src/model/farewell/reports/report-names.ts';
import type { ReportPaper } from '../../src/model/farewell/reports/report-paper.ts';
import { demoSettings } from './demo-kit-workspace.ts';
import { demoNow } from './lint-demo.ts';

export const demoAddresses = [
  { id: 'blog', url: 'https://www.brandt-soehne.example/' },
  { id: 'fediverse', url: 'https://klingelnetz.example/@brandtsoehne' },
  { id: 'linkedin', url: 'https://www.linkedin.com/company/brandt-soehne/' },
  { id: 'x', url: 'https://x.com/brandtsoehne' },
];

export function demoSources() {
  return openSources(`${demoSettings}\n${demoExitText(demoNow)}`);
}

/** Every report that can be made of drafts alone. */
export function demoPapers(kit: LintKit, language: ReportLanguage): readonly ReportPaper[] {
  const sources = demoSources();
  const parity = parityReport(kit, language);
  const names = new Map([['x', nameFact(xFacts)]]);
  return [
    parityPaper(parity, language),
    silencePaper(silenceReport(kit, sources, language), language),
    hypocrisyPaper(hypocrisyReport(kit, sources, demoAddresses, language), language),
    regretPaper(regretReport(kit, sources, names, language), language),
  ];
}
