import { type HTMLElement, parse } from 'node-html-parser';
import { KindredError } from '../kindred-error.ts';
import { renameUrls } from './rewrite-styles.ts';
import { namesFrom, type Rewritten, type SiteFile } from './site-file.ts';

/** What only a server can answer, and what is for the people of a workspace alone. */
const leftOut = 'form, button, [data-not-in-site]';

type Relative = (address: string, isLink?: boolean) => string | undefined;

/** Everything that names another file. */
const naming = [
  ['a', 'href'],
  ['link', 'href'],
  ['img', 'src'],
  ['img', 'srcset'],
  ['source', 'srcset'],
  ['image', 'href'],
] as const;

/**
 * Makes a page of the dashboard one that is looked at as a file: its addresses lead to files beside it, what leads out of the family
 * leads nowhere, and of its scripts only those stay that put the parts of a streamed page in their places. Throws what the dashboard
 * refuses it for.
 */
export function rewritePage(
  html: string,
  file: SiteFile,
  family: URL,
  pages?: ReadonlyMap<string, unknown>,
): Rewritten {
  const root = parse(html, { comment: true });
  refuseRefusal(root, file);
  const { relative, needs } = namesFrom(file, family, pages);
  for (const element of root.querySelectorAll(leftOut)) element.remove();
  for (const script of root.querySelectorAll('script')) if (!putsInPlace(script)) script.remove();
  for (const link of root.querySelectorAll('link'))
    if (!/stylesheet|icon/.test(link.getAttribute('rel') ?? '')) link.remove();
  for (const [tag, attribute] of naming)
    for (const element of root.querySelectorAll(`${tag}[${attribute}]`)) rename(element, attribute, relative);
  for (const element of root.querySelectorAll('[style*="url("]'))
    element.setAttribute('style', renameUrls(element.getAttribute('style')!, relative));
  return { text: root.toString(), needs };
}

/** A page that the dashboard has something else to say in the place of. */
function refuseRefusal(root: HTMLElement, { url }: SiteFile): void {
  const refused = root.querySelector('[data-refused]');
  if (!refused) return;
  const words = refused.text.replace(/\s+/g, ' ').trim();
  throw new KindredError(refused.getAttribute('data-refused')!, `The dashboard refuses ${url}: ${words}`);
}

/** React's own, inline: they move what came late to where it belongs, and fetch nothing. */
const putsInPlace = (script: HTMLElement): boolean =>
  !script.hasAttribute('src') && /^(\$R|requestAnimationFrame\(function\(\)\{\$R)/.test(script.text);

function rename(element: HTMLElement, attribute: string, relative: Relative): void {
  const value = element.getAttribute(attribute)!;
  const renamed =
    attribute === 'srcset' ? renameSet(value, relative) : relative(value, element.rawTagName === 'a');
  if (renamed === undefined) element.removeAttribute(attribute);
  else element.setAttribute(attribute, renamed);
}

/** `one 64w, two 128w` */
function renameSet(set: string, relative: Relative): string {
  const candidates = set.split(/,\s+/).map((candidate) => {
    const [address, ...descriptors] = candidate.trim().split(/\s+/);
    return [relative(address!), ...descriptors];
  });
  return candidates
    .flatMap(([address, ...rest]) => (address ? [[address, ...rest].join(' ')] : []))
    .join(', ');
}
