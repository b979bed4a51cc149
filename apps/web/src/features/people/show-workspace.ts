const aYearSeconds = 365 * 24 * 60 * 60;

/** Looks at another workspace from now on. The API takes it for a wish, and shows what the person belongs to. */
export function showWorkspace(id: string): void {
  // biome-ignore lint/suspicious/noDocumentCookie: not every browser has the Cookie Store, and none has it without TLS.
  document.cookie = `kindred-workspace=${id}; path=/; max-age=${aYearSeconds}; samesite=lax`;
  location.assign('/');
}
