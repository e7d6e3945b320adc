import { type FakeUsage, type Protocol, type ReceivedRequest, sse } from './fake-provider.ts';

const usageOf = ({ input, output }: FakeUsage) => ({
  prompt_tokens: input,
  completion_tokens: output,
  total_tokens: input + output,
});

const chunk = (request: ReceivedRequest, delta: object, finish: string | null, usage?: object) => ({
  id: 'cmpl-1',
  object: 'chat.completion.chunk',
  created: 1_700_000_000,
  model: request.body.model,
  choices: [{ index: 0, delta, finish_reason: finish }],
  ...(usage ? { usage } : {}),
});

/** https://docs.mistral.ai/api – close to OpenAI's, but usage comes with the last chunk and errors are flat. */
export const mistralProtocol: Protocol = {
  path: '/v1/chat/completions',
  contentType: 'text/event-stream',
  refuse({ path, headers, body }) {
    if (path.split('#')[0] !== this.path) return { status: 404, message: 'no Route matched with those values' };
    if (!/^Bearer .+/.test(String(headers.authorization ?? ''))) return { status: 401, message: 'Unauthorized' };
    if (!Array.isArray(body.messages)) return { status: 422, message: 'messages: Field required' };
    const format = body.response_format as { type?: string } | undefined;
    if (format && !['text', 'json_object', 'json_schema'].includes(format.type ?? '')) {
      return { status: 422, message: 'response_format: unknown type' };
    }
    return null;
  },
  isStreaming: (body) => body.stream === true,
  open: (request) => sse(chunk(request, { role: 'assistant', content: '' }, null)),
  piece: (text, request) => sse(chunk(request, { content: text }, null)),
  close: (usage, request) => sse(chunk(request, { content: '' }, 'stop', usageOf(usage))) + sse('[DONE]'),
  whole: (text, usage, request) =>
    JSON.stringify({
      id: 'cmpl-1',
      object: 'chat.completion',
      created: 1_700_000_000,
      model: request.body.model,
      choices: [
        {
          index: 0,
          message: { role: 'assistant', content: text, tool_calls: null, prefix: false },
          finish_reason: 'stop',
        },
      ],
      usage: usageOf(usage),
    }),
  error: (status, message, quota) =>
    JSON.stringify({
      object: 'error',
      message: quota ? 'You exceeded your current quota, please check your plan and billing details.' : message,
      type: status === 404 ? 'invalid_model' : 'invalid_request_error',
      param: null,
      code: String(status),
    }),
};
