/** Lets what else waits for this thread have its turn; resolves when long work may go on. */
export function breath(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
