import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Annotation, Figure } from '../lib/core/annotation.ts';
import {
  askForBlank,
  blankCandidates,
  blankQuestions,
  usualBlanks,
} from '../lib/core/pack/blank-questions.ts';
import { describeQuote } from '../lib/core/selector.ts';
import { HOSTILE } from './hostile-collection.ts';
import { nextId, NOW, words } from './sample-collection.ts';

/** An approved clip of all of `text`, its figure the first `exact` after `from`. */
function clip(text: string, exact: string, fields: Partial<Annotation> = {}, from = 0): Annotation {
  const start = text.indexOf(exact, from);
  const mention: Figure = {
    type: 'figure',
    kind: 'count',
    value: '1',
    exact,
    start,
    end: start + exact.length,
    rule: 'count',
  };
  return {
    id: nextId(),
    articleId: 'bài',
    target: {
      source: 'https://bao.example.vn',
      selector: describeQuote(text, { start: 0, end: text.length }),
    },
    mention,
    tags: [],
    note: '',
    review: { state: 'approved' },
    created: NOW.toISOString(),
    modified: NOW.toISOString(),
    ...fields,
  };
}

const blanked = (text: string, exact: string) => {
  const [candidate] = blankCandidates([clip(text, exact)]);
  return candidate && [candidate.sentence, candidate.answer];
};

describe('a blank', () => {
  it.each([
    ['Chi bộ có 27 đảng viên.', '27', 'Chi bộ có ……… đảng viên.'],
    ['Thu ngân sách đạt 86,4 tỷ đồng.', '86,4 tỷ đồng', 'Thu ngân sách đạt ……… tỷ đồng.'],
    ['Có 1.837/2.000 hộ tham gia.', '1.837/2.000', 'Có ………/……… hộ tham gia.'],
    ['Họp từ 15 đến 30 phút.', '15 đến 30 phút', 'Họp từ ……… đến ……… phút.'],
    ['Chi 1 tỉ 250 triệu đồng.', '1 tỉ 250 triệu đồng', 'Chi ……… tỉ ……… triệu đồng.'],
    ['Nhà rộng 120 m2 đất.', '120 m2', 'Nhà rộng ……… m2 đất.'],
    ['Làm trong hai năm liền.', 'hai năm', 'Làm trong ……… năm liền.'],
    ['Có hai mươi tư hộ nghèo.', 'hai mươi tư', 'Có ……… hộ nghèo.'],
    ['Sáu mươi tám tuổi ông mới nghỉ.', 'Sáu mươi tám tuổi', '……… tuổi ông mới nghỉ.'],
  ])('takes the number out of “%s” and keeps its unit', (text, exact, sentence) => {
    expect(blanked(text, exact)).toEqual([sentence, exact]);
  });

  it('is asked for in quotes, but not within others', () => {
    expect(askForBlank('Có ……… hộ.', words)).toBe('Điền số còn thiếu: “Có ……… hộ.”');
    expect(askForBlank('Bà bảo: “Có ……… hộ.', words)).toBe(
      'Điền số còn thiếu: Bà bảo: “Có ……… hộ.',
    );
  });

  const row = 'Xã Hòa Lạc\t22\t538\t22';
  const ofRow = (exact: string, named: Partial<Figure>, from = 0) => {
    const made = clip(row, exact, {}, from);
    return { ...made, mention: { ...made.mention, ...named } as Figure };
  };

  it('in a row of a table is asked for by the names of row and column', () => {
    const members = ofRow('538', { subject: 'Đảng viên' });
    const admitted = ofRow('22', { subject: 'Kết nạp mới' }, row.indexOf('538'));
    expect(blankCandidates([members]).map(({ sentence }) => sentence)).toEqual([
      'Xã Hòa Lạc – Đảng viên: ………',
    ]);
    expect(blankQuestions([admitted, members], new Set([admitted.id, members.id]))).toMatchObject([
      {
        sentence: 'Xã Hòa Lạc – Đảng viên: (1) ………; Kết nạp mới: (2) ………',
        answer: '(1) 538; (2) 22',
      },
    ]);
  });

  it('in a row whose columns have no names stands between the other cells', () => {
    const [candidate] = blankCandidates([ofRow('538', {})]);
    expect(candidate?.sentence).toBe('Xã Hòa Lạc | 22 | ……… | 22');
  });

  it('leaves the same number standing elsewhere in the sentence', () => {
    expect(blanked('Năm 27 có 27 đảng viên.', '27')).toEqual(['Năm ……… có 27 đảng viên.', '27']);
  });

  it('makes one line of a sentence over several', () => {
    expect(blanked('Có\n 5\nhộ.', '5')).toEqual(['Có ……… hộ.', '5']);
  });
});

