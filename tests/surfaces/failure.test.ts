import { describe, expect, it } from 'vitest';
import { ExitCode, ProviderError } from '../../src/errors.ts';
import { describeFailure } from '../../src/surfaces/failure.ts';
import { createTexts } from '../../src/surfaces/texts/texts.ts';

const texts = createTexts();
const unknown = new ProviderError({ fr: 'Ce modèle est inconnu.', en: 'This model is unknown.' });

describe('the line of a failure', () => {
  it('is in the language of whoever reads it, where the error knows both', () => {
    expect(describeFailure(unknown, texts.fr)).toMatchObject({
      line: expect.stringContaining('Ce modèle est inconnu.'),
      exitCode: ExitCode.provider,
    });
    expect(describeFailure(unknown, texts.en).line).toContain('This model is unknown.');
  });

  it('says in a log what it says in English', () => {
    expect(unknown.message).toBe('This model is unknown.');
  });

  it('shows no stack of what nobody expected', () => {
    const { line, exitCode } = describeFailure(new TypeError('x is not a function'), texts.fr);
    expect(line).not.toContain('\n');
    expect(exitCode).toBe(ExitCode.unexpected);
  });
});
