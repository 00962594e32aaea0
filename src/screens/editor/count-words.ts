// A target has no brackets (they are percent-encoded), so that none is looked through again for the next one: the time stays linear.
const attachmentTarget = /\]\(attachment:[^)\s[\]]*\)/g;

/**
 * Words of a text in any script that parts its words by spaces; runs of Chinese, Japanese and Thai count as one, and the keys of
 * attachments as none.
 */
export const countWords = (text: string): number =>
  text.replace(attachmentTarget, ']').match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}'’_-]*/gu)?.length ?? 0;
