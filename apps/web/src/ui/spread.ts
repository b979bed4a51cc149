/** These numbers, in their order, moved as little as it takes for each two to lie `apart`; least squares. */
export function spread(values: readonly number[], apart: number): number[] {
  const order = values.map((_, index) => index).sort((a, b) => values[a]! - values[b]!);
  const groups: { sum: number; count: number }[] = [];
  for (const [rank, index] of order.entries()) {
    let last = { sum: values[index]! - rank * apart, count: 1 };
    for (let below = groups.at(-1); below && mean(below) > mean(last); below = groups.at(-1)) {
      last = { sum: below.sum + last.sum, count: below.count + last.count };
      groups.pop();
    }
    groups.push(last);
  }
  const moved = groups.flatMap((group) => Array<number>(group.count).fill(mean(group)));
  const places = new Array<number>(values.length);
  for (const [rank, index] of order.entries()) places[index] = moved[rank]! + rank * apart;
  return places;
}

const mean = ({ sum, count }: { sum: number; count: number }) => sum / count;
