import { demoPlan } from '../demo-plan.ts';
import type { DemoMore } from '../lint-demo.ts';

export const around: DemoMore = { plan: demoPlan };
