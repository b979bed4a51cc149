import { badInput } from '../src/errors/domain-error.ts';

export type Variables = Readonly<Record<string, number>>;
export type Formula = (variables: Variables) => number;
/** A function that formulas may call, of whole numbers. */
export type Callable = (...values: number[]) => number;

type Binary = (a: number, b: number) => number;

/** From the loosest to the tightest, as in C. */
const operators: readonly Readonly<Record<string, Binary>>[] = [
  { '|': (a, b) => (fitsInt32(a, b) ? a | b : Number(BigInt(a) | BigInt(b))) },
  { '^': (a, b) => (fitsInt32(a, b) ? a ^ b : Number(BigInt(a) ^ BigInt(b))) },
  { '&': (a, b) => (fitsInt32(a, b) ? a & b : Number(BigInt(a) & BigInt(b))) },
  { '<<': (a, b) => a * 2 ** b, '>>': (a, b) => Math.floor(a / 2 ** b) },
  { '+': (a, b) => a + b, '-': (a, b) => a - b },
  {
    '*': (a, b) => a * b,
    '/': (a, b) => Math.floor(a / b),
    '%': (a, b) => remainder(a, b),
    mod: (a, b) => remainder(a, b),
  },
];

const fitsInt32 = (a: number, b: number): boolean => a === (a | 0) && b === (b | 0);

const remainder = (a: number, b: number): number => a - b * Math.floor(a / b);

export const builtIns: Readonly<Record<string, Callable>> = { min: Math.min, max: Math.max, abs: Math.abs };

/**
 * A formula of whole numbers as people write them: C's operators, `mod`, `4x` for 4·x, calls, and `2^32`, which between
 * two literals is a power, since nobody writes an exclusive or of two constants.
 */
export function parseFormula(
  text: string,
  callables: Readonly<Record<string, Callable>> = builtIns,
): Formula {
  const tokens = tokensOf(text);
  let at = 0;

  const take = (token: string): void => {
    if (tokens[at] !== token) throw broken(`"${token}" should come ${place()}`);
    at++;
  };
  const place = (): string => (at < tokens.length ? `before "${tokens.slice(at).join('')}"` : 'at the end');
  const broken = (why: string): Error => badInput(`The formula "${text}" can't be read: ${why}.`);

  function binary(level: number): Formula {
    const known = operators[level];
    if (!known) return unary();
    let left = binary(level + 1);
    for (;;) {
      const token = tokens[at];
      const implicit = '*' in known && startsOperand(token);
      const operator = implicit
        ? known['*']
        : token !== undefined && Object.hasOwn(known, token) && known[token];
      if (!operator) return left;
      if (!implicit) at++;
      left = combined(operator, left, binary(level + 1));
    }
  }

  function combined(operator: Binary, left: Formula, right: Formula): Formula {
    return (variables) => {
      const value = operator(left(variables), right(variables));
      if (!Number.isSafeInteger(value)) throw broken(`it grows to ${value}, beyond whole numbers`);
      return value;
    };
  }

  function unary(): Formula {
    if (tokens[at] !== '-') return operand();
    at++;
    const value = unary();
    return (variables) => -value(variables);
  }

  function operand(): Formula {
    const token = tokens[at];
    if (token === '(') {
      at++;
      const inner = binary(0);
      take(')');
      return inner;
    }
    if (!startsOperand(token)) throw broken(`a number or a name should come ${place()}`);
    at++;
    if (/^\d/.test(token)) {
      const [base, power] = token.split('^').map(Number);
      const value = power === undefined ? base! : base! ** power;
      return () => value;
    }
    return tokens[at] === '(' ? call(token) : variable(token);
  }

  function call(name: string): Formula {
    const callable = Object.hasOwn(callables, name) ? callables[name] : undefined;
    if (!callable) throw broken(`there is no function "${name}"`);
    const values: Formula[] = [];
    do {
      at++;
      values.push(binary(0));
    } while (tokens[at] === ',');
    take(')');
    return (variables) => callable(...values.map((value) => value(variables)));
  }

  function variable(name: string): Formula {
    return (variables) => {
      const value = variables[name];
      if (value === undefined) throw broken(`there is no "${name}"`);
      return value;
    };
  }

  const formula = binary(0);
  if (at < tokens.length) throw broken(`nothing should come ${place()}`);
  return formula;
}

const startsOperand = (token: string | undefined): token is string =>
  token !== undefined && token !== 'mod' && /^[\w(]/.test(token);

/** A name may hold digits but not begin with one, so that "3y" is two tokens. */
const tokensOf = (text: string): string[] => text.match(/\d+\^\d+|\d+|[a-z]\w*|<<|>>|\S/gi) ?? [];
