import { z } from 'zod';
import { UsageError } from './errors.ts';

const optionalText = z
  .string()
  .trim()
  .transform((value) => value || undefined)
  .optional();
const flag = z
  .enum(['0', '1', 'true', 'false', ''])
  .transform((value) => value === '1' || value === 'true')
  .default(false);
/** Empty means "not set", so that a line `KEY=` of a copied .env.example changes nothing. */
const integer = (fallback: number, minimum: number) =>
  z.preprocess((value) => (value === '' ? undefined : value), z.coerce.number().int().min(minimum).default(fallback));
const optionalInteger = (minimum: number) =>
  z.preprocess((value) => (value === '' ? undefined : value), z.coerce.number().int().min(minimum).optional());

const optionalPrice = z.preprocess((value) => (value === '' ? undefined : value), z.coerce.number().min(0).optional());

/** One line per environment variable; .env.example documents each (tested). */
const schema = z.object({
  CORPUS_DIR: z
    .string()
    .trim()
    .default('')
    .transform((value) => value || 'corpus'),
  DATA_DIR: z
    .string()
    .trim()
    .default('')
    .transform((value) => value || '.data'),
  BELLEROPHON_LANGUAGE: z
    .enum(['fr', 'en', ''])
    .transform((value) => value || undefined)
    .optional(),

  EMBEDDING_MODEL: optionalText,
  EMBEDDING_MODELS_DIR: optionalText,
  EMBEDDING_QUERY_PREFIX: z.string().optional(),
  EMBEDDING_PASSAGE_PREFIX: z.string().optional(),
  EMBEDDING_POOLING: z
    .enum(['mean', 'cls', ''])
    .transform((value) => value || undefined)
    .optional(),
  EMBEDDING_DIMENSIONS: optionalInteger(1),
  HF_ENDPOINT: optionalText,
  HF_TOKEN: optionalText,

  CHAT_MODEL: optionalText,
  CHAT_BASE_URL: optionalText,
  ANSWER_TIMEOUT: integer(30_000, 100),
  CHAT_CONCURRENCY: integer(2, 1),
  CHAT_DAILY_TOKENS: optionalInteger(1),
  CHAT_PRICE_INPUT: optionalPrice,
  CHAT_PRICE_OUTPUT: optionalPrice,
  CHAT_REWRITE_FOLLOW_UPS: flag,

  DISCORD_TOKEN: optionalText,
  DISCORD_API: optionalText,
  DISCORD_GUILD_ID: optionalText,
  HEALTH_PORT: optionalInteger(0),
  QUESTION_RETENTION_DAYS: integer(30, 0),
  LOG_LEVEL: z
    .enum(['trace', 'debug', 'info', 'warn', 'error', 'silent', ''])
    .transform((value) => value || ('info' as const))
    .default('info'),
  LOG_QUESTIONS: flag,
});

export type Config = z.output<typeof schema>;

/** Names of all variables, in the order of .env.example. */
export const configKeys: readonly string[] = Object.keys(schema.shape);

/**
 * Reads the settings once, at the start of a process; nothing else reads the environment.
 * @throws UsageError naming the variable, what it must be and what it is (secrets are not repeated).
 */
export function readConfig(environment: Record<string, string | undefined>): Config {
  const result = schema.safeParse(environment);
  if (result.success) return result.data;
  const lines = result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  throw new UsageError(`The settings are not usable. ${lines.join('; ')}. See .env.example.`);
}
