/** A rough width in pixels at 13 px: full-width characters count double. */
export const displayWidth = (label: string): number =>
  [...label].reduce((sum, char) => sum + (isWide(char) ? 13.5 : 7.3), 0);

/** Everything from the first CJK block on, as East Asian fonts draw it. */
const isWide = (char: string) => char > '⺀';

/**
 * What a line break may not split. First a run of Chinese characters or kana with its digits, its ending in hiragana and
 * its closing punctuation; then any other run up to a space, where brackets hold together what they enclose.
 */
const pieces =
  /\d*[㐀-鿿ぁ-ゖァ-ー][\d㐀-鿿ァ-ー]*[ぁ-ゖ]*[、。：，；）」]*\s*|(?:[(（][^)）]*[)）]|[^\s㐀-鿿ぁ-ゖァ-ー])+\s*/g;

/** Breaks a label into lines of at most `limit` pixels; a piece that is longer than that gets a line of its own. */
export function wrapLabel(label: string, limit: number): string[] {
  const lines: string[] = [];
  for (const piece of label.match(pieces) ?? []) {
    const longer = (lines.at(-1) ?? '') + piece;
    if (lines.length > 0 && displayWidth(longer.trimEnd()) <= limit) lines[lines.length - 1] = longer;
    else lines.push(piece);
  }
  return lines.map((line) => line.trimEnd());
}
