import { expect, it } from 'vitest';
import { optionGroup, splitOption } from './options.ts';

const why = '<details class="why"><summary>Explanation</summary><div><ul><li>because</li></ul></div></details>';
const option = (id: string, after = why) => `<li class="option" data-option="${id}"><label>${id}</label>${after}</li>`;
const hint = '<details class="hint"><summary>Hint</summary></details>';
const declared = { a: false, b: true };
const group = (html: string, options: Record<string, boolean> = declared, explained = true) =>
  optionGroup('<Exercise id="x">', html, options, explained);

it('a choice is taken apart into question, options and what follows; options get letters, the right one a mark', () => {
  const lettered = (id: string, letter: string) =>
    option(id).replace('<span', `<span class="letter">${letter}</span><span`);
  expect(group(`<p>Why?</p>${option('b')}${option('a')}${hint}`)).toEqual({
    question: '<p>Why?</p>',
    options: lettered('b', 'A').replace('class="option"', 'class="option" data-right') + lettered('a', 'B'),
    rest: hint,
  });
});

it.each([
  ['an option that is missing', option('a'), declared, 'shows the options a; lesson.ts has a, b'],
  ['an option too many', option('a') + option('b') + option('c'), declared, 'shows the options a, b, c; lesson.ts has'],
  ['an option twice', option('a') + option('b') + option('b'), declared, 'shows the options a, b, b; lesson.ts has'],
  ['no right option', option('a') + option('b'), { a: false, b: false }, 'needs a right and a wrong option'],
  ['no wrong option', option('a') + option('b'), { a: true, b: true }, 'needs a right and a wrong option'],
  ['an option without its why', option('a') + option('b', ''), declared, '<Exercise id="x">: a <Why> is missing in b'],
])('the build refuses %s', (_, html, options, message) => {
  expect(() => group(html, options)).toThrow(message);
});

it('a prediction needs no explanations', () => {
  expect(group(option('a', '') + option('b', ''), declared, false).question).toBe('');
});

it('an option is one paragraph of its own and an explanation of any length', () => {
  expect(splitOption('a', `\n<p>one <em>half</em></p>${why}`)).toEqual({ text: 'one <em>half</em>', why });
  expect(splitOption('a', 'one half')).toEqual({ text: 'one half', why: '' });
  expect(() => splitOption('a', '<p>one</p><p>half</p>')).toThrow('<Option id="a"> has more than one paragraph');
  expect(() => splitOption('a', why)).toThrow('<Option id="a"> has no text');
});
