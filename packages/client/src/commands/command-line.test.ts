import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { readEnv } from './env.ts';
import { graphUrl } from './graph-url.ts';
import { printable } from './printable.ts';
import { commands } from './registry.ts';
import { runKindred } from './testing/run-kindred.ts';

const nowhere = 'http://127.0.0.1:9';

test.each([
  [['frobnicate'], 'There is no command "frobnicate"'],
  [['compare', 'one'], '"one" came behind compare: write kindred compare <A> <B>'],
  [['distance', 'a', 'b', 'c', 'd'], 'write kindred distance <A> <B> [neuron]'],
  [['visualize', 'a'], 'write kindred visualize <model> <neuron…>'],
  [['experiments', '--frist', '3'], "Unknown option '--frist'"],
  [['experiments', '--first', 'ten'], '--first ten is no whole number from 0 on'],
  [['experiments', '--url', 'ftp://here'], '"ftp://here" is no address of an API'],
])('%j is not understood: exit code 2, and what would do', async (args, message) => {
  const { code, stdout, stderr } = await runKindred(nowhere, args);
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr).toContain(message);
});

test('what is not reached fails with exit code 1, a sentence, and nothing else', async () => {
  const { code, stdout, stderr } = await runKindred(nowhere, ['experiments']);
  expect([code, stdout]).toEqual([1, '']);
  expect(stderr).toBe(
    'No Kindred API answers at http://127.0.0.1:9/graphql: start it with "npm start", or name the right address.\n',
  );
});

test('the help lists every command, and that of a command its operands and options', async () => {
  const { code, stdout } = await runKindred(nowhere, ['--help']);
  expect(code).toBe(0);
  for (const { name, summary } of commands) {
    expect(stdout).toMatch(new RegExp(`\\n {2}${name}\\b.* {2}${summary}`));
    const own = await runKindred(nowhere, [name, '--help']);
    expect(own.code).toBe(0);
    expect(own.stdout).toContain(`kindred ${name}`);
    for (const option of ['json', 'url', 'help']) expect(own.stdout).toContain(`\n  --${option}`);
  }
});

test('the API is the one that npm start starts, unless another is named', () => {
  expect(readEnv({})).toEqual({ url: 'http://127.0.0.1:4000/graphql', apiKey: undefined });
  expect(readEnv({ KINDRED_API_PORT: '4010' }).url).toBe('http://127.0.0.1:4010/graphql');
  expect(readEnv({ KINDRED_URL: 'https://lab.example/graphql', KINDRED_API_KEY: 'sesame' })).toEqual({
    url: 'https://lab.example/graphql',
    apiKey: 'sesame',
  });
  expect(graphUrl('https://lab.example').href).toBe('https://lab.example/graphql');
});

test('a name that would clear the screen is printed without its escapes', () => {
  expect(printable('First\u001b[2J look\u009b2J\n\tat MNIST\r')).toBe('First[2J look2J\n\tat MNIST');
});

test('the command starts by itself from any folder', () => {
  const bin = fileURLToPath(new URL('../../bin/kindred.mjs', import.meta.url));
  const { status, stdout } = spawnSync(process.execPath, [bin, 'compare', '--help'], {
    cwd: '/',
    encoding: 'utf8',
  });
  expect(status).toBe(0);
  expect(stdout).toContain('kindred compare <A> <B>');
});
