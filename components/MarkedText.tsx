import type { Annotation } from '../lib/core/annotation.ts';
import type { MarkedPart } from '../lib/core/collection/excerpt-context.ts';
import { useTranslate } from './i18n.tsx';

interface MarkedTextProps {
  blocks: readonly (readonly MarkedPart[])[];
  annotations: readonly Annotation[];
}

/** An article's text in its blocks; what was clipped is marked and bears its number in the list beside it. */
export function MarkedText({ blocks, annotations }: MarkedTextProps) {
  return (
    <div class="text">
      {blocks.map((parts, at) =>
        parts.some(({ text }) => text.trim()) ? (
          <p key={at}>
            {parts.map((part, place) => (
              <Part key={place} part={part} annotations={annotations} />
            ))}
          </p>
        ) : null,
      )}
    </div>
  );
}

function Part({ part, annotations }: { part: MarkedPart; annotations: readonly Annotation[] }) {
  const { text, excerpts, mentions, begins } = part;
  const [first] = mentions;
  if (excerpts.length === 0) return <>{text}</>;
  const numbers = begins.map((at) => <Number key={at} at={at} />);
  if (first === undefined) {
    return (
      <span class="own">
        {numbers}
        {text}
      </span>
    );
  }
  return (
    <mark data-type={annotations[first]?.mention?.type ?? 'selection'}>
      {text}
      {numbers}
    </mark>
  );
}

function Number({ at }: { at: number }) {
  const t = useTranslate();
  const number = String(at + 1);
  return (
    <sup>
      <button
        type="button"
        class="link"
        id={`mark-${at}`}
        aria-label={t('article_to_excerpt', [number])}
        onClick={() => document.getElementById(`listed-${at}`)?.focus()}
      >
        {number}
      </button>
    </sup>
  );
}
