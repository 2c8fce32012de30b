import { status } from './facts.ts';
import { light } from './highlight.ts';
import { hideNote, showNote } from './note.ts';

/** The symbol that is shown now. */
export let shown: HTMLElement | undefined;

/** Shows what a symbol stands for: lights it wherever it is, and says its values in a note. */
export function show(mark: HTMLElement) {
  shown = mark;
  light(mark);
  showNote(mark);
}

export function hide() {
  shown = undefined;
  light(undefined);
  hideNote();
  status.textContent = '';
}
