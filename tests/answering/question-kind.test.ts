import { describe, expect, it } from 'vitest';
import { questionKind } from '../../src/answering/question-kind.ts';

const questions: Record<string, string[]> = {
  who: [
    'Qui a rencontré le ministre à Paris ?',
    'Par qui le directeur a-t-il été remplacé ?',
    'c ki le patron de la boite',
    'Who broke the story?',
    'Which judge cut the fine?',
    'Quel ministre a démissionné ?',
    'À qui la lettre était-elle adressée ?',
  ],
  when: [
    'Quand le pont a-t-il fermé ?',
    'Depuis quel jour roule-t-il ?',
    'When exactly did it close?',
    'Which day did she call?',
    'À quelle date ?',
    'qd le pont a fermé',
  ],
  where: [
    'Où se sont-ils vus ?',
    'D’où arrivait le ministre ?',
    'Where did they meet?',
    'Which city hosted the conference?',
    'Dans quelle ville ?',
    'ou est le pont',
  ],
  'how-many': [
    'Combien de numéros ?',
    'How many phones?',
    'How much must it pay?',
    'cb de députés',
    'Quel montant a été versé ?',
    'Quelle était l’ampleur du gel ?',
  ],
  'how-old': ['Quel âge a la maire ?', 'How old is the mayor?'],
  why: ['Pourquoi a-t-on fermé le pont ?', 'Why was it closed?', 'pk le pont ferme', 'Pour quelle raison ?'],
  'yes-no': [
    'Est-ce que le pont est fermé ?',
    'Le maire a-t-il menti ?',
    'Did the mayor lie?',
    'Was it closed?',
    'le maire a menti ?',
  ],
  which: [
    'Quels pays sont clients ?',
    'Which countries were named?',
    'Liste les pays clients',
    'Cite les villes touchées',
  ],
  how: ['Comment le logiciel agit-il ?', 'How does it work?'],
  what: ['Que propose la ville ?', 'What did the envoy offer?', 'Qu’a répondu la société ?'],
};

describe('the kind of a question', () => {
  for (const [kind, examples] of Object.entries(questions)) {
    it.each(examples)(`is ${kind} for "%s"`, (question) => {
      expect(questionKind(question)).toBe(kind);
    });
  }

  it('does not take a relative "qui" or "où" for what is asked', () => {
    expect(questionKind('Les personnes qui ont signé étaient-elles informées ?')).toBe('yes-no');
    expect(questionKind('Le jour où le pont a fermé, pleuvait-il ?')).toBe('yes-no');
  });
});
