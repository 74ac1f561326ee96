import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { boxAround, placeCard } from '../components/place-card.ts';

const view = { width: 1000, height: 700 };
const card = { width: 380, height: 300 };

describe('the card beside a mark', () => {
  it('stands under the mark where there is room', () => {
    const place = placeCard({ left: 100, top: 100, width: 40, height: 20 }, card, view);
    expect(place).toMatchObject({ left: 100, top: 128 });
  });

  it('stands above a mark at the foot of the window', () => {
    const place = placeCard({ left: 100, top: 650, width: 40, height: 20 }, card, view);
    expect(place.top).toBe(342);
  });

  it('is no taller than the room beside its mark, so that its buttons can be reached', () => {
    const place = placeCard(
      { left: 0, top: 300, width: 40, height: 20 },
      { width: 380, height: 900 },
      view,
    );
    expect(place).toEqual({ left: 8, top: 328, maxHeight: 364 });
  });

  it('never covers its mark, wherever the mark is and however small the window', () => {
    const size = fc.integer({ min: 1, max: 1500 });
    fc.assert(
      fc.property(size, size, size, size, size, (left, top, width, viewHeight, tall) => {
        const box = placeCard(
          { left, top, width: 40, height: 20 },
          { ...card, height: tall },
          { width, height: viewHeight },
        );
        const height = Math.min(tall, box.maxHeight);
        expect(box.top >= top + 20 || box.top + height <= top).toBe(true);
      }),
    );
  });

  it('stays clear of every line of a mark that is broken over two', () => {
    const lines = [
      { left: 700, top: 100, width: 90, height: 20 },
      { left: 100, top: 124, width: 60, height: 20 },
    ];
    const around = boxAround(lines, 350);
    expect(around).toEqual({ left: 100, top: 100, width: 690, height: 44 });
    expect(around && placeCard(around, card, view).top).toBe(152);
  });

  it('stands beside the first line of a selection that fills the window', () => {
    const lines = [100, 300, 600].map((top) => ({ left: 10, top, width: 800, height: 20 }));
    expect(boxAround(lines, 350)).toEqual(lines[0]);
    expect(boxAround([], 350)).toBeUndefined();
  });
});
