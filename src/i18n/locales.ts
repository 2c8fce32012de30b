/** The languages of the course: path segment, BCP 47 tag for `lang` and `Intl`, and the language's own name. */
export const localeInfo = {
  en: { lang: 'en', name: 'English' },
  ko: { lang: 'ko', name: '한국어' },
  ja: { lang: 'ja', name: '日本語' },
  ru: { lang: 'ru', name: 'Русский' },
  zh: { lang: 'zh-Hans', name: '简体中文' },
} as const;

export type Locale = keyof typeof localeInfo;

export const locales = Object.keys(localeInfo) as Locale[];

export const isLocale = (text: string): text is Locale => text in localeInfo;
