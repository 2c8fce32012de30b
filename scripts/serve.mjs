// A static file server for the built site: `node scripts/serve.mjs [folder]` on http://127.0.0.1:4321; PORT changes it.
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, resolve, sep } from 'node:path';
import { pipeline } from 'node:stream';
import { createGzip } from 'node:zlib';
import { isProgram } from './is-program.mjs';

const HOST = '127.0.0.1';
const DEFAULT_PORT = 4321;

/** Types of the files that the site consists of; anything else is sent as bytes. */
const types = /** @type {Record<string, string>} */ ({
  '.bib': 'application/x-bibtex; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml; charset=utf-8',
});

/**
 * Starts to serve a folder and resolves once the server listens; port 0 takes a free one.
 * @param {string} folder
 * @param {number} port
 * @returns {Promise<{ url: string, close: () => void }>}
 * @throws if the folder holds no site or the port is taken
 */
export async function serve(folder, port) {
  const root = resolve(folder);
  if (!(await statistics(join(root, 'index.html')))?.isFile()) {
    throw new Error(
      `There is no site in ${folder}. \`npm run build\` makes dist, \`npm run build:test\` makes dist-test.`,
    );
  }
  const server = createServer((request, response) => {
    answer(root, request, response).catch((error) => {
      console.error(error);
      if (response.headersSent) response.destroy();
      else response.writeHead(500).end();
    });
  });
  await new Promise((listening, fails) => {
    server.once('error', (/** @type {NodeJS.ErrnoException} */ error) => fails(explained(error, port)));
    server.listen(port, HOST, () => listening(undefined));
  });
  const address = /** @type {import('node:net').AddressInfo} */ (server.address());
  const close = () => {
    server.close();
    server.closeAllConnections();
  };
  return { url: `http://${HOST}:${address.port}`, close };
}

/** @param {NodeJS.ErrnoException} error @param {number} port */
function explained(error, port) {
  const causes = /** @type {Record<string, string>} */ ({ EADDRINUSE: 'is taken', EACCES: 'needs more rights' });
  const cause = causes[error.code ?? ''];
  return cause ? new Error(`Port ${port} ${cause}. Choose another one: PORT=${DEFAULT_PORT + 1} npm start`) : error;
}

/**
 * @param {string} root
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 */
async function answer(root, request, response) {
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return void response.writeHead(405, { allow: 'GET, HEAD' }).end();
  const [address = '/', ...query] = (request.url ?? '/').split('?');
  const file = fileOf(root, address);
  if (!file) return void response.writeHead(400).end('Bad address');
  const found = await statistics(file);
  if (found?.isDirectory() && !address.endsWith('/')) {
    // One leading slash only: `//host/` would lead the browser to another host.
    const location = [`${address.replace(/^\/+/, '/')}/`, ...query].join('?');
    return void response.writeHead(301, { location }).end();
  }
  const page = address.endsWith('/') ? join(file, 'index.html') : file;
  if (await send(page, 200, request, response)) return;
  if (!(await send(join(root, '404.html'), 404, request, response))) response.writeHead(404).end('Not found');
}

/**
 * The file that a path of an address names, or undefined if it is malformed or leads out of the folder.
 * @param {string} root
 * @param {string} address
 */
function fileOf(root, address) {
  try {
    const path = decodeURIComponent(address);
    const file = join(root, path);
    const inside = file === root || file.startsWith(root + sep);
    return inside && !path.includes('\0') ? file : undefined;
  } catch {
    return undefined; // a stray % in the address
  }
}

/**
 * Sends a file and says whether there was one. Browsers keep it but ask each time, so a new build shows at once.
 * @param {string} file
 * @param {number} status
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 */
async function send(file, status, request, response) {
  const found = await statistics(file);
  if (!found?.isFile()) return false;
  if (response.destroyed) return true; // the reader left meanwhile, and nothing can be piped to a closed response
  const type = types[extname(file)] ?? 'application/octet-stream';
  const zip = /charset|wasm/.test(type) && /\bgzip\b/.test(String(request.headers['accept-encoding']));
  const etag = `"${found.mtimeMs.toString(36)}-${found.size.toString(36)}${zip ? '-gzip' : ''}"`;
  const headers = { 'cache-control': 'no-cache', etag, vary: 'accept-encoding', 'x-content-type-options': 'nosniff' };
  if (status === 200 && request.headers['if-none-match'] === etag) {
    response.writeHead(304, headers).end();
    return true;
  }
  const encoding = zip ? { 'content-encoding': 'gzip' } : { 'content-length': found.size };
  response.writeHead(status, { ...headers, ...encoding, 'content-type': type });
  if (request.method === 'HEAD') response.end();
  // A reader who leaves before the end is no error.
  else if (zip) pipeline(createReadStream(file), createGzip(), response, () => {});
  else pipeline(createReadStream(file), response, () => {});
  return true;
}

/** @param {string} path */
async function statistics(path) {
  return stat(path).catch(() => undefined);
}

/** @param {string | undefined} text The variable PORT. */
function portFrom(text = String(DEFAULT_PORT)) {
  if (/^\d+$/.test(text) && Number(text) <= 65_535) return Number(text);
  throw new Error(`PORT must be a whole number from 0 to 65535, got ${JSON.stringify(text)}`);
}

if (isProgram(import.meta.url)) {
  try {
    const { url } = await serve(process.argv[2] ?? 'dist', portFrom(process.env.PORT));
    console.log(`Zero to He is at ${url}/ (Ctrl+C stops it)`);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
}
