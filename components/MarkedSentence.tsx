interface MarkedSentenceProps {
  text: string;
  /** Where the marked part begins, in UTF-16 units of the text, and how long it is. */
  start: number;
  length: number;
}

/** A sentence with the clipped part of it marked. */
export function MarkedSentence({ text, start, length }: MarkedSentenceProps) {
  return (
    <blockquote class="sentence">
      {text.slice(0, start)}
      <mark>{text.slice(start, start + length)}</mark>
      {text.slice(start + length)}
    </blockquote>
  );
}
