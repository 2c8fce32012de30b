import { expect, it } from 'vitest';
import { chosen, viewsOf } from '../../scripts/look.mjs';

it('pages are named by what they show, whatever their language', () => {
  const files = ['index.html', '404.html', 'en/index.html', 'ko/digits/index.html', 'workbench/index.html'];
  expect(viewsOf(files)).toEqual([
    { name: 'root', locale: 'en', path: '/' },
    { name: '404', locale: 'en', path: '/404.html' },
    { name: 'home', locale: 'en', path: '/en/' },
    { name: 'digits', locale: 'ko', path: '/ko/digits/' },
    { name: 'workbench', locale: 'en', path: '/workbench/' },
  ]);
});

it('an option chooses among what there is, and refuses anything else', () => {
  expect(chosen(undefined, [360, 1440], 'widths')).toEqual([360, 1440]);
  expect(chosen('1440', [360, 1440], 'widths')).toEqual([1440]);
  expect(() => chosen('en,fr', ['en', 'ko'], 'locales')).toThrow('--locales: there is no "fr"; choose from en, ko');
});
