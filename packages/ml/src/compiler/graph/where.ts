import { onSources } from './broadcast.ts';
import { cast } from './cast.ts';
import type { GraphBuilder } from './graph-builder.ts';
import type { Node } from './node.ts';
import { reshape } from './reshape.ts';
import { padRank } from './shape.ts';
import { isSplat, isSplatOf } from './splat.ts';

/** `yes` where the condition holds, else `no`; both of one type. */
export function where(graph: GraphBuilder, condition: Node, yes: Node, no: Node): Node {
  return onSources(graph, [condition, yes, no], (sources, shape) => {
    const [c, y, n] = sources as [Node, Node, Node];
    if (y === n) return y;
    if (isSplat(c)) return isSplatOf(c, 0) ? n : y;
    if (isSplatOf(y, 1) && isSplatOf(n, 0)) return cast(graph, c, y.dtype);
    const aligned = sources.map((source) =>
      source.shape.length === 0 ? source : reshape(graph, source, padRank(source.shape, shape.length)),
    );
    return graph.create('where', aligned, {}, shape, y.dtype);
  });
}
