interface PackCheckProps {
  label: string;
  checked: boolean;
  onChecked: (checked: boolean) => void;
}

/** A box to tick, with its label. */
export function PackCheck({ label, checked, onChecked }: PackCheckProps) {
  return (
    <label class="pack-check">
      <input
        type="checkbox"
        checked={checked}
        onChange={({ currentTarget }) => onChecked(currentTarget.checked)}
      />
      {label}
    </label>
  );
}
