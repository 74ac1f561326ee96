import type { ArticleEdit } from '../core/collection/article-edit.ts';
import type { Completion, Decision, Edit } from '../core/collection/edit.ts';
import type { Excerpt } from '../core/collection/excerpt.ts';
import type { LibraryChoices } from '../core/collection/library-choices.ts';
import type { RowOrder } from '../core/export/order-rows.ts';
import type {
  BulkEdit,
  Done,
  FoundPage,
  LibraryDesk,
  LibraryStatus,
  Outgoing,
  PageRequest,
  Selection,
} from '../core/collection/library-desk.ts';
import type { AskProgrammes } from '../core/collection/programme-desk.ts';
import type { LabelOf, SearchRequest } from '../core/collection/search-index.ts';
import type { AskSeries } from '../core/collection/series/series-desk.ts';
import type { VersionChoice } from '../core/collection/version-choice.ts';
import { ArticleShelf } from './article-shelf.ts';
import { correctArticle, joinReprint, partReprint } from './articles.ts';
import { CollectionIndex } from './collection-index.ts';
import { conflictPage, conflicts, reopenConflicts, resolveConflict } from './conflicts.ts';
import { CsvEdits } from './csv-edits.ts';
import { rescue } from './damaged.ts';
import { ready, type Database } from './database.ts';
import { DeedLog } from './deed-log.ts';
import { ExcerptFinder } from './excerpt-finder.ts';
import { facetValues } from './facet-counts.ts';
import { FigureSeries } from './figure-series.ts';
import { historyOf } from './histories.ts';
import { keepChoices, readChoices } from './library-choices.ts';
import { OutgoingExcerpts } from './outgoing.ts';
import {
  completeFields,
  editAnnotation,
  editAnnotations,
  restore,
  reviewAnnotations,
  takeBack,
  trash,
} from './revise.ts';
import { ProgrammeRegisterDesk } from './programme-register.ts';
import { guarded, type StorageError } from './storage-error.ts';

/** Answers what the library page asks and does what it is told, away from the thread that draws. */
export class LibraryService implements LibraryDesk {
  readonly #db: Database;
  readonly #now: () => Date;
  readonly #index: CollectionIndex;
  readonly #shelf: ArticleShelf;
  readonly #finder: ExcerptFinder;
  readonly #outgoing: OutgoingExcerpts;
  readonly series: AskSeries;
  readonly #deeds: DeedLog;
  readonly #csv: CsvEdits;
  readonly programmes: AskProgrammes;
  #version = 0;

