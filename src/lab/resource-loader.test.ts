import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { goldenFiles } from '#experiments/resources.ts';
import { resourceLoader } from './resource-loader.ts';

const site = 'https://course.example/base/';

/** Serves public/ as the site does, and remembers what was asked for. */
function server(broken: () => boolean = () => false) {
  const asked: string[] = [];
  const get = async (address: string) => {
    asked.push(address);
    if (broken()) return new Response('', { status: 503, statusText: 'Service Unavailable' });
    return new Response(readFileSync(new URL(`../../public/${address.slice(site.length)}`, import.meta.url)));
  };
  return { asked, load: resourceLoader(get) };
}

it('brings nothing where nothing is needed', async () => {
  const { asked, load } = server();
  expect(await load(undefined, site)).toEqual({});
  expect(asked).toEqual([]);
});

it('fetches the digits once, however often they are needed', async () => {
  const { asked, load } = server();
  const [{ digits }] = await Promise.all([load('digits', site), load('digits', site)]);
  await load('digits', site);
  expect(digits?.trainCount).toBeGreaterThan(1000);
  expect(asked).toEqual([`${site}data/digits.bin`]);
});

it('fetches every golden file, with its text', async () => {
  const { load } = server();
  const { golden = [] } = await load('golden', site);
  expect(golden.map(({ name }) => name)).toEqual(goldenFiles);
  expect(golden.every(({ content }) => JSON.parse(content).cases.length > 0)).toBe(true);
});

it('says what could not be fetched, and tries again the next time', async () => {
  let broken = true;
  const { load } = server(() => broken);
  await expect(load('digits', site)).rejects.toThrow(`${site}data/digits.bin: 503 Service Unavailable`);
  broken = false;
  expect((await load('digits', site)).digits).toBeDefined();
});
