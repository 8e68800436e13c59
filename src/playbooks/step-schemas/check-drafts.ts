import { anything } from '../schema/values.ts';

/** Checks the drafts against the limits of their channels. What it takes is free until the part that does it has come; a person does it by hand. */
export const checkDraftsWith = anything;
