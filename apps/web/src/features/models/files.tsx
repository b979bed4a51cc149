import type { ModelFieldsFragment } from '@kindred/client';
import { RefreshEvery } from '../../ui/refresh-every.tsx';
import { ExportButton } from './export-button.tsx';
import { displayName } from './family.ts';

/** What can be taken away of every trained model: its weights and mask as safetensors, its network as ONNX. */
export function Files({ experiment, models }: { experiment: string; models: ModelFieldsFragment[] }) {
  const trained = models.filter(({ weightsDigest }) => weightsDigest);
  if (trained.length === 0) return null;
  return (
    <details className="mt-4 text-sm">
      <summary className="cursor-pointer text-quiet hover:text-ink">Files</summary>
      <ul className="mt-2 space-y-1">
        {trained.map((model) => (
          <li key={model.id} className="flex flex-wrap gap-x-4">
            <span className="w-28">{displayName(model)}</span>
            <FileLink digest={model.weightsDigest} name={fileName(experiment, model, 'weights.safetensors')}>
              weights
            </FileLink>
            <FileLink digest={model.maskDigest} name={fileName(experiment, model, 'mask.safetensors')}>
              mask
            </FileLink>
            {model.onnxDigest ? (
              <FileLink digest={model.onnxDigest} name={fileName(experiment, model, 'onnx')}>
                ONNX
              </FileLink>
            ) : (
              model.members === 1 && <Export model={model} />
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}

function Export({ model: { id, name, onnxStatus } }: { model: ModelFieldsFragment }) {
  const underWay = onnxStatus === 'QUEUED' || onnxStatus === 'RUNNING';
  if (!underWay)
    return <ExportButton model={id} name={displayName({ name })} failed={onnxStatus === 'FAILED'} />;
  return (
    <span className="text-quiet">
      writing ONNX…
      <RefreshEvery seconds={1} />
    </span>
  );
}

interface FileLinkProps {
  digest: string | null | undefined;
  /** What it is called on the reader's disk. */
  name: string;
  children: string;
}

function FileLink({ digest, name, children }: FileLinkProps) {
  if (!digest) return null;
  return (
    <a href={`/artifacts/${digest}/${name}`} download={name} className="underline hover:text-accent">
      {children}
    </a>
  );
}

/** `first-look-at-mnist-child-1.onnx` */
function fileName(experiment: string, { name }: { name: string }, ending: string): string {
  const words = experiment
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
  return `${words}-${name}.${ending}`;
}
