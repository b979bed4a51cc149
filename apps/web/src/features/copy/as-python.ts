import type { Question } from './question.ts';

/** A script that asks the same with Python's standard library; `url` is asked unless KINDRED_URL names another one. */
export function asPython({ query, variables }: Question, url: string): string {
  return `import json
import os
import urllib.error
import urllib.request

URL = os.environ.get("KINDRED_URL", ${literal(url)})
KEY = os.environ.get("KINDRED_API_KEY")

QUERY = """${query.replaceAll('\\', '\\\\').replaceAll('"""', '\\"\\"\\"')}"""

VARIABLES = ${literal(variables)}

headers = {"Content-Type": "application/json"}
if KEY:
    headers["Authorization"] = "Bearer " + KEY
body = json.dumps({"query": QUERY, "variables": VARIABLES}).encode()
try:
    with urllib.request.urlopen(urllib.request.Request(URL, body, headers), timeout=60) as response:
        answer = json.load(response)
except urllib.error.HTTPError as error:
    answer = json.load(error)
if answer.get("errors"):
    raise SystemExit(answer["errors"][0]["message"])
print(json.dumps(answer["data"], indent=2))
`;
}

/** Of a value that JSON has, in Python; strings are written alike. */
function literal(value: unknown): string {
  if (value === null) return 'None';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]`;
  if (typeof value !== 'object') return JSON.stringify(value);
  const entries = Object.entries(value).map(([name, member]) => `${literal(name)}: ${literal(member)}`);
  return `{${entries.join(', ')}}`;
}
