import { expect, test } from 'vitest';
import { rewritePage } from './rewrite-page.ts';
import { rewriteStyles } from './rewrite-styles.ts';
import { siteFile } from './site-file.ts';

const family = new URL('http://127.0.0.1:3000/experiments/abc');
const at = (path: string) => siteFile(new URL(path, family), family);
const neuron = at('/experiments/abc/neurons/stem%3A3')!;
const rewritten = (html: string) => rewritePage(html, neuron, family);

test('a family’s pages are files beside one another, whatever view of them is named', () => {
  expect(at('/experiments/abc')?.file).toBe('index.html');
  expect(at('/experiments/abc?notes=x')?.file).toBe('index.html');
  expect(at('/experiments/abc/neurons/stage2.block0%3A6')?.file).toBe('neurons/stage2.block0~3A6.html');
  expect(at('/artifacts/0f?width=96')?.file).not.toBe(at('/artifacts/0f')?.file);
});

test.each([
  '/',
  '/experiments/abcd',
  '/experiments/abc/ensemble',
  '/account',
  'http://example.org/experiments/abc',
])('%s is none of them', (path) => expect(at(path)).toBeUndefined());

test.each(['/experiments/abc/%2e%2e%2f%2e%2e%2fpasswd', '/artifacts/..%2f..%2fx', '/experiments/abc/a%5Cb'])(
  'no name leads out of the site, as %s would',
  (path) => expect(at(path)?.file).toMatch(/^(?!\/)([\w-][\w.~-]*\/)*[\w~.-]+$/),
);

test('addresses become those of files, and what is not in the site leads nowhere', () => {
  const { text, needs } = rewritten(
    `<a href="/experiments/abc">family</a><a href="/">home</a><a href="/artifacts/0f">weights</a>
     <a href="https://example.org/">paper</a><img src="/artifacts/1a" srcset="/artifacts/1a?width=64 64w, /artifacts/1a 128w">`,
  );
  expect(text).toContain('<a href="../index.html">family</a><a>home</a><a>weights</a>');
  expect(text).toContain('<a href="https://example.org/">');
  expect(text).toMatch(/<img src="\.\.\/artifacts\/1a" srcset="\S+ 64w, \.\.\/artifacts\/1a 128w">/);
  expect(needs.map(({ file }) => file)).toEqual(expect.arrayContaining(['index.html', 'artifacts/1a']));
});

test('pictures that a strip’s image names are files, by names of a bearable length', () => {
  const address = `/artifacts/${Array(16).fill('0f'.repeat(32)).join()}?width=64&format=webp`;
  const { text, needs } = rewritten(`<i style="--strip: image-set(url(&quot;${address}&quot;) 1x)"></i>`);
  expect(needs).toMatchObject([{ kind: 'asset', url: new URL(address, family).href }]);
  expect(needs[0]!.file.length).toBeLessThan(200);
  expect(text).toBe(`<i style="--strip: image-set(url(&quot;../${needs[0]!.file}&quot;) 1x)"></i>`);
});

test('behind the family’s page links lead to pages that the site has, and to no more', () => {
  const { text } = rewritePage(
    '<a href="/experiments/abc/images/1">next</a><a href="/experiments/abc">family</a>',
    neuron,
    family,
    new Map([['index.html', true]]),
  );
  expect(text).toBe('<a>next</a><a href="../index.html">family</a>');
});

test('scripts stay where they put streamed parts in their places; forms, buttons and what is private go', () => {
  const { text } = rewritten(
    `<p>shown</p><form><input></form><button>Cancel</button><nav data-not-in-site>Ada</nav>
     <script src="/_next/static/a.js"></script><script>self.__next_f.push([1,"Ada: requestAnimationFrame(function(){$R"])</script><script>$RC("B:0","S:0")</script>`,
  );
  expect(text.replace(/\s+/g, '')).toBe('<p>shown</p><script>$RC("B:0","S:0")</script>');
});

test('a page that the dashboard refuses is none', () => {
  const page = '<div data-refused="RATE_LIMITED"><h1>The API refused</h1><p>Too many points.</p></div>';
  expect(() => rewritten(page)).toThrow(/neurons\/stem%3A3: The API refused\s*Too many points\./);
});

test('a style sheet’s fonts are files too', () => {
  const sheet = at('/_next/static/css/a.css')!;
  const { text, needs } = rewriteStyles(
    '@font-face{src:url(/_next/static/media/inter.woff2)}',
    sheet,
    family,
  );
  expect(text).toBe('@font-face{src:url("../media/inter.woff2")}');
  expect(needs).toMatchObject([{ file: 'static/media/inter.woff2' }]);
});
