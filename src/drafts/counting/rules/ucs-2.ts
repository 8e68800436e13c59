import type { CountingRule } from '../counting-rule.ts';
import { isGsm7, smsLength } from '../sms-parts.ts';

/** UTF-16 units of a text with any sign that GSM's alphabet lacks, with those that stay empty at the end of a part. */
export const ucs2: CountingRule = { count: smsLength, isFor: (text) => !isGsm7(text) };
