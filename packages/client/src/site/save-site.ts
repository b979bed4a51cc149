import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fillFolder } from '../fill-folder.ts';
import { KindredError } from '../kindred-error.ts';
import { rewritePage } from './rewrite-page.ts';
import { rewriteStyles } from './rewrite-styles.ts';
import { type SiteFile, siteFile } from './site-file.ts';

const mostFiles = 50_000;

/** A page or a file of the dashboard; undefined for a page that isn't there. Throws a KindredError. */
export type FetchFile = (url: string) => Promise<Uint8Array | undefined>;

export interface SavedSite {
  pages: number;
  files: number;
  bytes: number;
}

/**
 * Saves the page of a family and those that it leads to, as the dashboard shows them, with all that they show, into a folder that
 * isn't there or is empty: a site that any web server serves and that opens from a disk.
 * @param family the address of its page on the dashboard
 * @param onFile told how many files are there, of those that are known by then
 */
export function saveSite(
  family: URL,
  folder: string,
  fetchFile: FetchFile,
  onFile: (done: number, known: number) => void,
): Promise<SavedSite> {
  return fillFolder(folder, async (draft) => {
    const known = new Map<string, SiteFile>();
    const saved: SavedSite = { pages: 0, files: 0, bytes: 0 };
    const add = (file: SiteFile) => {
      if (known.has(file.file)) return;
      if (known.size < mostFiles) known.set(file.file, file);
      else throw new KindredError('TOO_LARGE', `This family has more than ${mostFiles} files to save.`);
    };
    add(siteFile(family, family)!);
    // What is found on the way comes last.
    for (const file of known.values()) {
      const content = await fetchFile(file.url);
      if (!content && file.file === 'index.html')
        throw new KindredError(
          'NOT_FOUND',
          `There is no page at ${file.url}: --dashboard says where the dashboard is.`,
        );
      if (!content) continue;
      const { written, needs } = rewrite(content, file, family, known);
      needs.forEach(add);
      const to = path.join(draft, file.file);
      await mkdir(path.dirname(to), { recursive: true });
      await writeFile(to, written);
      saved.files++;
      saved.bytes += written.length;
      if (file.kind === 'page') saved.pages++;
      onFile(saved.files, known.size);
    }
    return saved;
  });
}

function rewrite(
  content: Uint8Array,
  file: SiteFile,
  family: URL,
  known: ReadonlyMap<string, SiteFile>,
): { written: Uint8Array; needs: SiteFile[] } {
  const turn = file.kind === 'page' ? rewritePage : file.file.endsWith('.css') ? rewriteStyles : undefined;
  if (!turn) return { written: content, needs: [] };
  // From there on each page leads to the next one, of ten thousand test images for example.
  const pages = file.file === 'index.html' ? undefined : known;
  const { text, needs } = turn(new TextDecoder().decode(content), file, family, pages);
  return { written: new TextEncoder().encode(text), needs };
}
