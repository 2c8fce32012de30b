import { renderTex } from '#markdown/katex.ts';

/** A formula in a cell of a table: within the line, but with fractions in full size, since there is room above it. */
export const tableTex = (tex: string): string => renderTex(`\\displaystyle ${tex}`, false);
