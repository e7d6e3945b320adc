import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  type RESTPostAPIApplicationCommandsJSONBody,
} from 'discord.js';
import { filterLimit } from '../buttons/custom-id.ts';

/** Guilds, the bot's direct messages, and other private channels for those who installed the bot for themselves. */
const everywhere = {
  contexts: [InteractionContextType.Guild, InteractionContextType.BotDM, InteractionContextType.PrivateChannel],
  integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
};

interface Bilingual {
  readonly en: string;
  readonly fr: string;
}

interface TextOption {
  readonly name: Bilingual;
  readonly description: Bilingual;
  readonly required?: boolean;
  readonly autocomplete?: boolean;
  readonly max_length?: number;
}

const localised = ({ name, description }: { name: Bilingual; description: Bilingual }) => ({
  name: name.en,
  name_localizations: { fr: name.fr },
  description: description.en,
  description_localizations: { fr: description.fr },
});

const text = ({ name, description, ...rest }: TextOption) =>
  ({ type: ApplicationCommandOptionType.String, ...localised({ name, description }), ...rest }) as const;

const yesNo = (option: { name: Bilingual; description: Bilingual }) =>
  ({ type: ApplicationCommandOptionType.Boolean, ...localised(option) }) as const;

type Options = (ReturnType<typeof text> | ReturnType<typeof yesNo>)[];

const command = (
  name: Bilingual,
  description: Bilingual,
  options: Options = [],
): RESTPostAPIApplicationCommandsJSONBody => ({
  type: ApplicationCommandType.ChatInput,
  ...localised({ name, description }),
  ...everywhere,
  ...(options.length === 0 ? {} : { options }),
});

const person = { name: { en: 'name', fr: 'nom' }, autocomplete: true, max_length: 100 };
const date = {
  en: 'YYYY, YYYY-MM or YYYY-MM-DD, or as you would write it',
  fr: 'AAAA, AAAA-MM ou AAAA-MM-JJ, ou en toutes lettres',
};

export const checkMessageCommand = 'Check against the file';

/** All commands of the bot, as Discord registers them. */
export const commandDefinitions: readonly RESTPostAPIApplicationCommandsJSONBody[] = [
  command(
    { en: 'ask', fr: 'demander' },
    { en: 'Ask a question about the press file', fr: 'Poser une question sur le dossier de presse' },
    [
      text({
        name: { en: 'question', fr: 'question' },
        description: { en: 'Your question, in English or French', fr: 'Votre question, en français ou en anglais' },
        required: true,
        max_length: 1000,
      }),
      text({
        name: { en: 'as-of', fr: 'date' },
        description: { en: 'Only what was published by this date', fr: 'Seulement ce qui était publié à cette date' },
        max_length: 60,
      }),
      text({
        name: { en: 'outlet', fr: 'media' },
        description: { en: 'Only what this outlet published', fr: 'Seulement ce que ce média a publié' },
        autocomplete: true,
        max_length: 100,
      }),
      yesNo({
        name: { en: 'private', fr: 'prive' },
        description: { en: 'Show the answer only to you', fr: 'Ne montrer la réponse qu’à vous' },
      }),
    ],
  ),
  command({ en: 'timeline', fr: 'chronologie' }, { en: 'What happened when', fr: 'Ce qui s’est passé, et quand' }, [
    text({ ...person, description: { en: 'Only events about this name', fr: 'Seulement ce qui concerne ce nom' } }),
    text({
      name: { en: 'from', fr: 'depuis' },
      description: { en: `From: ${date.en}`, fr: `Depuis : ${date.fr}` },
      max_length: 60,
    }),
    text({
      name: { en: 'to', fr: 'jusque' },
      description: { en: `To: ${date.en}`, fr: `Jusque : ${date.fr}` },
      max_length: 60,
    }),
  ]),
  command(
    { en: 'who', fr: 'qui' },
    { en: 'Who somebody is, according to the file', fr: 'Qui est quelqu’un, d’après le dossier' },
    [
      text({
        ...person,
        description: { en: 'A person or an organisation', fr: 'Une personne ou une organisation' },
        required: true,
      }),
    ],
  ),
  command({ en: 'sources', fr: 'sources' }, { en: 'The articles of the file', fr: 'Les articles du dossier' }, [
    text({
      name: { en: 'filter', fr: 'filtre' },
      description: { en: 'Words of the title or the outlet', fr: 'Des mots du titre ou du média' },
      max_length: filterLimit,
    }),
  ]),
  command(
    { en: 'check', fr: 'verifier' },
    { en: 'Check a claim against the file', fr: 'Vérifier une affirmation dans le dossier' },
    [
      text({
        name: { en: 'claim', fr: 'affirmation' },
        description: { en: 'The claim, as a sentence', fr: 'L’affirmation, en une phrase' },
        required: true,
        max_length: 1000,
      }),
    ],
  ),
  command({ en: 'help', fr: 'aide' }, { en: 'What I can do', fr: 'Ce que je sais faire' }),
  command(
    { en: 'privacy', fr: 'confidentialite' },
    { en: 'What I keep, and for how long', fr: 'Ce que je garde, et combien de temps' },
  ),
  command(
    { en: 'forget-me', fr: 'oublie-moi' },
    { en: 'Delete what I keep about you', fr: 'Effacer ce que je garde sur vous' },
  ),
  {
    type: ApplicationCommandType.Message,
    name: checkMessageCommand,
    name_localizations: { fr: 'Vérifier dans le dossier' },
    ...everywhere,
  },
];
