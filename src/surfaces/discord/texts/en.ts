/** English interface texts of the Discord bot. `{{values}}` are filled in. */
export const en = {
  'sources.title': 'Sources',
  'sources.independent_one': '{{count}} independent source',
  'sources.independent_other': '{{count}} independent sources',
  'sources.heading_one': '**{{count}} article of the file** · page {{page}} of {{pages}}',
  'sources.heading_other': '**{{count}} articles of the file** · page {{page}} of {{pages}}',
  'sources.none': 'No article has “{{filter}}” in its title or outlet.',

  'answer.asOf': 'As of {{date}}: only what had been published by then.',
  'answer.mode.generative': 'Written by a chat model; every sentence checked against its quotes.',
  'answer.draft': 'Draft by a chat model, still being checked…',
  'answer.nearest': 'Nearest article:',
  'quotes.gone': 'This article is no longer in the file.',

  'timeline.title': 'Timeline',
  'timeline.empty': 'The file gives no dated event that matches.',
  'timeline.picture': 'Timeline of {{count}} dated events; the text below says the same.',

  'who.articles_one': 'named in {{count}} article',
  'who.articles_other': 'named in {{count}} articles',
  'who.variants': 'Also spelt: {{variants}}',
  'who.first': 'First mention:',
  'who.last': 'Latest mention:',
  'who.unknown': 'The file names nobody called “{{name}}”.',
  'who.suggestions': 'Did you mean {{names}}?',

  'check.supported': 'Supported by the file',
  'check.disputed': 'Disputed: sources differ',
  'check.contradicted': 'Contradicted by the file',
  'check.attributed': 'Only said by those it is attributed to',
  'check.absent': 'Not in the file',
  'check.supporting': 'For',
  'check.opposing': 'Against',
  'check.noText': 'That message has no text to check.',

  'button.quotes': 'Quotes',
  'button.more': 'More',
  'button.publish': 'Publish',
  'button.previous': 'Previous',
  'button.next': 'Next',

  'feedback.thanks': 'Thank you.',
  'feedback.title': 'What was wrong?',
  'feedback.reason': 'What should it have said?',
  'feedback.placeholder': 'Wrong, incomplete, beside the point…',

  'publish.already': 'This answer has already been published.',
  'publish.notYours': 'Only the person who asked can publish this answer.',
  'publish.question': '> {{question}}',

  'refusal.cooldown': 'That was quick! You can ask again {{when}}.',
  'refusal.inFlight': 'I am still working on your previous question.',
  'refusal.busy': 'Too many questions are waiting right now. Please ask again in a minute.',
  'refusal.closing': 'I am restarting. Please ask again in a minute.',
  'refusal.replyWithoutMention':
    'I cannot read a reply that does not mention me. Leave the mention on (@ ON), or use /ask.',
  'refusal.asOfAhead': '{{date}} lies ahead: give a day until today.',
  'refusal.asOf': 'I cannot read “{{date}}” as a date. Write for example 2021-10-01 or 1 October 2021.',
  'refusal.outlet': 'The file has no outlet “{{outlet}}”. It has for example {{outlets}}.',

  'failure.unexpected': 'Something went wrong on my side, sorry. Reference: `{{reference}}`',
  'failure.timeout': 'This took too long, so I gave up. Please ask again. Reference: `{{reference}}`',
  'failure.cancelled': 'Cancelled.',
  'failure.restarting': 'I had to restart before the answer was ready. Please ask again.',
  'failure.expired': 'This button no longer works: the answer behind it is no longer kept. Ask again for a new one.',

  'help.intro':
    'I answer questions about the press file. Every sentence I say is quoted from an article, with its source, or I say that the file does not tell.',
  'help.example': 'For example: {{command}} *{{question}}*',
  'help.direct': 'In direct messages just write to me. In a server, mention me or reply to me.',
  'help.ask': 'ask a question; as of a date, from one outlet, or privately if you like',
  'help.timeline': 'what happened when',
  'help.who': 'who somebody is, according to the file',
  'help.sources': 'the articles of the file',
  'help.check': 'check a claim; also by right-clicking a message → Apps',
  'help.privacy': 'what I keep, and for how long',
  'help.forget-me': 'delete what I keep about you',

  'privacy.body_zero':
    'I keep no text of your questions on disk. Your Discord id is kept only as a salted hash. Answers stay 30 days so that their buttons work; what was said in a conversation is held in memory for a day at most. Nothing is shared. {{command}} deletes everything that concerns you.',
  'privacy.body_one':
    'I keep the text of your questions for {{count}} day, to improve the file; what was said in a conversation for one day. Your Discord id is kept only as a salted hash. Answers stay 30 days so that their buttons work. Nothing is shared. {{command}} deletes everything that concerns you.',
  'privacy.body_other':
    'I keep the text of your questions for {{count}} days, to improve the file; what was said in a conversation for one day. Your Discord id is kept only as a salted hash. Answers stay 30 days so that their buttons work. Nothing is shared. {{command}} deletes everything that concerns you.',
  'forget.done_zero': 'Done. I kept nothing about you.',
  'forget.done_one': 'Done. I deleted {{count}} record about you. Buttons under your earlier answers no longer work.',
  'forget.done_other':
    'Done. I deleted {{count}} records about you. Buttons under your earlier answers no longer work.',

  'welcome.body':
    'Hello! I answer questions about the press file, with quotes you can check. Try {{command}}, or mention me: *{{question}}*',
  'message.empty': 'Ask me something about the press file, for example: *{{question}}*',
};
