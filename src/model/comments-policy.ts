/**
 * What becomes of other people's comments in the list of posts: they are personal data of others.
 * keep · pseudonymise: the words stay, the people become numbers · drop
 */
export const commentsPolicies = ['keep', 'pseudonymise', 'drop'] as const;

export type CommentsPolicy = (typeof commentsPolicies)[number];
