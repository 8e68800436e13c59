import { anything } from '../schema/values.ts';

/** Drafts the farewell posts. What it takes is free until the part that does it has come; a person does it by hand. */
export const draftWith = anything;
