import { describe, expect, test } from 'vitest';
import { styleOf } from '../../src/surfaces/style.ts';

const terminal = { isTTY: true, columns: 72 };

describe('colours and width', () => {
  test('are those of the terminal', () => {
    expect(styleOf(terminal, {}).colours.isColorSupported).toBe(true);
    expect(styleOf(terminal, {}).width).toBe(72);
    expect(styleOf({ isTTY: true, columns: 300 }, {}).width).toBe(100);
  });

  test('are left out in a pipe', () => {
    expect(styleOf({}, {}).colours.isColorSupported).toBe(false);
    expect(styleOf({}, {}).width).toBe(Number.POSITIVE_INFINITY);
  });

  test('obey NO_COLOR, FORCE_COLOR and TERM=dumb', () => {
    expect(styleOf(terminal, { NO_COLOR: '1' }).colours.isColorSupported).toBe(false);
    expect(styleOf(terminal, { TERM: 'dumb' }).colours.isColorSupported).toBe(false);
    expect(styleOf(terminal, { FORCE_COLOR: '0' }).colours.isColorSupported).toBe(false);
    expect(styleOf({}, { FORCE_COLOR: '1' }).colours.isColorSupported).toBe(true);
    expect(styleOf({}, { FORCE_COLOR: '1', NO_COLOR: '1' }).colours.isColorSupported).toBe(false);
    expect(styleOf(terminal, { NO_COLOR: '' }).colours.isColorSupported).toBe(true);
  });
});
