import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { generate } from '@graphql-codegen/cli';
import { expect, test } from 'vitest';
import config from '../codegen.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

test('the generated types are those of the schema and the operations', async () => {
  const [expected] = await generate({ ...config, cwd: root, silent: true }, false);
  const committed = await readFile(`${root}/src/generated/graphql.ts`, 'utf8');
  expect(committed === expected?.content, 'src/generated is out of date: run "npm run generate"').toBe(true);
});
