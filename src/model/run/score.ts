import type { LocalText } from '../platform.ts';
import type { JsonObject, JsonValue } from '../playbook/json.ts';

/** An answer that is not worth all points. */
export interface ScoreGap {
  /** Id of the step, as it is called beside the one that counts. */
  readonly step: string;
  /** null: nothing was answered. */
  readonly answer: string | null;
  readonly points: number;
  /** null where the playbook does not say. */
  readonly todo: LocalText | null;
}

/** What a step of type `score` counted. */
export interface Score {
  readonly points: number;
  /** The most that could have been. */
  readonly of: number;
  /** Rounded down: 100 are all points. */
  readonly percent: number;
  /** So many were enough. */
  readonly pass: number;
  readonly passed: boolean;
  readonly gaps: readonly ScoreGap[];
}

/** The outputs of a step of type `score` as what they are; null for those of anything else, or before it has counted. */
export function scoreOf({ points, of, percent, pass, passed, gaps }: JsonObject): Score | null {
  const isWhole = [points, of, percent, pass].every((one) => typeof one === 'number');
  if (!isWhole || typeof passed !== 'boolean' || !Array.isArray(gaps)) return null;
  const counted = { points, of, percent, pass } as Pick<Score, 'points' | 'of' | 'percent' | 'pass'>;
  return { ...counted, passed, gaps: gaps.filter(isGap) };
}

function isGap(value: JsonValue): value is JsonValue & ScoreGap {
  return typeof value === 'object' && value !== null && 'step' in value && 'answer' in value && 'todo' in value;
}
