interface MarkedSentenceProps {
  text: string;
  /** Where the marked part begins, in UTF-16 units of the text, and how long it is. */
  start: number;
  length: number;
  /** Whether it stands where only phrases may: in a label, whose words are a control's name. */
  isPhrase?: boolean;
}

/** A sentence with the clipped part of it marked. */
export function MarkedSentence({ text, start, length, isPhrase }: MarkedSentenceProps) {
  const Quote = isPhrase ? 'span' : 'blockquote';
  return (
    <Quote class="sentence">
      {text.slice(0, start)}
      <mark>{text.slice(start, start + length)}</mark>
      {text.slice(start + length)}
    </Quote>
  );
}
