/** What the notice says, in words ready beforehand: once it is needed there is nobody left to ask for them. */
export interface UpdatedWords {
  text: string;
  reload: string;
  /** The page's own address. */
  address: string;
  unsaved?: { text: string; excerpts: string } | undefined;
}

/**
 * Tells, over a page, that the extension was updated under it, and gives back what was not stored. It works without
 * any script: the way to reload is a link, what is to be copied a field.
 */
export function UpdatedNotice({ text, reload, address, unsaved }: UpdatedWords) {
  return (
    <section class="updated" role="status">
      <p>{text}</p>
      {unsaved && (
        <label>
          {unsaved.text}
          <textarea readonly rows={5} value={unsaved.excerpts}>
            {unsaved.excerpts}
          </textarea>
        </label>
      )}
      <a href={address}>{reload}</a>
    </section>
  );
}
