/** An app that does nothing by itself: stories drive it and read what it heard. */
const client = window.ZAFClient.init();
const heard = [];
const usual = [
  'app.activated',
  'app.deactivated',
  'app.expanded',
  'app.collapsed',
  'app.willDestroy',
  'app.route.changed',
  'pane.activated',
  'pane.deactivated',
  'context.updated',
  'instance.created',
  'colorScheme.changed',
  'ticket.saved',
  'ticket.updated',
  'ticket.submit.start',
  'ticket.submit.done',
  'ticket.submit.fail',
  'ticket.submit.always',
  'api_notification.rung',
  '*.changed',
];

/** With a guid, hears what another instance of the app is told. */
function listen(event, guid) {
  const target = guid ? client.instance(guid) : client;
  target.on(event, (data) => {
    heard.push({ event, of: guid ?? null, data });
  });
}

/** `allow`, `silence`, or the words to refuse with. */
function answerSaves(answer) {
  client.on('ticket.save', () => {
    heard.push({ event: 'ticket.save', of: null });
    if (answer === 'allow') return true;
    return answer === 'silence' ? new Promise(() => {}) : Promise.reject(answer);
  });
}

function setOnSave(path, value) {
  client.on('ticket.save', () => client.set(path, value));
}

/** Settles either way: failures of `request` are plain objects. */
function request(options) {
  return client.request(options).then(
    (done) => ({ done }),
    (failed) => ({ failed }),
  );
}

window.drive = {
  context: () => client.context(),
  get: async (path) => (await client.get(path))[path],
  getAll: (paths) => client.get(paths),
  set: (...args) => client.set(...args),
  invoke: (...args) => client.invoke(...args),
  invokeOn: (guid, ...args) => client.instance(guid).invoke(...args),
  trigger: (guid, event, data) => client.instance(guid).trigger(event, data),
  listen,
  answerSaves,
  setOnSave,
  request,
  events: () => heard.map(({ event }) => event),
  heard: (name) => heard.filter(({ event }) => event === name).map(({ data }) => data),
  wire: () => window.wire,
};
for (const event of usual) listen(event);
client.on('app.registered', ({ context, metadata }) => {
  heard.push({ event: 'app.registered', of: null, data: { context, metadata } });
  document.getElementById('place').textContent = `${context.location} ${context.ticketId ?? ''}`;
  document.documentElement.dataset.ready = 'true';
});
