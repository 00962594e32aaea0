import { type ComponentType, type Ref, Suspense, useRef } from 'react';
import { essential, partFile } from '#src/ui/lazy-part.tsx';
import { EditorLoading } from './editor-placeholders.tsx';
import { PlainText } from './plain-text.tsx';
import type { Beginning, NoteTextProps, TextSurface } from './text-surface.ts';

/** Without style sheets of its own in a shadow root the editor would have to break the Content-Security-Policy. */
const canBeStyled = typeof document !== 'undefined' && 'adoptedStyleSheets' in document;

/** A plain text box lays out all of its text at once, which takes it seconds where there are more letters than these. */
const mostInPlain = 200_000;

/** Where a newer app has taken this one's place, or the network went: what is there can be written in. */
export const styledText = partFile<{
  readonly StyledText: ComponentType<NoteTextProps & { readonly ref?: Ref<TextSurface> }>;
}>(() => import('./styled-text.tsx'), {
  StyledText: PlainText,
});
const StyledText = essential(styledText, (part) => part.StyledText);

/** The text box "Note": a plain one takes the first keys, and hands over text, selection and focus to the editor behind it. */
export const NoteText = ({ ref, begin, ...props }: NoteTextProps & { readonly ref: Ref<TextSurface> }) => {
  const left = useRef<Beginning | null>(null);
  if (!canBeStyled) return <PlainText ref={ref} begin={begin} {...props} />;
  const leave = (last: Beginning) => {
    left.current = last;
  };
  const short = props.body.length <= mostInPlain;
  return (
    <Suspense fallback={short ? <PlainText begin={begin} onLeave={leave} {...props} /> : <EditorLoading />}>
      <StyledText ref={ref} begin={() => left.current ?? begin()} {...props} />
    </Suspense>
  );
};
