const parameter = 'saved';

/** The permanent address of a saved comparison. */
export function savedAddress(id: string): string {
  return `/saved/${id}`;
}

/** The view's own address, which says what it was saved as. */
export function viewAddress({ id, path }: { id: string; path: string }): string {
  const [pathname, query] = partsOf(path);
  const said = new URLSearchParams(query);
  said.set(parameter, id);
  return `${pathname}?${said}`;
}

/** A path and its parameters, which may have a question mark of their own. */
export function partsOf(path: string): [pathname: string, query: string] {
  const { pathname, search } = new URL(path, 'http://dashboard.invalid');
  return [pathname, search];
}

/** The address of a view as it is saved: without what it was saved as before. */
export function pathOf(pathname: string, query: string): string {
  const said = new URLSearchParams(query);
  said.delete(parameter);
  return said.size > 0 ? `${pathname}?${said}` : pathname;
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The id that an address was come to by; null for what can't be one. */
export function savedId(said: string | string[] | undefined): string | null {
  const id = [said].flat()[0];
  return id && uuid.test(id) ? id : null;
}
