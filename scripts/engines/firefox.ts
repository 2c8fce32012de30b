import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NamedRun } from '#experiments/named-runs.ts';
import { type Answer, type Engine, findProgram, textOf } from './engine.ts';

/** Firefox, spoken to in WebDriver BiDi (https://w3c.github.io/webdriver-bidi/), of which four commands are enough. */
export const firefox: Engine = {
  name: 'Firefox',
  async start(address) {
    const program = findProgram([process.env.FIREFOX_PATH ?? 'firefox-esr', 'firefox']);
    if (!program) throw new Error('Install Firefox (Debian: firefox-esr), or set FIREFOX_PATH to its program file.');
    const profile = mkdtempSync(join(tmpdir(), 'zero-to-he-firefox-'));
    const browser = spawn(program, ['--headless', '--no-remote', '--profile', profile, '--remote-debugging-port', '0']);
    const connection = await connect(await listening(browser));
    const { capabilities } = await connection.send('session.new', { capabilities: {} });
    const { contexts } = await connection.send('browsingContext.getTree', {});
    const { context } = contexts[0];
    await connection.send('browsingContext.navigate', { context, url: address, wait: 'complete' });
    return {
      version: capabilities.browserVersion,
      async run(name: NamedRun) {
        const { result, exceptionDetails } = await connection.send('script.callFunction', {
          functionDeclaration: 'async (name) => JSON.stringify(await window.computeRun(name))',
          arguments: [{ type: 'string', value: name }],
          awaitPromise: true,
          target: { context },
        });
        if (exceptionDetails) throw new Error(exceptionDetails.text);
        return textOf(JSON.parse(result.value) as Answer);
      },
      async close() {
        connection.close();
        await end(browser);
        rmSync(profile, { recursive: true, force: true });
      },
    };
  },
};

/** Ends a program; one that has crashed has ended already. */
async function end(program: ChildProcess) {
  if (program.exitCode !== null || program.signalCode !== null) return;
  const ended = new Promise((done) => program.once('exit', done));
  program.kill();
  await ended;
}

/** Firefox chooses a free port and tells it on its standard error. */
function listening(browser: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let told = '';
    browser.stderr?.on('data', (text) => {
      told += text;
      const [, address] = /WebDriver BiDi listening on (ws:\S+)/.exec(told) ?? [];
      if (address) resolve(`${address}/session`);
    });
    browser.once('exit', (code) => reject(new Error(`Firefox ended with code ${code} before it listened:\n${told}`)));
  });
}

/** Commands and their answers over one socket; what Firefox tells unasked is not listened to. */
async function connect(address: string) {
  const socket = new WebSocket(address);
  // biome-ignore lint/suspicious/noExplicitAny: each command has an answer of its own shape
  const waiting = new Map<number, { resolve(result: any): void; reject(error: Error): void }>();
  socket.onmessage = ({ data }) => {
    const { id, result, error, message } = JSON.parse(data);
    const command = waiting.get(id);
    waiting.delete(id);
    if (error) command?.reject(new Error(`${error}: ${message}`));
    else command?.resolve(result);
  };
  socket.onclose = () => {
    for (const { reject } of waiting.values()) reject(new Error('Firefox closed the connection'));
  };
  await new Promise((resolve, reject) => {
    socket.onopen = resolve;
    socket.onerror = () => reject(new Error(`no connection to Firefox at ${address}`));
  });
  let last = 0;
  return {
    // biome-ignore lint/suspicious/noExplicitAny: see above
    send(method: string, params: object): Promise<any> {
      // A closed socket takes commands without a word.
      if (socket.readyState !== WebSocket.OPEN) return Promise.reject(new Error('there is no connection to Firefox'));
      last += 1;
      socket.send(JSON.stringify({ id: last, method, params }));
      return new Promise((resolve, reject) => waiting.set(last, { resolve, reject }));
    },
    close: () => socket.close(),
  };
}
