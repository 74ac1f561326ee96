import { describe, expect, it } from 'vitest';
import {
  actionOfKey,
  DEFAULT_KEYS,
  keysFrom,
  remapKey,
  telexKey,
} from '../lib/core/reading-keys.ts';

describe('the key pressed last', () => {
  it.each([
    ['â', 'a'],
    ['Ạ', 'j'],
    ['ậ', 'j'],
    ['ữ', 'x'],
    ['đ', 'd'],
    ['j', undefined],
    ['Enter', undefined],
  ])('of what Telex makes %s of is %s', (letter, key) => {
    expect(telexKey(letter)).toBe(key);
  });
});

describe('remapping the reading keys', () => {
  it('gives an action another key, whatever its case', () => {
    const keys = remapKey(DEFAULT_KEYS, 'clip', 'L');
    expect(keys).toEqual({ ...DEFAULT_KEYS, clip: 'l' });
    expect(typeof keys === 'object' && actionOfKey(keys, 'L')).toBe('clip');
    expect(typeof keys === 'object' && actionOfKey(keys, 'c')).toBe(undefined);
  });

  it('refuses a key that serves another action, so that no key does two things', () => {
    expect(remapKey(DEFAULT_KEYS, 'clip', 'j')).toBe('taken');
    expect(remapKey(DEFAULT_KEYS, 'clip', 'c')).toEqual(DEFAULT_KEYS);
  });

  it.each([' ', 'Enter', 'F5', '', '\n'])('refuses %j, which the page needs itself', (key) => {
    expect(remapKey(DEFAULT_KEYS, 'next', key)).toBe('unusable');
  });

  it('keeps the usual key where what is stored cannot be used', () => {
    expect(keysFrom({ clip: 'l', next: 'Enter', skip: 'k', unknown: 'q' })).toEqual({
      ...DEFAULT_KEYS,
      clip: 'l',
    });
  });

  it('serves W to a reader whose Telex keyboard makes ư of it, unless ư is a key itself', () => {
    expect(actionOfKey(DEFAULT_KEYS, 'ư')).toBe('correct');
    const keys = remapKey(DEFAULT_KEYS, 'clip', 'Ư');
    expect(typeof keys === 'object' && actionOfKey(keys, 'ư')).toBe('clip');
  });
});
