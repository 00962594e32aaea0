import { Annotation, StateEffect } from '@codemirror/state';

/** A change that was not made in this view, and is told to nobody. */
export const fromElsewhere = Annotation.define<boolean>();

/** Files were chosen here: their links will come from elsewhere, to this offset. */
export const filesAt = StateEffect.define<number>();
