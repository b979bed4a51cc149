import { namesFrom, type Rewritten, type SiteFile } from './site-file.ts';

/** Makes the addresses of a style sheet, those of its fonts, the names of files beside it. */
export function rewriteStyles(css: string, file: SiteFile, family: URL): Rewritten {
  const { relative, needs } = namesFrom(file, family);
  return { text: renameUrls(css, relative), needs };
}

/** Gives what CSS names by `url(…)` the name that `relative` has for its address; none where it has none. */
export function renameUrls(css: string, relative: (address: string) => string | undefined): string {
  return css.replace(/url\((["']?)([^"')]+)\1\)/g, (whole, _, address: string) =>
    address.startsWith('data:') ? whole : `url("${relative(address) ?? ''}")`,
  );
}
