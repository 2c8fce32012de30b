/**
 * The languages of the course: path segment, BCP 47 tag for `lang` and `Intl`, the language's own name, and a part of the
 * name that fits into the header of a phone.
 */
export const localeInfo = {
  en: { lang: 'en', name: 'English', short: 'En' },
  ko: { lang: 'ko', name: '한국어', short: '한' },
  ja: { lang: 'ja', name: '日本語', short: '日' },
  ru: { lang: 'ru', name: 'Русский', short: 'Ру' },
  zh: { lang: 'zh-Hans', name: '简体中文', short: '中' },
} as const;

export type Locale = keyof typeof localeInfo;

export const locales = Object.keys(localeInfo) as Locale[];

export const isLocale = (text: string): text is Locale => text in localeInfo;
