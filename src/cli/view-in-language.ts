import type { FactLanguage, LocalText } from '../model/platform.ts';
import type { JsonObject, JsonValue } from '../model/playbook/json.ts';
import type { RunView, StepView } from '../model/run/run-view.ts';

/**
 * A run as it is shown to somebody who reads `language`. The frame around it is English and shows the English form of each
 * text: so whatever the playbook says to people stands there in theirs. Not for --json, which has both.
 */
export function viewIn(view: RunView, language: FactLanguage): RunView {
  if (language === 'en') return view;
  const said = (text: LocalText): LocalText => ({ ...text, en: text[language] });
  return { ...view, title: said(view.title), steps: view.steps.map((step) => stepIn(step, said)) };
}

type Said = (text: LocalText) => LocalText;

function stepIn(step: StepView, said: Said): StepView {
  return {
    ...step,
    title: said(step.title),
    instructions: step.instructions && said(step.instructions),
    hint: step.hint && said(step.hint),
    evidenceWanted: step.evidenceWanted.map((one) => ({
      ...one,
      description: one.description && said(one.description),
    })),
    outputs: step.type === 'score' ? scoreIn(step.outputs, said) : step.outputs,
  };
}

function scoreIn(outputs: JsonObject, said: Said): JsonObject {
  const { gaps } = outputs;
  if (!Array.isArray(gaps)) return outputs;
  return { ...outputs, gaps: gaps.map((gap) => gapIn(gap, said)) };
}

function gapIn(gap: JsonValue, said: Said): JsonValue {
  const { todo } = gap as { readonly todo?: LocalText | null };
  return todo == null ? gap : { ...(gap as JsonObject), todo: { ...said(todo) } };
}
