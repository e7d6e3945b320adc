import { describe, expect, test } from 'vitest';
import { commands, completeCommand, readCommand } from '../../../src/surfaces/repl/commands.ts';

describe('commands', () => {
  test('are known in both languages, whatever the case and the accents', () => {
    for (const [line, name] of [
      ['/timeline', 'timeline'],
      ['/chronologie', 'timeline'],
      ['/who', 'who'],
      ['/qui', 'who'],
      ['/check', 'check'],
      ['/verifier', 'check'],
      ['/Vérifier', 'check'],
      ['/as-of', 'asOf'],
      ['/AU', 'asOf'],
      ['/aide', 'help'],
      ['/', 'help'],
    ] as const) {
      expect(readCommand(line)).toEqual({ kind: 'command', name, argument: '' });
    }
  });

  test('take the rest of the line as their argument', () => {
    expect(readCommand('  /verifier   La France a  accepté. ')).toEqual({
      kind: 'command',
      name: 'check',
      argument: 'La France a  accepté.',
    });
  });

  test.each([
    ['/sorces', '/sources'],
    ['/chrono', '/chronologie'],
    ['/tiemline', '/timeline'],
    ['/quitt', '/quitter'],
    ['/hlep', '/help'],
    ['/exterminate', null],
  ])('%s is unknown, and %s is what may have been meant', (line, meant) => {
    expect(readCommand(line)).toEqual({ kind: 'unknown', spelling: line, meant });
  });

  test('complete in the language of the interface, or in the other when it has none', () => {
    expect(completeCommand('/c', 'fr')).toEqual(['/chronologie']);
    expect(completeCommand('/c', 'en')).toEqual(['/check']);
    expect(completeCommand('/tim', 'fr')).toEqual(['/timeline']);
    expect(completeCommand('/', 'fr')).toHaveLength(Object.keys(commands).length);
    expect(completeCommand('/x', 'fr')).toEqual([]);
  });
});
