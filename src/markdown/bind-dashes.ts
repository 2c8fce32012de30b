import { defineMdastPlugin } from 'satteri';

/** The text with a no-break space before each spaced em dash: in Russian no line begins with a dash. */
export const bindDashes = (text: string): string => text.replace(/\s(?=—)/g, '\u00A0');

/** The plugin for Sätteri; it must run before `gluePunctuationPlugin`, which sees to dashes after formulas. */
export function bindDashesPlugin() {
  return defineMdastPlugin({
    name: 'bind-dashes',
    text: (node: { value: string }) => {
      const value = bindDashes(node.value);
      return value === node.value ? undefined : { type: 'text', value };
    },
  } as never);
}
