/** Both reach AA contrast for every token of TypeScript on the backgrounds of this site. */
export const codeThemes = { light: 'github-light-high-contrast', dark: 'github-dark-default' } as const;
