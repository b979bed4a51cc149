import { createHash } from 'node:crypto';
import path from 'node:path/posix';

/** What a site is made of: pages of a family's, and what they show. */
export interface SiteFile {
  kind: 'page' | 'asset';
  url: string;
  /** Within the site. */
  file: string;
}

/** A file as the site has it, and what else that needs. */
export interface Rewritten {
  text: string;
  needs: SiteFile[];
}

/** Pages that are made in the browser, by scripts that ask the API. */
const liveOnly = ['atlas', 'ensemble'];

/**
 * Where a page or a file of the dashboard lies in the site, or undefined for what is none of it: another experiment's pages, the
 * API, other hosts. All views of a page are one page.
 */
export function siteFile(address: URL, family: URL): SiteFile | undefined {
  if (address.origin !== family.origin || !isReadable(address)) return undefined;
  const { pathname } = address;
  const url = `${address.origin}${pathname}`;
  if (pathname === family.pathname) return { kind: 'page', url, file: 'index.html' };
  if (pathname.startsWith(`${family.pathname}/`)) {
    const within = pathname.slice(family.pathname.length + 1);
    return liveOnly.includes(within) ? undefined : { kind: 'page', url, file: `${fileName(within)}.html` };
  }
  // A picture in another size is another file.
  const size = address.search && fileName(address.search);
  if (pathname.startsWith('/artifacts/'))
    return { kind: 'asset', url: url + address.search, file: `${fileName(artifactName(pathname))}${size}` };
  if (pathname.startsWith('/_next/static/') || /^\/icon\.\w+$/.test(pathname))
    return { kind: 'asset', url, file: fileName(pathname.slice(1).replace('_next/static', 'static')) };
  return undefined;
}

/** Of a strip's pictures a short one: all their digests are more than a file's name may have. */
function artifactName(pathname: string): string {
  if (!pathname.includes(',')) return pathname.slice(1);
  return `artifacts/strip-${createHash('sha256').update(pathname).digest('hex')}`;
}

function isReadable({ pathname, search }: URL): boolean {
  try {
    decodeURIComponent(pathname + search);
    return true;
  } catch {
    return false;
  }
}

/** Names that any system takes and that don't lead elsewhere. */
function fileName(path: string): string {
  const parts = path.split('/').map((part) => encodeURIComponent(decodeURIComponent(part)));
  return parts.map((part) => (/^\.*$/.test(part) ? '~' : part.replace(/[%*'()!~]/g, '~'))).join('/');
}

/**
 * Addresses in a file as the names of files beside it, undefined for what isn't in the site; `needs` are those that were named. A
 * link leads to pages alone: weights to be downloaded may be a hundred times as large as all that is looked at.
 * @param pages by their files, those that the site has; without, whatever page is named is needed
 */
export function namesFrom({ url, file }: SiteFile, family: URL, pages?: ReadonlyMap<string, unknown>) {
  const needs: SiteFile[] = [];
  const relative = (address: string, isLink = false): string | undefined => {
    const target = URL.canParse(address, url) ? new URL(address, url) : undefined;
    if (!target) return undefined;
    if (/^https?:$/.test(target.protocol) && target.origin !== family.origin) return address;
    const found = siteFile(target, family);
    if (!found || (isLink && found.kind !== 'page')) return undefined;
    if (found.kind === 'page' && pages && !pages.has(found.file)) return undefined;
    needs.push(found);
    return path.relative(path.dirname(file), found.file) + target.hash;
  };
  return { relative, needs };
}
