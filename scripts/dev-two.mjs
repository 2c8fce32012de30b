// A fast start for work: the development server with English and one more language, `npm run dev:two -- ja`.
import { dev } from 'astro';

const [, , second = 'ko'] = process.argv;
process.env.LOCALES = `en,${second}`;
await dev({ server: { host: '127.0.0.1' } });
