import { type FakeUsage, type Protocol, type ReceivedRequest, sse } from './fake-provider.ts';

const chunk = (request: ReceivedRequest, delta: object, finish: string | null = null) => ({
  id: 'chatcmpl-1',
  object: 'chat.completion.chunk',
  created: 1_700_000_000,
  model: request.body.model,
  system_fingerprint: 'fp_1',
  choices: [{ index: 0, delta, logprobs: null, finish_reason: finish }],
});

const usageOf = ({ input, output }: FakeUsage) => ({
  prompt_tokens: input,
  completion_tokens: output,
  total_tokens: input + output,
});

/** https://platform.openai.com/docs/api-reference/chat – what OpenAI and every compatible server speaks. */
export const openaiProtocol: Protocol = {
  path: '/v1/chat/completions',
  contentType: 'text/event-stream',
  refuse({ path, headers, body }) {
    if (path !== this.path) return { status: 404, message: `Unknown request URL: POST ${path}.` };
    if (!/^Bearer .+/.test(String(headers.authorization ?? ''))) {
      return { status: 401, message: 'You did not provide an API key.' };
    }
    if (!Array.isArray(body.messages) || typeof body.model !== 'string') {
      return { status: 400, message: 'model and messages are required' };
    }
    return null;
  },
  isStreaming: (body) => body.stream === true,
  open: (request) => sse(chunk(request, { role: 'assistant', content: '', refusal: null })),
  piece: (text, request) => sse(chunk(request, { content: text })),
  close(usage, request) {
    const options = request.body.stream_options as { include_usage?: boolean } | undefined;
    const counted = options?.include_usage ? sse({ ...chunk(request, {}), choices: [], usage: usageOf(usage) }) : '';
    return `${sse(chunk(request, {}, 'stop'))}${counted}${sse('[DONE]')}`;
  },
  whole: (text, usage, request) =>
    JSON.stringify({
      id: 'chatcmpl-1',
      object: 'chat.completion',
      created: 1_700_000_000,
      model: request.body.model,
      choices: [{ index: 0, message: { role: 'assistant', content: text, refusal: null }, finish_reason: 'stop' }],
      usage: usageOf(usage),
    }),
  error(status, message, quota) {
    const code = quota ? 'insufficient_quota' : ({ 401: 'invalid_api_key', 404: 'model_not_found' }[status] ?? null);
    const type = quota ? 'insufficient_quota' : status >= 500 ? 'server_error' : 'invalid_request_error';
    return JSON.stringify({ error: { message, type, param: null, code } });
  },
};
