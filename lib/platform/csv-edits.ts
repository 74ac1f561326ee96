import type { Annotation } from '../core/annotation.ts';
import { previewCsv, type CsvPreview } from '../core/collection/csv-preview.ts';
import type { Done } from '../core/collection/library-desk.ts';
import {
  applyCsvEdit,
  planCsvEdit,
  type CsvEdit,
  type CsvSubject,
} from '../core/collection/plan-csv-edits.ts';
import { revisionOf } from '../core/collection/revision.ts';
import { decodeCsv } from '../core/export/read-csv.ts';
import { CsvError, readExcerptCsv, type ExcerptCsvRow } from '../core/export/read-excerpt-csv.ts';
import type { Words } from '../core/words.ts';
import type { Database } from './database.ts';
import type { DeedLog } from './deed-log.ts';
import { localeWords } from './locale-words.ts';
import { changeEach } from './revise.ts';
import { sift } from './sift.ts';
import { guarded } from './storage-error.ts';

/** All columns of 100,000 excerpts are less. */
const LARGEST_FILE = 256 * 1024 * 1024;
/** Rows compared at once: of the others no excerpt is held. */
const BATCH = 1000;

interface Planned {
  id: string;
  /** The state that the plan was made for. */
  from: string;
  edit: CsvEdit;
}

/** Brings back what people changed in a CSV file of excerpts, after a look at what that would do. */
export class CsvEdits {
  readonly #db: Database;
  readonly #deeds: DeedLog;
  readonly #languages: () => Promise<readonly Words[]>;

  constructor(
    db: Database,
    deeds: DeedLog,
    languages = () => Promise.all(['vi', 'en'].map(localeWords)),
  ) {
    this.#db = db;
    this.#deeds = deeds;
    this.#languages = languages;
  }

  /** Compares a file with the collection; nothing is written. Throws `CsvError`, `StorageError`. */
  async preview(file: Blob): Promise<CsvPreview> {
    const { edits } = await this.#plan(file);
    return previewCsv(edits);
  }

  /** Writes down what a file changes, all of it or none. Throws `CsvError`, `StorageError`. */
  take(file: Blob): Promise<Done> {
    return this.#deeds.do(async (deed) => {
      const { planned } = await this.#plan(file);
      const changes = new Map(
        planned.map(({ id, from, edit }) => {
          // Another window may have written since the plan was made.
          const change = (before: Annotation) =>
            revisionOf(before) === from ? applyCsvEdit(before, edit, deed) : before;
          return [id, change] as const;
        }),
      );
      return changeEach(this.#db, changes, deed);
    });
  }

  async #plan(file: Blob): Promise<{ edits: CsvEdit[]; planned: Planned[] }> {
    if (file.size > LARGEST_FILE) throw new CsvError('too_large');
    const text = decodeCsv(new Uint8Array(await file.arrayBuffer()));
    const rows = readExcerptCsv(text, await this.#languages());
    const [edits, planned]: [CsvEdit[], Planned[]] = [[], []];
    const seen = new Set<string>();
    for (let at = 0; at < rows.length; at += BATCH) {
      const batch = rows.slice(at, at + BATCH);
      const subjects = await guarded(() => this.#subjects(batch));
      for (const row of batch) {
        const subject = subjects.get(row.id);
        const edit = planCsvEdit(row, subject, seen);
        edits.push(edit);
        if (edit.status !== 'changed' || !subject) continue;
        planned.push({ id: row.id, from: revisionOf(subject.current), edit });
      }
    }
    return { edits, planned };
  }

  async #subjects(rows: readonly ExcerptCsvRow[]): Promise<Map<string, CsvSubject>> {
    const found = await this.#db.annotations.bulkGet(rows.map(({ id }) => id));
    const current = sift('annotations', found.filter(Boolean)).valid;
    const subjects = new Map<string, CsvSubject>(
      current.map((annotation) => [annotation.id, { current: annotation }]),
    );
    const past = rows.flatMap(({ id, revision }): [string, string][] => {
      const known = subjects.get(id)?.current;
      return known && revision && revision !== revisionOf(known) ? [[id, revision]] : [];
    });
    const states = (await this.#db.revisions.bulkGet(past)).filter(Boolean);
    for (const { annotation: base } of sift('revisions', states).valid) {
      const subject = subjects.get(base.id);
      if (subject) subjects.set(base.id, { ...subject, base });
    }
    return subjects;
  }
}
