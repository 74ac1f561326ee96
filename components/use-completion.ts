import { useState } from 'preact/hooks';
import { foldText } from '../lib/core/text.ts';

/** As many as can be taken in at a glance. */
const MOST_OFFERED = 8;

/** What a tag field offers for the text typed, accents aside, and which of it the arrow keys have reached (-1: none). */
export function useCompletion(known: readonly string[], taken: readonly string[]) {
  const [text, setText] = useState('');
  const [isOpen, setOpen] = useState(false);
  const [picked, setPicked] = useState(-1);
  const offered = isOpen ? offer(known, taken, text) : [];
  const close = () => {
    setOpen(false);
    setPicked(-1);
  };
  return {
    text,
    offered,
    picked,
    close,
    type: (typed: string) => {
      setText(typed);
      setOpen(typed.trim() !== '');
      setPicked(-1);
    },
    move: (by: 1 | -1) => {
      setOpen(true);
      setPicked(step(picked, by, offered.length));
    },
  };
}

function offer(known: readonly string[], taken: readonly string[], text: string): string[] {
  const folded = foldText(text);
  return known
    .filter((tag) => !taken.includes(tag) && foldText(tag).includes(folded))
    .slice(0, MOST_OFFERED);
}

/** The next of `count` places round and round; from none (-1) down to the first or up to the last. */
function step(at: number, by: 1 | -1, count: number): number {
  if (count === 0) return -1;
  if (at < 0) return by > 0 ? 0 : count - 1;
  return (at + by + count) % count;
}
