import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { generate } from '@graphql-codegen/cli';
import { expect, test } from 'vitest';
import config from '../codegen.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

test('what is generated is of the schema and the operations as they are', async () => {
  const expected: { filename: string; content: string }[] = await generate(
    { ...config, cwd: root, silent: true },
    false,
  );
  // They come in the order in which they were finished.
  expect(expected.map(({ filename }) => filename).sort()).toEqual(Object.keys(config.generates).sort());
  for (const { filename, content } of expected) {
    const committed = await readFile(`${root}/${filename}`, 'utf8');
    expect(committed === content, `${filename} is out of date: run "npm run generate"`).toBe(true);
  }
});
