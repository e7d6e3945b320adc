import type { Protocol, ReceivedRequest } from './fake-provider.ts';

const line = (request: ReceivedRequest, content: string, rest: object) =>
  `${JSON.stringify({
    model: request.body.model,
    created_at: '2026-01-01T00:00:00.000Z',
    message: { role: 'assistant', content },
    ...rest,
  })}\n`;

/** https://github.com/ollama/ollama/blob/main/docs/api.md – one JSON object a line, no key. */
export const ollamaProtocol: Protocol = {
  path: '/api/chat',
  contentType: 'application/x-ndjson',
  refuse({ path, body }) {
    if (path !== this.path) return { status: 404, message: '404 page not found' };
    if (!Array.isArray(body.messages)) return { status: 400, message: 'messages required' };
    return null;
  },
  isStreaming: (body) => body.stream !== false,
  open: () => '',
  piece: (text, request) => line(request, text, { done: false }),
  close: ({ input, output }, request) =>
    line(request, '', {
      done: true,
      done_reason: 'stop',
      total_duration: 1,
      prompt_eval_count: input,
      eval_count: output,
    }),
  whole: (text, { input, output }, request) =>
    line(request, text, {
      done: true,
      done_reason: 'stop',
      total_duration: 1,
      prompt_eval_count: input,
      eval_count: output,
    }),
  error: (status, message) => JSON.stringify({ error: status === 404 ? "model 'tiny' not found" : message }),
};
