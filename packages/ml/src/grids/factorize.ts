import { badInput } from '../errors/domain-error.ts';
import type { Random } from '../random/random.ts';

/** A matrix of numbers of 0 or more, row by row. */
export interface Matrix {
  rows: number;
  columns: number;
  data: Float64Array;
}

export interface Factorization {
  /** [rows, groups]: how much of each group a row has; the most of each group is 1. */
  weights: Matrix;
  /** [groups, columns] */
  groups: Matrix;
  /** ‖matrix − weights·groups‖ / ‖matrix‖, Frobenius: 0 where nothing is lost, below 1. */
  error: number;
}

/** Rounds after which little changes any more. */
const rounds = 500;

/** Keeps a quotient finite. */
const epsilon = 1e-12;

/**
 * Non-negative matrix factorisation by multiplicative updates of the squared error (Lee & Seung, 2001), from a start at random.
 * @throws DomainError BAD_INPUT for a matrix of zeros, or with a number below 0 or none
 */
export function factorize(matrix: Matrix, groups: number, random: Random): Factorization {
  requireParts(matrix);
  const { rows, columns, data } = matrix;
  // As if each entry came from the groups in equal parts.
  const scale = Math.sqrt(data.reduce((sum, value) => sum + value, 0) / data.length / groups);
  const start = (rows: number, columns: number): Matrix => ({
    rows,
    columns,
    data: Float64Array.from({ length: rows * columns }, () => scale * (0.5 + random.uniform())),
  });
  let [weights, parts] = [start(rows, groups), start(groups, columns)];
  for (let round = 0; round < rounds; round++) {
    const turned = transpose(weights);
    parts = update(parts, multiply(turned, matrix), multiply(multiply(turned, weights), parts));
    const across = transpose(parts);
    weights = update(weights, multiply(matrix, across), multiply(weights, multiply(parts, across)));
  }
  const error = distance(matrix, multiply(weights, parts)) / distance(matrix);
  return { ...balanced(weights, parts), error };
}

function requireParts({ data }: Matrix): void {
  const wrong = data.find((value) => !(value >= 0 && Number.isFinite(value)));
  if (wrong !== undefined)
    throw badInput(`A matrix with ${wrong} in it has no parts that add up: each number must be 0 or more.`);
  if (data.every((value) => value === 0)) throw badInput('A matrix of zeros has no parts.');
}

/** Scales each group so that the largest of its weights is 1; their products stay. */
function balanced(weights: Matrix, groups: Matrix): { weights: Matrix; groups: Matrix } {
  const largest = new Float64Array(weights.columns);
  for (const [index, value] of weights.data.entries()) {
    const group = index % weights.columns;
    largest[group] = Math.max(largest[group]!, value);
  }
  const scaleOf = (group: number) => Math.max(largest[group]!, epsilon);
  return {
    weights: {
      ...weights,
      data: weights.data.map((value, index) => value / scaleOf(index % weights.columns)),
    },
    groups: {
      ...groups,
      data: groups.data.map((value, index) => value * scaleOf(Math.floor(index / groups.columns))),
    },
  };
}

function update(factor: Matrix, above: Matrix, below: Matrix): Matrix {
  const data = factor.data.map(
    (value, index) => (value * above.data[index]!) / (below.data[index]! + epsilon),
  );
  return { ...factor, data };
}

function multiply(a: Matrix, b: Matrix): Matrix {
  const data = new Float64Array(a.rows * b.columns);
  for (let row = 0; row < a.rows; row++) {
    for (let inner = 0; inner < a.columns; inner++) {
      const value = a.data[row * a.columns + inner]!;
      for (let column = 0; column < b.columns; column++)
        data[row * b.columns + column]! += value * b.data[inner * b.columns + column]!;
    }
  }
  return { rows: a.rows, columns: b.columns, data };
}

function transpose({ rows, columns, data }: Matrix): Matrix {
  const turned = data.map((_, index) => data[(index % rows) * columns + Math.floor(index / rows)]!);
  return { rows: columns, columns: rows, data: turned };
}

/** Of two matrices, Frobenius; of one its norm. */
function distance(a: Matrix, b?: Matrix): number {
  return Math.sqrt(a.data.reduce((sum, value, index) => sum + (value - (b?.data[index] ?? 0)) ** 2, 0));
}
