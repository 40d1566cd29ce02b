/** Characters of a reason or a note: more is a conversation, and that is held elsewhere. */
export const MOST_SAID = 500