describe('figures to ask for', () => {
  const text = 'Xã có 51 chi bộ, trong đó 16 chi bộ mạnh.';

  it('are only approved ones that stand whole in a sentence', () => {
    expect(blankCandidates([clip(text, '51', { review: { state: 'checked' } })])).toEqual([]);
    expect(blankCandidates([clip(text, '51', { deleted: NOW.toISOString() })])).toEqual([]);
    expect(blankCandidates([clip(text, '51', { mention: undefined })])).toEqual([]);
    expect(blankCandidates([clip('51', '51')])).toEqual([]);
    const moved = clip(text, '51');
    if (moved.mention) moved.mention = { ...moved.mention, start: 0, end: 2 };
    expect(blankCandidates([moved])).toEqual([]);
  });

  it('come in the order given, whatever they say', () => {
    const clips = [
      clip(text, '16'),
      clip(text, '51'),
      clip('Khác: 3 hộ.', '3', { articleId: 'b' }),
    ];
    expect(blankCandidates(clips).map(({ answer }) => answer)).toEqual(['16', '51', '3']);
    expect(blankCandidates(clips)).toEqual(blankCandidates(structuredClone(clips)));
  });

  it('are one of a sentence unless more are chosen, for each would fill in the other’s blank', () => {
    const [one, two, other] = [
      clip(text, '51'),
      clip(text, '16'),
      clip('Khác: 3 hộ.', '3', { articleId: 'b' }),
    ];
    const usual = usualBlanks(blankCandidates([one, two, other]));
    expect([...usual]).toEqual([one.id, other.id]);
  });

  it('share a question with numbered blanks where two of a sentence are chosen', () => {
    const clips = [clip(text, '16'), clip(text, '51')];
    const chosen = new Set(clips.map(({ id }) => id));
    expect(blankQuestions(clips, chosen)).toEqual([
      {
        sentence: 'Xã có (1) ……… chi bộ, trong đó (2) ……… chi bộ mạnh.',
        answer: '(1) 51; (2) 16',
        annotationId: clips[0]?.id,
      },
    ]);
  });

  it('ask once for a figure that was clipped twice', () => {
    const clips = [clip(text, '51'), clip(text, '51')];
    const [question] = blankQuestions(clips, new Set(clips.map(({ id }) => id)));
    expect(question?.sentence).toBe('Xã có ……… chi bộ, trong đó 16 chi bộ mạnh.');
  });
});

describe('hostile sentences', () => {
  it.each(Object.entries(HOSTILE))('lose nothing but the number: %s', (_, hostile) => {
    const text = `${hostile} có 27 hộ ${hostile}`;
    const from = hostile.length;
    const [candidate] = blankCandidates([clip(text, '27', {}, from)]);
    const line = (each: string) => each.replace(/\s+/g, ' ').trim();
    expect(candidate?.sentence).toBe(line(`${hostile} có ……… hộ ${hostile}`));
  });

  it('never show the number asked for at its place', () => {
    const parts = fc.tuple(fc.string(), fc.nat(999_999), fc.string());
    fc.assert(
      fc.property(parts, ([before, number, after]) => {
        const exact = String(number);
        const text = `${before}|${exact} hộ|${after}`;
        const [candidate] = blankCandidates([clip(text, exact, {}, before.length)]);
        const line = (each: string) => each.replace(/\s+/g, ' ').trim();
        expect(candidate?.sentence).toBe(line(`${before}|……… hộ|${after}`));
        expect(candidate?.answer).toBe(exact);
      }),
    );
  });
});
