import { isLocale, locales } from '#i18n/locales.ts';

/** All languages; or, for quick work, those named in LOCALES, such as `LOCALES=en,ko npm run dev`. */
export const activeLocales = chooseLocales(process.env.LOCALES);

/** The languages that a list such as `en,ko` names; an Error names what is no language here. */
export function chooseLocales(wanted: string | undefined) {
  if (!wanted) return locales;
  const chosen = wanted.split(',');
  const unknown = chosen.find((name) => !isLocale(name));
  if (unknown !== undefined) throw new Error(`LOCALES names "${unknown}"; the languages are ${locales.join(', ')}`);
  return chosen.filter(isLocale);
}
