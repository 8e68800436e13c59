import type { LintRule } from '../lint-rule.ts';
import { mismatches } from './mismatch.ts';

export const successorsRule: LintRule = {
  id: 'successors',
  severity: 'error',
  title: { en: 'The way on is the same everywhere', de: 'Der Weg nach dem Abschied ist überall derselbe' },
  explanation: {
    en: 'A link or handle with one letter wrong leads to nobody, or to somebody who is waiting for it. Every address in our own sentences is compared with the successors and the page of lastpost.yaml.',
    de: 'Ein Link oder Handle mit einem falschen Buchstaben führt ins Leere oder zu jemandem, der darauf wartet. Jede Adresse in unseren Sätzen wird mit den Nachfolgern und der Seite in lastpost.yaml verglichen.',
  },
  check: (kit) => mismatches(kit, ['successor', 'page']),
};
