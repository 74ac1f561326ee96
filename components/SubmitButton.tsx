import type { ComponentChildren } from 'preact';

interface SubmitButtonProps {
  isBusy: boolean;
  /** The click, also the one that Enter in a field of the form stands for; to be prevented, or the form is sent. */
  onSubmit: (event: MouseEvent) => void;
  children: ComponentChildren;
}

/** The button that ends a form over a page: it hears its click, for a sandboxed page may submit no form at all. */
export function SubmitButton({ isBusy, onSubmit, children }: SubmitButtonProps) {
  return (
    <button class="primary" type="submit" disabled={isBusy} onClick={onSubmit}>
      {children}
    </button>
  );
}
