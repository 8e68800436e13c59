import type { CountingRule } from '../counting-rule.ts';
import { isGsm7, smsLength } from '../sms-parts.ts';

/** Septets of a text in GSM's own alphabet, with those that stay empty at the end of a part. */
export const gsm7: CountingRule = { count: smsLength, isFor: isGsm7 };
