import { type Protocol, type ReceivedRequest, sse } from './fake-provider.ts';

/** The forced tool, when the request forces one: the way Claude gives structured output. */
function forcedTool({ body }: ReceivedRequest): string | null {
  const choice = body.tool_choice as { type?: string; name?: string } | undefined;
  return choice?.type === 'tool' ? (choice.name ?? null) : null;
}

const types: Readonly<Record<number, string>> = {
  400: 'invalid_request_error',
  401: 'authentication_error',
  403: 'permission_error',
  404: 'not_found_error',
  429: 'rate_limit_error',
  500: 'api_error',
  529: 'overloaded_error',
};

/** https://docs.claude.com/en/api/messages-streaming */
export const anthropicProtocol: Protocol = {
  path: '/v1/messages',
  contentType: 'text/event-stream',
  refuse({ path, headers, body }) {
    if (path !== this.path) return { status: 404, message: 'Not found' };
    if (!headers['x-api-key']) return { status: 401, message: 'x-api-key header is required' };
    if (!headers['anthropic-version']) return { status: 400, message: 'anthropic-version: header is required' };
    if (typeof body.max_tokens !== 'number') return { status: 400, message: 'max_tokens: Field required' };
    return null;
  },
  isStreaming: (body) => body.stream === true,
  open(request) {
    const tool = forcedTool(request);
    const message = {
      id: 'msg_1',
      type: 'message',
      role: 'assistant',
      model: request.body.model,
      content: [],
      stop_reason: null,
      stop_sequence: null,
      usage: { input_tokens: 321, output_tokens: 1 },
    };
    const block = tool ? { type: 'tool_use', id: 'toolu_1', name: tool, input: {} } : { type: 'text', text: '' };
    return (
      sse({ type: 'message_start', message }, 'message_start') +
      sse({ type: 'content_block_start', index: 0, content_block: block }, 'content_block_start') +
      sse({ type: 'ping' }, 'ping')
    );
  },
  piece(text, request) {
    const delta = forcedTool(request) ? { type: 'input_json_delta', partial_json: text } : { type: 'text_delta', text };
    return sse({ type: 'content_block_delta', index: 0, delta }, 'content_block_delta');
  },
  close({ output }, request) {
    const reason = forcedTool(request) ? 'tool_use' : 'end_turn';
    return (
      sse({ type: 'content_block_stop', index: 0 }, 'content_block_stop') +
      sse(
        {
          type: 'message_delta',
          delta: { stop_reason: reason, stop_sequence: null },
          usage: { output_tokens: output },
        },
        'message_delta',
      ) +
      sse({ type: 'message_stop' }, 'message_stop')
    );
  },
  whole(text, { input, output }, request) {
    const tool = forcedTool(request);
    const content = tool
      ? [{ type: 'tool_use', id: 'toolu_1', name: tool, input: JSON.parse(text) as unknown }]
      : [{ type: 'text', text }];
    return JSON.stringify({
      id: 'msg_1',
      type: 'message',
      role: 'assistant',
      model: request.body.model,
      content,
      stop_reason: tool ? 'tool_use' : 'end_turn',
      stop_sequence: null,
      usage: { input_tokens: input, output_tokens: output },
    });
  },
  error: (status, message, quota) =>
    JSON.stringify({
      type: 'error',
      error: {
        type: types[status] ?? 'api_error',
        message: quota ? 'Your credit balance is too low to access the Anthropic API.' : message,
      },
    }),
};
