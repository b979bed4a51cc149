import { displayName, type ModelLook } from './family.ts';
import { ModelMark } from './model-mark.tsx';

export function ModelName({ model, look }: { model: { name: string }; look: ModelLook }) {
  return (
    <span className="inline-flex items-center gap-2 whitespace-nowrap">
      <ModelMark look={look} />
      {displayName(model)}
    </span>
  );
}
