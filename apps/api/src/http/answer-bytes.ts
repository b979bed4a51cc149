/** So deep lie the neurons of a family's models: data, model, children, nodes, child, neurons. */
const levels = 6;
/** Characters of a piece, about. */
const pieceLength = 16_384;

/**
 * An answer as JSON in UTF-8, with a line's end. V8 gives a string of over 128 kB memory of its own, which the system hands out page
 * by page each time: long answers are written in pieces that stay below.
 */
export function answerBytes(answer: object): Buffer {
  const pieces: string[] = [];
  let piece = '';
  for (const text of jsonTexts(answer, levels)) {
    piece += text;
    if (piece.length < pieceLength) continue;
    pieces.push(piece);
    piece = '';
  }
  pieces.push(`${piece}\n`);
  const bytes = Buffer.allocUnsafe(pieces.reduce((total, text) => total + Buffer.byteLength(text), 0));
  let at = 0;
  for (const text of pieces) at += bytes.write(text, at);
  return bytes;
}

/** What JSON.stringify writes, one after the other: objects and lists down to some levels by what is in them. */
function* jsonTexts(value: unknown, levels: number): Generator<string> {
  if (levels === 0 || !isWrittenByParts(value)) {
    yield JSON.stringify(value) ?? 'null';
    return;
  }
  const list = Array.isArray(value);
  let before = list ? '[' : '{';
  for (const [key, part] of Object.entries(value)) {
    if (part === undefined && !list) continue;
    yield list ? before : `${before}${JSON.stringify(key)}:`;
    yield* jsonTexts(part, levels - 1);
    before = ',';
  }
  if (before !== ',') yield before;
  yield list ? ']' : '}';
}

function isWrittenByParts(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !('toJSON' in value);
}
