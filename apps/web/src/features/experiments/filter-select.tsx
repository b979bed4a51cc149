export interface Option {
  value: string;
  words: string;
}

interface FilterSelectProps {
  /** Of the value in the address, and what people read. */
  name: string;
  value: string;
  options: Option[];
  onChange: () => void;
}

/** A menu of values; one that came by the address and isn't known is in it too, so that it can be seen and left. */
export function FilterSelect({ name, value, options, onChange }: FilterSelectProps) {
  const known = options.some((option) => option.value === value);
  return (
    <label className="min-w-0 space-y-1">
      <span className="block text-quiet text-xs">{name}</span>
      <select
        name={name}
        value={value}
        onChange={onChange}
        className="block h-8 w-full border border-field bg-paper px-1 sm:w-auto sm:min-w-36 sm:max-w-56"
      >
        {[...options, ...(known ? [] : [{ value, words: value }])].map((option) => (
          <option key={option.value} value={option.value}>
            {option.words}
          </option>
        ))}
      </select>
    </label>
  );
}
