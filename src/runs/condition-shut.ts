/** How the journal begins what it says of a step that was skipped by its condition; the condition follows. */
export const CONDITION_SHUT = 'Its condition is not met: ';
