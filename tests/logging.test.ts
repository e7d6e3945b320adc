import { expect, it } from 'vitest';
import { createLogger } from '../src/logging.ts';

function logged(
  level: 'info' | 'warn',
  write: (logger: ReturnType<typeof createLogger>) => void,
): Record<string, unknown>[] {
  const lines: string[] = [];
  write(createLogger(level, { write: (line) => void lines.push(line) }));
  return lines.map((line) => JSON.parse(line) as Record<string, unknown>);
}

it('writes one JSON object a line with time, level and fields, from the level on', () => {
  const lines = logged('warn', (logger) => {
    logger.info({ a: 1 }, 'not shown');
    logger.warn({ reference: 'AB' }, 'shown');
  });
  expect(lines).toMatchObject([
    { level: 'warn', reference: 'AB', msg: 'shown', time: expect.stringMatching(/^\d{4}-/) },
  ]);
});

it('keeps from errors what helps, and neither tokens nor what people have written', () => {
  const cause = new Error(
    '404 at https://discord.com/api/v10/webhooks/123456/aW50ZXJhY3Rpb246token/messages/@original',
  );
  const error = Object.assign(
    new Error('token MTA5NDU2Nzg5MDEyMzQ1Njc4.GabcDe.abcdefghijklmnopqrstuvwxyz0123456789', { cause }),
    {
      code: 50035,
      status: 400,
      url: 'https://discord.com/api/v10/webhooks/123456/aW50ZXJhY3Rpb246token',
      requestBody: { json: { content: 'what somebody asked' } },
    },
  );
  const [line] = logged('info', (logger) => logger.error({ err: error }, 'failed'));
  expect(line?.err).toMatchObject({
    name: 'Error',
    code: 50035,
    status: 400,
    cause: { message: expect.stringContaining('404') },
  });
  const text = JSON.stringify(line);
  for (const secret of ['aW50ZXJhY3Rpb246token', 'GabcDe', 'somebody asked']) expect(text).not.toContain(secret);
});
