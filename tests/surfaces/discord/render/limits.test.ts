import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerButtons } from '../../../../src/surfaces/discord/buttons/answer-buttons.ts';
import { customId, customIdLimit, parseCustomId } from '../../../../src/surfaces/discord/buttons/custom-id.ts';
import { commandDefinitions } from '../../../../src/surfaces/discord/commands/definitions.ts';
import { newAnswerId } from '../../../../src/surfaces/discord/reference-id.ts';
import {
  answerDocument,
  profileDocument,
  timelineDocument,
  verdictDocument,
} from '../../../../src/surfaces/discord/render/documents.ts';
import { draftText } from '../../../../src/surfaces/discord/render/draft.ts';
import { quotePages } from '../../../../src/surfaces/discord/render/quotes.ts';
import { en } from '../../../../src/surfaces/discord/texts/en.ts';
import { fr } from '../../../../src/surfaces/discord/texts/fr.ts';
import { createTexts } from '../../../../src/surfaces/discord/texts/texts.ts';
import { messageBody } from '../../../../src/surfaces/discord/wire/outgoing.ts';
import type { AnswerPart } from '../../../../src/types.ts';
import { checkCommand } from '../../../simulated-discord/validate-commands.ts';
import { checkMessage } from '../../../simulated-discord/validate-messages.ts';
import { Problems } from '../../../simulated-discord/validation.ts';
import { answerOf, citation } from '../scripted-bellerophon.ts';

const texts = createTexts();
const kind = fc.constantFrom('heading', 'statement', 'version', 'notice') as fc.Arbitrary<AnswerPart['kind']>;
const anyText = fc.string({ unit: 'grapheme', maxLength: 3000 });
const part: fc.Arbitrary<AnswerPart> = fc.record({
  kind,
  text: anyText,
  markers: fc.uniqueArray(fc.integer({ min: 1, max: 30 }), { maxLength: 6 }),
  sources: fc.option(
    fc.record({ independent: fc.nat(9), outlets: fc.array(fc.string({ maxLength: 80 }), { maxLength: 9 }) }),
    { nil: undefined },
  ),
});
const parts = fc.array(part, { maxLength: 12 });
const language = fc.constantFrom('fr', 'en') as fc.Arbitrary<'fr' | 'en'>;

function expectSendable(pages: readonly string[]): void {
  for (const content of pages) {
    const problems = new Problems();
    // The longest question stands above a published answer.
    checkMessage(messageBody({ content: `${'q'.repeat(224)}\n${content}` }), [], problems);
    expect(problems.summary()).toBe('');
    expect(content.trim()).not.toBe('');
  }
}

