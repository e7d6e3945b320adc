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

/** Not questions in form: requests, phrases without a verb, relative clauses. */
const requests: Record<string, string[]> = {
  who: [
    'Donne-moi le nom de l’architecte',
    'Name of the mayor',
    'Auteur du rapport ?',
    'Quelle avocate défend la maire ?',
    'Remind me who built the bridge',
    'la maire, elle est qui ?',
  ],
  when: [
    'Je cherche la date à laquelle le pont a fermé',
    'Date de fermeture du pont ?',
    'il est de quand ?',
    'Could you tell me when the bridge closed?',
    'Le pont dont la ville parle, quand a-t-il fermé ?',
  ],
  where: ['Je cherche l’adresse de la mairie', 'Lieu de la réunion'],
  'how-many': [
    'Budget du spectacle ?',
    'Durée des travaux',
    'J’ai besoin du montant des travaux',
    'Bonjour, je voudrais savoir combien de fissures il y a',
  ],
  'how-old': ['Âge du pont ?', 'Age of the bridge'],
  why: ['Raison de la fermeture ?', 'On sait pourquoi le pont est fermé ?'],
  which: [
    'les pays qui ont signé',
    'the towns that have paid',
    'Liste des villes touchées',
    'Name the towns that paid',
    'Can you list the towns?',
  ],
  'yes-no': [
    'Peux-tu me dire si le pont est fermé ?',
    'Tell me whether the bridge is closed',
    'Can the bridge close?',
    'C’est la maire qui a fermé le pont ?',
  ],
  what: ['Explique la fermeture du pont'],
};

describe('the kind of a question', () => {
  for (const [kind, examples] of Object.entries(questions)) {
    it.each(examples)(`is ${kind} for "%s"`, (question) => {
      expect(questionKind(question)).toBe(kind);
    });
  }

  for (const [kind, examples] of Object.entries(requests)) {
    it.each(examples)(`is ${kind} for the request "%s"`, (request) => {
      expect(questionKind(request)).toBe(kind);
    });
  }

  it('does not take a relative "qui" or "où" for what is asked', () => {
    expect(questionKind('Les personnes qui ont signé étaient-elles informées ?')).toBe('yes-no');
    expect(questionKind('Le jour où le pont a fermé, pleuvait-il ?')).toBe('yes-no');
    expect(questionKind('Est-ce que le pont que la ville a fermé rouvrira ?')).toBe('yes-no');
    expect(questionKind('Did the mayor who resigned come back?')).toBe('yes-no');
  });
});
