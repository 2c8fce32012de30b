import { spawn } from 'node:child_process';
import { globSync } from 'node:fs';
import type { NamedRun } from '#experiments/named-runs.ts';
import { freePort } from '../free-port.ts';
import { type Answer, type Engine, findProgram, textOf } from './engine.ts';

const minutes = 60_000;

/** WebKit in the form of WebKitGTK, spoken to in WebDriver (https://www.w3.org/TR/webdriver2/). */
export const webkit: Engine = {
  name: 'WebKit',
  async start(address) {
    const port = await freePort();
    const driver = startDriver(port);
    try {
      const { sessionId, capabilities } = await newSession(port);
      const send = (path: string, body: object) => post(port, `session/${sessionId}/${path}`, body);
      await send('timeouts', { script: 10 * minutes });
      await send('url', { url: address });
      return {
        version: capabilities.browserVersion,
        async run(name: NamedRun) {
          const script = 'const [name, done] = arguments; window.computeRun(name).then(done);';
          return textOf((await send('execute/async', { script, args: [name] })) as Answer);
        },
        async close() {
          try {
            await fetch(`http://127.0.0.1:${port}/session/${sessionId}`, { method: 'DELETE' });
          } finally {
            driver.kill();
          }
        },
      };
    } catch (error) {
      driver.kill();
      throw error;
    }
  },
};

/** WebKitGTK draws on a display; where there is none, it gets one that nobody sees. */
function startDriver(port: number) {
  const program = findProgram(['WebKitWebDriver']);
  if (!program) throw new Error('Install WebKitGTK and its driver (Debian: webkit2gtk-driver, xvfb).');
  if (process.env.DISPLAY) return spawnGroup(program, [`--port=${port}`]);
  const display = findProgram(['xvfb-run']);
  if (!display) throw new Error('There is no display, and WebKitGTK needs one: install xvfb (Debian: xvfb, xauth).');
  return spawnGroup(display, ['--auto-servernum', program, `--port=${port}`]);
}

/** A program with all that it starts itself: driver, browser and display end together. */
function spawnGroup(program: string, args: string[]) {
  const { pid } = spawn(program, args, { stdio: 'ignore', detached: true });
  return { kill: () => process.kill(-(pid as number)) };
}

// biome-ignore lint/suspicious/noExplicitAny: each command has an answer of its own shape
async function post(port: number, path: string, body: object): Promise<any> {
  const response = await fetch(`http://127.0.0.1:${port}/${path}`, { method: 'POST', body: JSON.stringify(body) });
  const { value } = (await response.json()) as { value: { error?: string; message?: string } };
  if (!response.ok) throw new Error(`WebKit: ${value.error}: ${value.message}`);
  return value;
}

/** A new browser, as soon as the driver listens. */
async function newSession(port: number) {
  const [binary] = globSync('/usr/lib/{*/,}webkit2gtk-4.*/MiniBrowser');
  const options = binary ? { 'webkitgtk:browserOptions': { binary, args: ['--automation'] } } : {};
  for (let attempt = 1; ; attempt++) {
    try {
      return await post(port, 'session', { capabilities: { alwaysMatch: options } });
    } catch (error) {
      if (attempt === 50 || !(error instanceof TypeError)) throw error; // a TypeError says that nobody listens yet
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
}
