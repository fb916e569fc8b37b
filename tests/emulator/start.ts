/** `npm start`: opens the emulator with the built app in it. */
import { spawn } from 'node:child_process';
import { parseArgs } from 'node:util';
import { slugOf } from './control/tour.ts';
import { accountNames, csatGenerations, plans } from './control.ts';
import { StartProblem } from './server/startProblem.ts';
import { createEmulator, type EmulatorOptions } from './server.ts';
import { accounts } from './world/accounts.ts';
import { storyTickets } from './world/storyTickets.ts';

const kinds = Object.entries(accounts)
  .map(([name, { says }]) => `${' '.repeat(31)}${name}: ${says}`)
  .join('\n');

const help = `npm start [-- options]

  --port P                     workspace on port P, app frames on P+1 (4567)
  --app DIR                    a packaged Zendesk app to load; may be repeated (dist)
  --scale N                    N feedbacks beside the story's own, up to 1000000 (0)
  --answered P                 of 100 of those, how many are answered (100)
  --account NAME               what the account is like before the app's set-up (customizable):
${kinds}
  --plan PLAN                  ${plans[0]} … ${plans.at(-1)} (suite_professional)
  --csat survey|legacy|none    which surveys the customers were sent (survey)
  --storage granted|blocked    whether the browser lets app frames store anything (granted)
  --record FILE                append every API exchange to FILE, one JSON object per line
  --no-open                    do not open a browser
  --help                       this text
`;

/** A mistake in how the command was called. */
class UsageProblem extends Error {}

function parse(): EmulatorOptions & { isOpening: boolean; isHelp: boolean } {
  const { values } = parsedArgs();
  const { storage } = values;
  if (storage !== 'granted' && storage !== 'blocked')
    throw new UsageProblem('--storage takes granted or blocked.');
  return {
    port: number('--port', values.port, 65_534),
    appDir: values.app,
    scale: number('--scale', values.scale, 1_000_000),
    answered: number('--answered', values.answered, 100),
    account: oneOf('--account', values.account, accountNames),
    plan: oneOf('--plan', values.plan, plans),
    csat: oneOf('--csat', values.csat, csatGenerations),
    storage,
    recordFile: values.record,
    isOpening: !values['no-open'] && hasDisplay(),
    isHelp: values.help,
  };
}

function parsedArgs() {
  try {
    return parseArgs({
      strict: true,
      options: {
        port: { type: 'string', default: '4567' },
        app: { type: 'string', multiple: true, default: ['dist'] },
        scale: { type: 'string', default: '0' },
        answered: { type: 'string', default: '100' },
        account: { type: 'string' },
        plan: { type: 'string' },
        csat: { type: 'string' },
        storage: { type: 'string', default: 'granted' },
        record: { type: 'string' },
        'no-open': { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    });
  } catch (problem) {
    const [sentence = ''] = (problem as Error).message.split('. ');
    throw new UsageProblem(`${sentence.replace(/\.$/, '')}. See --help.`);
  }
}

function number(name: string, text: string, to: number): number {
  const value = Number(text);
  if (/^\d+$/.test(text) && value <= to) return value;
  throw new UsageProblem(`${name} takes a whole number from 0 to ${to}.`);
}

function oneOf<T extends string>(
  name: string,
  given: string | undefined,
  known: readonly T[],
): T | undefined {
  const found = known.find((one) => one === given);
  if (found === given) return found;
  throw new UsageProblem(`${name} takes one of ${known.join(', ')}.`);
}

const hasDisplay = () =>
  !process.env.CI &&
  (process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY));

function open(url: string): void {
  const [command, ...before] =
    process.platform === 'darwin'
      ? ['open']
      : process.platform === 'win32'
        ? ['cmd', '/c', 'start', '']
        : ['xdg-open'];
  spawn(command ?? 'xdg-open', [...before, url], { stdio: 'ignore', detached: true })
    .on('error', () => {})
    .unref();
}

async function main(): Promise<void> {
  const { isOpening, isHelp, ...chosen } = parse();
  if (isHelp) {
    process.stdout.write(help);
    return;
  }
  const emulator = await createEmulator(chosen);
  const customer = emulator.world().tickets.get(storyTickets.fresh)?.requester_id;
  const page = await appPage(emulator.url);
  process.stdout.write(`
  Emulated workspace   ${emulator.url}

  the customer answers ${emulator.url}/mailbox/${customer}
  the agent sees it    ${emulator.url}/agent/tickets/${storyTickets.fresh}?persona=agent
  the lead takes it    ${emulator.url}${page}?persona=lead

  Ctrl+C ends it.
`);
  const stop = () => void emulator.close().then(() => process.exit(0));
  process.once('SIGINT', stop).once('SIGTERM', stop);
  if (isOpening) open(emulator.url);
}

async function appPage(url: string): Promise<string> {
  const state = (await (await fetch(`${url}/__emulator/state`)).json()) as { apps: { name: string }[] };
  return state.apps[0] ? `/agent/apps/${slugOf(state.apps[0].name)}` : '/agent/dashboard';
}

main().catch((problem: unknown) => {
  const isOurs = problem instanceof StartProblem || problem instanceof UsageProblem;
  process.stderr.write(`${isOurs ? problem.message : String(problem)}\n`);
  process.exit(problem instanceof UsageProblem ? 2 : 1);
});
