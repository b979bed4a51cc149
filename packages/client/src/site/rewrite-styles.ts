import { namesFrom, type Rewritten, type SiteFile } from './site-file.ts';

/** Makes the addresses of a style sheet, those of its fonts, the names of files beside it. */
export function rewriteStyles(css: string, file: SiteFile, family: URL): Rewritten {
  const { relative, needs } = namesFrom(file, family);
  const text = css.replace(/url\((["']?)([^"')]+)\1\)/g, (whole, _, address: string) => {
    if (address.startsWith('data:')) return whole;
    return `url("${relative(address) ?? ''}")`;
  });
  return { text, needs };
}
