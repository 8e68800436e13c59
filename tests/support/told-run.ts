import { runBoard } from '../../src/cli/run-board.ts';
import { explainText } from '../../src/cli/run-explain-text.ts';
import { plainStyle } from '../../src/cli/style.ts';
import { runSituations } from './run-situations.ts';

export type Situation = keyof typeof runSituations;

/** What `run explain` says at 80 columns, between line feeds so that a test can show it as it is seen. */
export function explained(situation: Situation): string {
  return `\n${explainText(runSituations[situation], { style: plainStyle, width: 80 })}\n`;
}

export function board(situation: Situation, width: number): string {
  return `\n${runBoard(runSituations[situation], { style: plainStyle, width })}\n`;
}
