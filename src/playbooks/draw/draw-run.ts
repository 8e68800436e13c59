import type { FactLanguage } from '../../model/platform.ts';
import type { RunView } from '../../model/run/run-view.ts';
import { graphOfRun } from './graph-of-run.ts';
import { drawSvg } from './svg/draw-svg.ts';

/** A run as an SVG that stands alone: the drawing of its plan, with where each step stands. */
export function drawRun(view: RunView, language: FactLanguage): string {
  return drawSvg(graphOfRun(view), language);
}
