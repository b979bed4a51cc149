/**
 * The first key that an object of this valid JSON text has twice, at whatever depth; `JSON.parse` would keep the last
 * of them silently.
 */
export function repeatedKey(json: string): string | undefined {
  const objects: Set<string>[] = [];
  for (let at = 0; at < json.length; at++) {
    if (json[at] === '{') objects.push(new Set());
    else if (json[at] === '}') objects.pop();
    else if (json[at] === '"') {
      const end = endOfString(json, at);
      const key = isKey(json, end) ? (JSON.parse(json.slice(at, end)) as string) : undefined;
      if (key !== undefined && objects.at(-1)!.has(key)) return key;
      if (key !== undefined) objects.at(-1)!.add(key);
      at = end - 1;
    }
  }
  return undefined;
}

/** Just after the closing quote of the string that begins at `start`. */
function endOfString(json: string, start: number): number {
  let at = start + 1;
  while (json[at] !== '"') at += json[at] === '\\' ? 2 : 1;
  return at + 1;
}

function isKey(json: string, end: number): boolean {
  let at = end;
  while (/\s/.test(json[at] ?? '')) at++;
  return json[at] === ':';
}
