import references from '#content/references.json' with { type: 'json' };

export interface Reference {
  short: string;
  authors: string;
  year: number;
  title: string;
  /** BCP 47 tag of the title's language, if that is not English. */
  titleLang?: string;
  where: string;
  /** The title of the translation that `where` tells of. */
  translation?: { lang: string; title: string };
  url?: string;
}

/** A work of the list of references, by its id. */
export function reference(id: string): Reference {
  const entry = (references as Readonly<Record<string, Reference>>)[id];
  if (!entry) throw new Error(`no reference "${id}" in content/references.json`);
  return entry;
}
