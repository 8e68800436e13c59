/** Why drafts are not there, and what to do. */
export const NO_EXIT =
  'lastpost.yaml says nothing of an exit, and drafts are written from what stands there. Answer the questions at the terminal: lastpost draft questions --ask';
