/** The states a thing went through under an editor's hands, so that each can be taken back and done again. */
export interface EditHistory<State> {
  past: readonly State[];
  present: State;
  future: readonly State[];
  /** What the last change was to; the next change to the same is taken back together with it. */
  field?: string | undefined;
}

/** More than anybody takes back; states share what they have in common. */
const KEPT = 200;

export function beginHistory<State>(present: State): EditHistory<State> {
  return { past: [], present, future: [] };
}

/**
 * Goes on to another state. Typing into one `field` is one change, however many letters it has; without a field each
 * change is its own.
 */
export function changeTo<State>(
  history: EditHistory<State>,
  present: State,
  field?: string,
): EditHistory<State> {
  const { past } = history;
  if (present === history.present) return history;
  const isSame = field !== undefined && field === history.field && past.length > 0;
  const kept = isSame ? past : [...past, history.present].slice(-KEPT);
  return { past: kept, present, future: [], field };
}

/** Goes back by one change; at the beginning nothing happens. */
export function undoChange<State>(history: EditHistory<State>): EditHistory<State> {
  const present = history.past.at(-1);
  if (present === undefined) return history;
  const { past, future } = history;
  return { past: past.slice(0, -1), present, future: [history.present, ...future] };
}

/** Does again what was taken back last. */
export function redoChange<State>(history: EditHistory<State>): EditHistory<State> {
  const [present, ...future] = history.future;
  if (present === undefined) return history;
  return { past: [...history.past, history.present], present, future };
}
