/// <reference types="astro/client" />

declare namespace App {
  interface Locals {
    /** Set by a page before it renders; the lesson components read their language and their lesson from it. */
    page: import('#lesson/page.ts').Page;
  }
}
