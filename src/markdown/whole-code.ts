import { defineMdastPlugin } from 'satteri';

/** Longer code may have to break on a phone, where a line has about 33 of its characters. */
const mostCharacters = 24;

/** Whether a piece of code, such as `[50, 400]`, has a space at which a line might break, and is short enough not to. */
export const staysWhole = (code: string): boolean => code.includes(' ') && code.length <= mostCharacters;

/** The plugin for Sätteri: short code in a text stays on one line, by the class `whole` of src/styles/base.css. */
export function wholeCodePlugin() {
  return defineMdastPlugin({
    name: 'whole-code',
    inlineCode: ({ value }: { value: string }) =>
      staysWhole(value)
        ? {
            type: 'mdxJsxTextElement',
            name: 'code',
            attributes: [{ type: 'mdxJsxAttribute', name: 'class', value: 'whole' }],
            children: [{ type: 'text', value }],
          }
        : undefined,
  } as never);
}
