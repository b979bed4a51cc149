/**
 * The first key that an object of this valid JSON text has twice, at whatever depth; `JSON.parse` would keep the last
 * of them silently.
 */
export function repeatedKey(json: string): string | undefined {
  const objects: Set<string>[] = [];
  for (const [token, key] of json.matchAll(/("(?:[^"\\]|\\.)*")\s*:|"(?:[^"\\]|\\.)*"|[{}]/g)) {
    if (token === '{') objects.push(new Set());
    else if (token === '}') objects.pop();
    else if (key !== undefined) {
      const name = JSON.parse(key) as string;
      const seen = objects.at(-1)!;
      if (seen.has(name)) return name;
      seen.add(name);
    }
  }
  return undefined;
}
