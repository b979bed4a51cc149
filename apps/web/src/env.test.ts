import { expect, test } from 'vitest';
import { readEnv } from './env.ts';

test('the API is expected on this machine unless KINDRED_API_URL says otherwise', () => {
  expect(readEnv({}).apiUrl.href).toBe('http://127.0.0.1:4000/');
  expect(readEnv({ KINDRED_API_URL: 'https://kindred.example' }).apiUrl.host).toBe('kindred.example');
});

test.each(['', 'localhost:4000', '127.0.0.1:4000', 'ftp://x'])('"%s" is refused by name', (text) => {
  expect(() => readEnv({ KINDRED_API_URL: text })).toThrow(
    `KINDRED_API_URL is "${text}": it should be an address`,
  );
});
