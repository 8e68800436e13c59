import { anything } from '../schema/values.ts';

/** Looks for what still points at what is leaving. What it takes is free until the part that does it has come; a person does it by hand. */
export const footprintWith = anything;