  constructor(
    db: Database,
    now: () => Date,
    { readerName, labelOf }: { readerName: () => Promise<string | undefined>; labelOf?: LabelOf },
  ) {
    this.#db = db;
    this.#now = now;
    this.#index = new CollectionIndex(db, now, labelOf);
    this.#deeds = new DeedLog(
      this.#index,
      async () => ({ now: now(), by: await readerName() }),
      (made, deed) => takeBack(db, made, deed.now, deed.by),
    );
    this.#csv = new CsvEdits(db, this.#deeds);
    const labelOfKind = (kind: string) => labelOf?.('kind', `programme/${kind}`) ?? kind;
    this.programmes = new ProgrammeRegisterDesk(db, this.#index, {
      now,
      readerName,
      labelOfKind,
    }).ask;
    this.#shelf = new ArticleShelf(db, this.#index);
    this.#finder = new ExcerptFinder(db, this.#index);
    this.#outgoing = new OutgoingExcerpts(this.#finder, this.#index.search);
    this.series = new FigureSeries(db, this.#index, { now, reader: readerName }).ask;
  }

  /** Opens the collection and tells of it now and after every change. Gives a function that stops it. */
  async start(
    heard: (status: LibraryStatus) => void,
    failed: (error: StorageError) => void,
  ): Promise<() => void> {
    await ready(this.#db);
    await guarded(() => rescue(this.#db));
    let isStopped = false;
    const tell = () =>
      void this.status().then(
        (status) => isStopped || heard(status),
        (error: StorageError) => isStopped || failed(error),
      );
    tell();
    // What the reader sees first is answered before the reading of all the rest takes the thread up.
    await this.#finder.firstScreen();
    tell();
    const stop = this.#index.follow(tell, (error) => isStopped || failed(error));
    return () => {
      isStopped = true;
      stop();
    };
  }

  async status(): Promise<LibraryStatus> {
    const [damaged, rivals, tags] = await guarded(() =>
      Promise.all([this.#db.damaged.count(), conflicts(this.#db), facetValues(this.#db, 'tag')]),
    );
    return {
      isComplete: this.#index.isComplete,
      trashed: this.#index.search.count(true),
      damaged,
      conflicts: rivals.length,
      tags: tags.map(({ value }) => value),
      version: ++this.#version,
    };
  }

  find(request: SearchRequest, page: PageRequest): Promise<FoundPage> {
    return this.#finder.find(request, page);
  }

  ids(request: SearchRequest): Promise<string[]> {
    return this.#finder.ids(request);
  }

  excerpts(ids: readonly string[]): Promise<Excerpt[]> {
    return this.#finder.excerpts(ids);
  }

  countOutgoing(of: Omit<Outgoing, 'isApproved'>) {
    return this.#outgoing.count(of);
  }

  firstOutgoing(outgoing: Outgoing, order: RowOrder, count: number) {
    return this.#outgoing.first(outgoing, order, count);
  }

  sendOutgoing(outgoing: Outgoing, to: MessagePort) {
    return this.#outgoing.send(outgoing, to);
  }

  history(id: string) {
    return historyOf(this.#db, id);
  }

  edit(id: string, edit: Omit<Edit, 'review'>): Promise<Done> {
    return this.#deeds.do(async ({ now, by }) => [
      await editAnnotation(this.#db, id, edit, now, by),
    ]);
  }

  complete(id: string, completion: Completion): Promise<Done> {
    return this.#deeds.do(async ({ now, by }) => [
      await completeFields(this.#db, id, completion, now, by),
    ]);
  }

  editMany(selection: Selection, edit: BulkEdit): Promise<Done> {
    return this.#deeds.do(async ({ now, by }) =>
      editAnnotations(this.#db, await this.#finder.picked(selection), edit, now, by),
    );
  }

  review(selection: Selection, decision: Decision): Promise<Done> {
    return this.#deeds.do(async ({ now, by }) =>
      reviewAnnotations(this.#db, await this.#finder.picked(selection), decision, now, by),
    );
  }

  trash(selection: Selection): Promise<Done> {
    return this.#deeds.do(async ({ now, by }) =>
      trash(this.#db, await this.#finder.picked(selection), now, by),
    );
  }

  restore(selection: Selection): Promise<Done> {
    return this.#deeds.do(async ({ now, by }) =>
      restore(this.#db, await this.#finder.picked(selection), now, by),
    );
  }

  undo(deed: number): Promise<Done> {
    return this.#deeds.undo(deed);
  }

  conflicts(from: number, count: number) {
    return conflictPage(this.#db, this.#finder, from, count);
  }

  /** Ends a conflict; taken back, the versions stand side by side again. */
  resolve(id: string, choice: VersionChoice): Promise<Done> {
    return this.#deeds.do(
      async ({ now, by }) => [await resolveConflict(this.#db, id, choice, now, by)],
      (made, { now }) => reopenConflicts(this.#db, made, now),
    );
  }

  listArticles(text: string, from: number, count: number) {
    return Promise.resolve(this.#shelf.list(text, from, count));
  }

  openArticle(id: string) {
    return this.#shelf.open(id);
  }

  correctArticle(id: string, edit: ArticleEdit) {
    return correctArticle(this.#db, id, edit, this.#now());
  }

  reprints() {
    return this.#shelf.reprints();
  }

  joinReprint(id: string, of: string) {
    return joinReprint(this.#db, id, of, this.#now());
  }

  partReprint(id: string, from: string) {
    return partReprint(this.#db, id, from, this.#now());
  }

  previewCsv(file: Blob) {
    return this.#csv.preview(file);
  }

  takeCsv(file: Blob) {
    return this.#csv.take(file);
  }

  choices(): Promise<LibraryChoices> {
    return readChoices(this.#db);
  }

  choose(change: Partial<LibraryChoices>): Promise<void> {
    return keepChoices(this.#db, change);
  }
}
