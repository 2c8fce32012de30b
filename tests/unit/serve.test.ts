import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serve } from '../../scripts/serve.mjs';

interface Answer {
  status: number | undefined;
  headers: Record<string, string | string[] | undefined>;
  body: string;
}

const folder = mkdtempSync(join(tmpdir(), 'zero-to-he-serve-'));
const site = join(folder, 'site');
let server: { url: string; close: () => void };

/** A plain HTTP request: unlike fetch it sends the path as written, dots and all. */
function get(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> {
  const { hostname, port } = new URL(server.url);
  return new Promise((done, fails) => {
    const sent = request({ hostname, port, path, headers, method }, (response) => {
      let body = '';
      response.setEncoding('utf8');
      response.on('data', (part: string) => {
        body += part;
      });
      response.on('end', () => done({ status: response.statusCode, headers: response.headers, body }));
    });
    sent.on('error', fails);
    sent.end();
  });
}

beforeAll(async () => {
  mkdirSync(join(site, 'en'), { recursive: true });
  writeFileSync(join(site, 'index.html'), 'five languages');
  writeFileSync(join(site, '404.html'), 'no such page');
  writeFileSync(join(site, 'en/index.html'), 'home');
  writeFileSync(join(site, 'digits.bin.gz'), 'bytes');
  writeFileSync(join(folder, 'secret.txt'), 'outside');
  server = await serve(site, 0);
});

afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

describe('the file server', () => {
  it('answers a folder with its index page', async () => {
    const page = await get('/en/');
    expect(page).toMatchObject({ status: 200, body: 'home' });
    expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
  });

  it('leads a folder without its slash to the one with it, and keeps the query', async () => {
    const page = await get('/en?depth=50');
    expect(page.status).toBe(301);
    expect(page.headers.location).toBe('/en/?depth=50');
  });

  it('never leads to another host', async () => {
    expect((await get('//en')).headers.location).toBe('/en/');
  });

  it('answers an unknown address with 404.html and status 404', async () => {
    expect(await get('/en/nothing/')).toMatchObject({ status: 404, body: 'no such page' });
    expect(await get('/digits.bin.gz/')).toMatchObject({ status: 404 });
  });

  it.each(['/../secret.txt', '/%2e%2e/secret.txt', '/en/..%2f..%2fsecret.txt', '/%00', '/%'])(
    'refuses %s',
    async (path) => {
      expect(await get(path)).toMatchObject({ status: 400, body: 'Bad address' });
    },
  );

  it('zips text, but never bytes that are zipped already', async () => {
    const accept = { 'accept-encoding': 'gzip' };
    expect((await get('/en/', accept)).headers['content-encoding']).toBe('gzip');
    const digits = await get('/digits.bin.gz', accept);
    expect(digits).toMatchObject({ status: 200, body: 'bytes' });
    expect(digits.headers['content-encoding']).toBeUndefined();
  });

  it('sends an unchanged file once', async () => {
    const { headers } = await get('/en/');
    expect(await get('/en/', { 'if-none-match': String(headers.etag) })).toMatchObject({ status: 304, body: '' });
  });

  it('only reads', async () => {
    expect((await get('/en/', {}, 'POST')).status).toBe(405);
    expect(await get('/en/', {}, 'HEAD')).toMatchObject({ status: 200, body: '' });
  });

  it('survives readers who leave before the answer', async () => {
    const { hostname, port } = new URL(server.url);
    const leave = (delay: number) =>
      new Promise<void>((gone) => {
        const reader = connect(Number(port), hostname, () => {
          reader.write('GET /en/ HTTP/1.1\r\nHost: site\r\nAccept-Encoding: gzip\r\n\r\n');
          setTimeout(() => reader.resetAndDestroy(), delay);
        });
        reader.on('close', () => gone());
      });
    await Promise.all(Array.from({ length: 200 }, (_, index) => leave((index % 20) / 10)));
    expect(await get('/en/')).toMatchObject({ status: 200, body: 'home' });
  });

  it('names the remedy if the port is taken', async () => {
    const port = Number(new URL(server.url).port);
    await expect(serve(site, port)).rejects.toThrow(`Port ${port} is taken. Choose another one: PORT=4322 npm start`);
  });

  it('names the remedy if nothing was built', async () => {
    await expect(serve(folder, 0)).rejects.toThrow(`There is no site in ${folder}. \`npm run build\` makes dist`);
  });
});
