import type { Problem } from '@kindred/client/experiment-text';
import { plural } from '../../ui/numbers.ts';
import { placeOf } from './form-context.ts';

/** All that keeps the experiment from being started, each a way to its field. */
export function ProblemList({ problems }: { problems: Problem[] }) {
  return (
    <div role="status" className="wrap-anywhere mt-4 text-xs">
      {problems.length > 0 && (
        <>
          <p className="text-accent">✕ {plural(problems.length, 'problem')} to mend:</p>
          <ul className="mt-1 space-y-1">
            {problems.map((problem) => (
              <li key={problem.message}>
                <a href={`#${placeOf(problem)}`} onClick={(event) => focusField(event, placeOf(problem))}>
                  {problem.message}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

/** The address behind # is the draft's: the field is only gone to. */
function focusField(event: { preventDefault(): void }, place: string): void {
  event.preventDefault();
  const field = document.getElementById(place);
  field?.scrollIntoView({ block: 'center' });
  field?.focus({ preventScroll: true });
}