describe('whatever the answer, every message is within Discord’s limits', () => {
  it('answers', () => {
    fc.assert(
      fc.property(parts, language, (list, spoken) => {
        const answer = answerOf({ question: 'q' }, list, { language: spoken, asOf: '2021-10-01' });
        expectSendable(answerDocument(answer, { texts: texts[spoken], language: spoken }).pages);
      }),
    );
  });

  it('drafts of a chat model, which stay marked as such', () => {
    fc.assert(
      fc.property(anyText, language, (written, spoken) => {
        const shown = draftText(written, texts[spoken]);
        if (shown === null) return;
        expectSendable([shown]);
        expect(shown.startsWith(`-# ${texts[spoken]('answer.draft')}\n`)).toBe(true);
      }),
    );
    expect(draftText(' \n', texts.en)).toBeNull();
    const shown = draftText('**See** https://evil.example/x and <@1> or [this](https://evil.example/y).', texts.en);
    expect(shown).not.toContain('evil.example');
    expect(shown).toContain('\\*\\*See\\*\\*');
  });

  it('timelines, profiles and verdicts', () => {
    fc.assert(
      fc.property(parts, language, anyText, (list, spoken, long) => {
        const options = { texts: texts[spoken], language: spoken };
        const citations = Array.from({ length: 30 }, (_, index) => citation(index + 1, { title: long }));
        const sources = { independent: 2, outlets: [long] };
        const events = list.map(({ text, markers }) => ({ date: '2021-10', text, markers, sources }));
        expectSendable(timelineDocument({ events, citations }, options).pages);
        const entry = {
          id: 'x',
          kind: 'person',
          canonical: long,
          variants: [long, 'y', long],
          articleIds: [],
        } as const;
        const reference = citation(1, { title: long, outlet: long });
        const roles = list.map(({ text, markers }) => ({ text, markers, date: null }));
        expectSendable(
          profileDocument(
            { entry, roles, firstMention: reference, lastMention: null, statements: list, citations },
            options,
          ).pages,
        );
        expectSendable(
          verdictDocument(
            { claim: long, language: spoken, verdict: 'disputed', supporting: list, opposing: list, citations },
            options,
          ).pages,
        );
      }),
      { numRuns: 40 },
    );
  });

  it('quotes, which are shown whole', () => {
    fc.assert(
      fc.property(anyText, anyText, anyText, (before, quote, after) => {
        const pages = quotePages([citation(1), citation(2)], [{ before, quote, after }, null], {
          texts: texts.fr,
          language: 'fr',
          limit: 1900,
        });
        for (const page of pages) expect(page.length).toBeLessThanOrEqual(1900);
      }),
    );
  });

  it('buttons and custom ids', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 200 }),
        fc.nat(9999),
        fc.boolean(),
        language,
        (filter, page, on, spoken) => {
          const id = customId({ verb: 'sources', page, filter });
          expect(id.length).toBeLessThanOrEqual(customIdLimit);
          expect(parseCustomId(id)).toMatchObject({ verb: 'sources', page });
          const answerId = newAnswerId();
          const buttons = answerButtons({
            answerId,
            texts: texts[spoken],
            hasCitations: on,
            nextPage: page,
            publishable: on,
            feedback: true,
          });
          const problems = new Problems();
          checkMessage(messageBody({ content: 'x', buttons }), [], problems);
          expect(problems.summary()).toBe('');
          for (const button of buttons)
            if ('custom_id' in button) expect(parseCustomId(button.custom_id)).not.toBeNull();
        },
      ),
    );
    expect(parseCustomId('quotes:v2:abc:0')).toBeNull();
    expect(parseCustomId('anything')).toBeNull();
  });

  it('commands', () => {
    for (const [index, command] of commandDefinitions.entries()) {
      const problems = new Problems();
      const others = commandDefinitions.filter((_, other) => other !== index);
      checkCommand(command as unknown as Record<string, unknown>, others as never, problems);
      expect(problems.summary()).toBe('');
    }
  });
});

describe('interface texts', () => {
  it('say the same things in both languages, with the same values', () => {
    const values = (text: string): string[] => [...text.matchAll(/\{\{\w+\}\}/g)].map(([value]) => value).sort();
    expect(Object.keys(fr).sort()).toEqual(Object.keys(en).sort());
    for (const key of Object.keys(en) as (keyof typeof en)[])
      expect([key, values(fr[key])]).toEqual([key, values(en[key])]);
  });

  it('in French have no-break spaces before tall punctuation', () => {
    for (const text of Object.values(fr)) expect(text).not.toMatch(/ [:;!?»]|« /);
  });

  it('fit where Discord puts them', () => {
    for (const spoken of [texts.en, texts.fr]) {
      for (const key of ['button.quotes', 'button.more', 'button.publish', 'button.previous', 'button.next'] as const) {
        expect(spoken(key).length).toBeLessThanOrEqual(34);
      }
      expect(spoken('feedback.title').length).toBeLessThanOrEqual(45);
      expect(spoken('feedback.reason').length).toBeLessThanOrEqual(45);
      expect(spoken('feedback.placeholder').length).toBeLessThanOrEqual(100);
    }
  });
});
