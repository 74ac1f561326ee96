import { useId } from 'preact/hooks';

interface PackFieldProps {
  label: string;
  value: string;
  onValue: (value: string) => void;
  /** Whether it has room for paragraphs. */
  isLong?: boolean;
  placeholder?: string;
  class?: string;
}

/** A labelled field; a long one grows with what is written in it. */
export function PackField({ label, value, onValue, isLong, placeholder, ...rest }: PackFieldProps) {
  const id = useId();
  const shared = {
    id,
    value,
    placeholder,
    onInput: ({ currentTarget }: { currentTarget: { value: string } }) =>
      onValue(currentTarget.value),
  };
  return (
    <div class={`pack-field ${rest.class ?? ''}`}>
      <label for={id}>{label}</label>
      {isLong ? <textarea rows={1} {...shared} /> : <input type="text" {...shared} />}
    </div>
  );
}
