import references from '#content/references.json' with { type: 'json' };

export interface Reference {
  short: string;
  authors: string;
  year: number;
  title: string;
  where: string;
  url?: string;
}

/** A work of the list of references, by its id. */
export function reference(id: string): Reference {
  const entry = (references as Readonly<Record<string, Reference>>)[id];
  if (!entry) throw new Error(`no reference "${id}" in content/references.json`);
  return entry;
}
