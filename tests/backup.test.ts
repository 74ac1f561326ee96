import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isBackupDue, overdueDays, parseBackupState } from '../lib/core/backup.ts';
import { exchangeFileName } from '../lib/core/export/exchange-file.ts';
import { writeBackup, type BackupFolder } from '../lib/platform/backup-folder.ts';
import { dropCompanion, keepCompanions } from '../lib/platform/companions.ts';
import { openDatabase, saveAnnotation, type Database } from '../lib/platform/database.ts';
import { readContents } from '../lib/platform/read-contents.ts';
import { editAnnotation, trash } from '../lib/platform/revise.ts';
import { article, draft, LATER, NOW, SENTENCES, world } from './sample-collection.ts';
import { pack } from './sample-companions.ts';

const DAY_MS = 86_400_000;
const days = (count: number) => new Date(NOW.getTime() + count * DAY_MS);
const contents = { mark: '2', oldest: NOW.toISOString() };
const backedUp = (at: Date, mark = '1') => ({ last: { at: at.toISOString(), mark } });

describe('the reminder to back up', () => {
  it('comes 14 days after the first excerpt, and 14 days after each backup', () => {
    expect(overdueDays({}, contents, days(13))).toBeUndefined();
    expect(overdueDays({}, contents, days(14))).toBe(14);
    expect(overdueDays(backedUp(days(20)), contents, days(33))).toBeUndefined();
    expect(overdueDays(backedUp(days(20)), contents, days(40))).toBe(20);
  });

  it('does not come where nothing is to be lost, or nothing has changed', () => {
    expect(overdueDays({}, undefined, days(99))).toBeUndefined();
    expect(overdueDays(backedUp(NOW, contents.mark), contents, days(99))).toBeUndefined();
  });

  it('comes back the day after it was put off', () => {
    const state = { postponed: days(15).toISOString() };
    expect(overdueDays(state, contents, days(15.5))).toBeUndefined();
    expect(overdueDays(state, contents, days(16))).toBe(16);
  });
});

describe('the backup by itself', () => {
  it('is made on a day something has changed, and not twice that day', () => {
    expect(isBackupDue({}, contents, NOW)).toBe(true);
    expect(isBackupDue(backedUp(NOW), contents, days(0.5))).toBe(false);
    expect(isBackupDue(backedUp(NOW), contents, days(1))).toBe(true);
    expect(isBackupDue(backedUp(NOW, contents.mark), contents, days(9))).toBe(false);
    expect(isBackupDue({}, undefined, NOW)).toBe(false);
  });

  it('is made though the clock was far ahead when the last one was', () => {
    expect(isBackupDue(backedUp(days(400)), contents, NOW)).toBe(true);
  });

  it('starts anew from a state that cannot be read, field by field', () => {
    const shown = NOW.toISOString();
    expect(parseBackupState({ last: 'hôm qua', shown, more: 1 })).toEqual({ shown });
    expect([parseBackupState(undefined), parseBackupState('x')]).toEqual([{}, {}]);
  });
});

describe('what there is to lose', () => {
  let serial = 0;
  let db: Database;
  beforeEach(() => {
    db = openDatabase(`backup-${serial++}`);
  });
  afterEach(() => db.delete());

  it('is marked anew by every kind of change', async () => {
    const marks = [(await readContents(db))?.mark];
    const clip = { article: article(), annotation: draft(SENTENCES.HA) };
    const { annotation } = await saveAnnotation(db, clip, world);
    marks.push((await readContents(db))?.mark);
    await editAnnotation(db, annotation.id, { note: 'x' }, LATER);
    marks.push((await readContents(db))?.mark);
    await trash(db, [annotation.id], LATER);
    marks.push((await readContents(db))?.mark);
    await keepCompanions(db, [pack()], world);
    marks.push((await readContents(db))?.mark);
    await keepCompanions(db, [pack({ title: 'Tên khác' })], world);
    marks.push((await readContents(db))?.mark);
    await dropCompanion(db, pack().id, world);
    marks.push((await readContents(db))?.mark);
    expect(new Set(marks).size).toBe(7);
    expect((await readContents(db))?.oldest).toBe(annotation.created);
  });
});

/** A folder in memory, as the File System Access API has it. */
class MemoryFolder implements BackupFolder {
  readonly name = 'Sao lưu';
  readonly files = new Map<string, Blob>();
  isFull = false;

  queryPermission = async () => 'granted' as const;
  requestPermission = async () => 'granted' as const;

  async getFileHandle(name: string) {
    const { files } = this;
    return {
      getFile: async () => files.get(name) ?? new Blob(),
      createWritable: async () => {
        const parts: Blob[] = [];
        return {
          write: async (data: Blob) => void parts.push(this.isFull ? data.slice(0, 3) : data),
          close: async () => void files.set(name, new Blob(parts)),
        };
      },
    };
  }

  async removeEntry(name: string): Promise<void> {
    this.files.delete(name);
  }

  async *keys() {
    yield* this.files.keys();
  }
}

describe('a backup into a folder', () => {
  it('keeps the ten newest, and never touches a file that is not ours', async () => {
    const folder = new MemoryFolder();
    folder.files.set('trich-bao-bao-cao.docx', new Blob(['của cơ quan']));
    folder.files.set('a.trichbao.json', new Blob(['của đồng nghiệp']));
    for (let day = 0; day < 14; day++) {
      await writeBackup(folder, new Blob([`bản ${day}`]), days(day));
    }
    const names = [...folder.files.keys()];
    expect(names).toHaveLength(12);
    expect(names).toEqual(
      expect.arrayContaining([
        'trich-bao-bao-cao.docx',
        'a.trichbao.json',
        exchangeFileName(days(4)),
        exchangeFileName(days(13)),
      ]),
    );
    expect(await folder.files.get(exchangeFileName(days(13)))?.text()).toBe('bản 13');
  });

  it('says so when the disk took only part of it, and keeps the older ones', async () => {
    const folder = new MemoryFolder();
    for (let day = 0; day < 10; day++) await writeBackup(folder, new Blob(['đủ']), days(day));
    folder.isFull = true;
    await expect(writeBackup(folder, new Blob(['bản mới']), days(10))).rejects.toMatchObject({
      messageKey: 'error_backup_incomplete',
    });
    expect(folder.files.has(exchangeFileName(NOW))).toBe(true);
  });

  it('says so when the folder is gone', async () => {
    const folder = new MemoryFolder();
    folder.getFileHandle = () => Promise.reject(new DOMException('gone', 'NotFoundError'));
    await expect(writeBackup(folder, new Blob(['x']), NOW)).rejects.toMatchObject({
      messageKey: 'error_backup_folder',
    });
  });
});
