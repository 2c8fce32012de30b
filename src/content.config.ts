import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { z } from 'astro/zod';

const schema = z.object({
  title: z.string(),
  question: z.string(),
  description: z.string(),
});

/** Lessons by `<folder>/<language>`, for example `04-variance-of-a-layer/ko`. */
const lessons = defineCollection({
  loader: glob({
    base: './content/lessons',
    pattern: '*/{en,ko,ja,ru,zh}.mdx',
    generateId: ({ entry }) => entry.replace(/\.mdx$/, ''),
  }),
  schema,
});

/** Prose of other pages, for example `parity/ko`; the same front matter. */
const pages = defineCollection({
  loader: glob({
    base: './content/pages',
    pattern: '*/{en,ko,ja,ru,zh}.mdx',
    generateId: ({ entry }) => entry.replace(/\.mdx$/, ''),
  }),
  schema,
});

export const collections = { lessons, pages };
