/** The full-width forms of ASCII characters, which input methods of Chinese, Japanese and Korean type: ０, ．, －, ／. */
const fullWidth = /[！-～]/g;
const distanceToAscii = 0xfee0;

/**
 * A number as readers type it, in the characters of a program: full-width characters become narrow and the true minus
 * becomes a hyphen. In a `fraction` the first comma is a decimal point; in a whole number it stays, and is no digit.
 */
export function plainNumber(typed: string, kind: 'fraction' | 'whole'): string {
  const narrow = typed.replace(fullWidth, (character) =>
    String.fromCharCode(character.charCodeAt(0) - distanceToAscii),
  );
  const plain = narrow.replaceAll('−', '-').trim();
  return kind === 'fraction' ? plain.replace(',', '.') : plain;
}
