import { type Digits, decodeDigits, type GoldenText, goldenFiles, type Resources } from '#experiments/resources.ts';

type Get = (address: string) => Promise<Response>;

/** How each resource is read from the static files of the site. */
const readers: { [Name in keyof Resources]: (get: Get, site: string) => Promise<Resources[Name]> } = {
  digits: fetchDigits,
  golden: fetchGolden,
};

/** Loads what an experiment needs. Each resource is fetched once; one that could not be had is tried again. */
export function resourceLoader(get: Get) {
  const loading = new Map<keyof Resources, Promise<unknown>>();
  return async (name: keyof Resources | undefined, site: string): Promise<Partial<Resources>> => {
    if (name === undefined) return {};
    const promise = loading.get(name) ?? readers[name](get, site);
    loading.set(name, promise);
    try {
      return { [name]: await promise };
    } catch (error) {
      loading.delete(name);
      throw error;
    }
  };
}

async function found(get: Get, address: string): Promise<Response> {
  const response = await get(address);
  if (!response.ok || !response.body) throw new Error(`${address}: ${response.status} ${response.statusText}`);
  return response;
}

async function fetchDigits(get: Get, site: string): Promise<Digits> {
  const { body } = await found(get, `${site}data/digits.bin`);
  const unpacked = (body as ReadableStream<BufferSource>).pipeThrough(new DecompressionStream('gzip'));
  return decodeDigits(await new Response(unpacked).arrayBuffer());
}

function fetchGolden(get: Get, site: string): Promise<GoldenText[]> {
  return Promise.all(
    goldenFiles.map(async (name) => ({ name, content: await (await found(get, `${site}golden/${name}`)).text() })),
  );
}
