interface FileButtonProps {
  label: string;
  /** What the browser's dialog offers: `.json,application/json`. */
  accept: string;
  onFile: (file: File) => void;
  class?: string;
}

/** A button that asks for a file. */
export function FileButton({ label, accept, onFile, ...rest }: FileButtonProps) {
  return (
    <label class={`button ${rest.class ?? ''}`.trim()}>
      {label}
      <input
        type="file"
        accept={accept}
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          // Emptied, or choosing the same file again would not be noticed.
          currentTarget.value = '';
          if (file) onFile(file);
        }}
      />
    </label>
  );
}
