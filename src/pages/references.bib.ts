import type { APIRoute } from 'astro';
import { bibtexOf } from '#lesson/bibtex.ts';
import { type Work, works, worksInOrder } from '#lesson/references.ts';

/** The list of references as a file, made when the site is built. */
export const GET: APIRoute = () =>
  new Response(`${worksInOrder.map((id) => bibtexOf(id, works[id] as Work)).join('\n\n')}\n`, {
    headers: { 'Content-Type': 'application/x-bibtex; charset=utf-8' },
  });
