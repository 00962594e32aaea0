/** Words of a text in any script that parts its words by spaces; runs of Chinese, Japanese and Thai count as one. */
export const countWords = (text: string): number => text.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}'’_-]*/gu)?.length ?? 0;
