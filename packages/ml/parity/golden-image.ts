import { badInput } from '../src/errors/domain-error.ts';
import type { Pixels } from '../src/images/pixels.ts';
import { builtIns, type Callable, type Formula, parseFormula, type Variables } from './formula.ts';

type Callables = Readonly<Record<string, Callable>>;

/**
 * The picture that a text describes: its size, then formulas of R, G and B (or of L) in the pixel's x and y. It may
 * define functions (`tri(t)=…;`), start values (`s0=…;`), and blocks of pixels whose state goes on from one to the next
 * (`per block s=…;`), or be another picture with other start values (`as G2 with s0=67890`).
 */
export function imageOf(name: string, texts: Readonly<Record<string, unknown>>): Pixels {
  const text = texts[name];
  if (typeof text !== 'string') throw badInput(`Image "${name}" must be described by a text.`);
  const [, base, changes] = /^as (\w+)(?: with (.+))?$/.exec(text) ?? [];
  try {
    if (!base) return draw(text, {});
    const described = texts[base];
    if (typeof described !== 'string') throw badInput(`there is no image "${base}" to be like.`);
    return draw(described, startValues(changes ?? ''));
  } catch (error) {
    throw badInput(`Image "${name}" (${text}): ${(error as Error).message}`, error);
  }
}

function draw(text: string, changes: Variables): Pixels {
  const [width, height] = sizeOf(text);
  const callables = { ...builtIns, ...functionsOf(text) };
  const channels = channelsOf(text, callables);
  const state = blockStates(text, { ...startValues(text), ...changes }, callables);
  const data = new Uint8Array(width * height * channels.length);
  let at = 0;
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const variables = { ...state(x, y), x, y };
      for (const channel of channels) data[at++] = byteOf(channel(variables));
    }
  return { width, height, channels: channels.length === 1 ? 1 : 3, data };
}

function byteOf(value: number): number {
  if (!(value >= 0 && value <= 255)) throw badInput(`a formula gives ${value}, which is no byte.`);
  return value;
}

function sizeOf(text: string): [width: number, height: number] {
  const [, width, height] = /^\s*(?:width)?(\d+)(?:x|\s+height)(\d+)/.exec(text) ?? [];
  if (!width || !height) throw badInput('the text must begin with the size, as 64x64 or width64 height64.');
  return [Number(width), Number(height)];
}

/** `tri(t)=…;` */
function functionsOf(text: string): Callables {
  const definitions = [...text.matchAll(/(\w+)\((\w+)\)=([^;]+);/g)];
  return Object.fromEntries(
    definitions.map(([, name, argument, body]) => {
      const formula = parseFormula(body!);
      return [name!, (value: number) => formula({ [argument!]: value })];
    }),
  );
}

/** `R=… G=… B=…` or `L=…`, at the end. */
function channelsOf(text: string, callables: Callables): Formula[] {
  const [, grey] = /\bL=(.+)$/.exec(text) ?? [];
  const formulas = grey ? [grey] : (/\bR=(.+?)[\s;,]+G=(.+?)[\s;,]+B=(.+)$/.exec(text) ?? []).slice(1);
  if (formulas.length === 0) throw badInput('the text must end with R=… G=… B=… or with L=….');
  return formulas.map((formula) => parseFormula(formula, callables));
}

/** `s0=12345`: the value of s before the first block. */
const startValues = (text: string): Variables =>
  Object.fromEntries(
    [...text.matchAll(/\b([a-z]+)0=(\d+)/g)].map(([, name, value]) => [name!, Number(value)]),
  );

/** What the formulas see of their block, of `14x14 blocks of 16px`, row by row, each state made of the one before. */
function blockStates(
  text: string,
  start: Variables,
  callables: Callables,
): (x: number, y: number) => Variables {
  const [, columns, rows, side] = /(\d+)x(\d+) blocks of (\d+)px/.exec(text) ?? [];
  const [, name, next] = /per block (\w+)=([^;]+);/.exec(text) ?? [];
  if (!columns || !rows || !side || !name || !next) return () => ({});
  const formula = parseFormula(next, callables);
  const states: Variables[] = [];
  let state = start;
  for (let block = 0; block < Number(columns) * Number(rows); block++) {
    state = { ...state, [name]: formula(state) };
    states.push(state);
  }
  return (x, y) => {
    const found = states[Math.floor(y / Number(side)) * Number(columns) + Math.floor(x / Number(side))];
    if (!found) throw badInput(`pixel ${x}, ${y} lies in no block.`);
    return found;
  };
}
