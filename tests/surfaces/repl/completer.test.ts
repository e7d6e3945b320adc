import { describe, expect, test } from 'vitest';
import { complete } from '../../../src/surfaces/repl/completer.ts';
import { fakeBellerophon } from '../fake-bellerophon.ts';

const bellerophon = fakeBellerophon();

describe('Tab', () => {
  test.each([
    ['/chr', ['/chronologie '], '/chr'],
    ['/qui hul', ['hulata', 'hulta'], 'hul'],
    ['/who Ey', [], 'Ey'],
    ['/sources R', ['RFI'], 'R'],
    ['/lang f', ['fr'], 'f'],
    ['/nonsense x', [], '/nonsense x'],
    ['Who met', [], 'Who met'],
  ])('on "%s" offers %j', (line, candidates, replaced) => {
    expect(complete(line, 'fr', bellerophon)).toEqual([candidates, replaced]);
  });
});
