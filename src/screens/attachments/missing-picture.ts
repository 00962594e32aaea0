import type { Words } from '#src/words/words.ts';
import { type AwayFile, awaySentence, whileAway } from './while-away.ts';

/**
 * A sign for a picture that a text shows and that cannot be had now, with the way to look for it again. It is made without React and without
 * style sheets, since the editor's text is in a shadow root. `now`: ms. Returns the sign, and how to end its waiting.
 */
export const missingPicture = (
  file: AwayFile,
  { words, now, onThere }: { readonly words: Words; readonly now: number; readonly onThere: () => void },
): { readonly sign: HTMLElement; readonly stop: () => void } => {
  const { t } = words;
  const sign = document.createElement('span');
  sign.dataset.missing = '';
  sign.contentEditable = 'false';
  Object.assign(sign.style, signLook);
  const text = document.createElement('span');
  text.textContent = awaySentence(file, now, words);
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = t('Try again');
  Object.assign(button.style, buttonLook);
  button.addEventListener('click', async (event) => {
    event.stopPropagation();
    const found = await file.files.find(file.keys);
    if (found.ok) onThere();
    else text.textContent = t('Still not there.');
  });
  sign.append(text, button);
  return { sign, stop: whileAway(sign, file, onThere) };
};

const signLook: Partial<CSSStyleDeclaration> = {
  display: 'inline-flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: '0.25rem 0.75rem',
  maxWidth: '100%',
  padding: '0.5rem 0.75rem',
  border: '1px dashed var(--color-border-strong)',
  borderRadius: 'var(--radius-md)',
  background: 'var(--color-hover)',
  color: 'var(--color-text-muted)',
  fontFamily: 'var(--font-body)',
  fontSize: '0.875rem',
  whiteSpace: 'normal',
};

const buttonLook: Partial<CSSStyleDeclaration> = {
  minHeight: '1.75rem',
  padding: '0 0.5rem',
  border: '1px solid var(--color-border-strong)',
  borderRadius: 'var(--radius-md)',
  background: 'var(--color-raised)',
  color: 'var(--color-text)',
  font: 'inherit',
  cursor: 'pointer',
};
