import { beforeEach, describe, expect, it } from 'vitest';
import { explainRefusal, readStorage } from '../../src/actions/readStorage.ts';
import { setUp } from '../../src/actions/setUp.ts';
import { parseConfiguration } from '../../src/care/configuration.ts';
import { Failure } from '../../src/care/failure.ts';
import { lanes } from '../../src/care/feedback.ts';
import { objectPlans, ticketFieldPlans } from '../../src/care/setup/setup.ts';
import { createWorkspace, type Workspace } from '../emulator/inProcess.ts';
import { createTestApp } from '../testApp.ts';

const apps = [{ appId: 7, installationId: 70, settings: {} }];
let workspace: Workspace;
beforeEach(() => {
  workspace = createWorkspace({ apps });
});

const writes = () => workspace.exchanges().filter(({ method }) => method !== 'GET');

describe('set-up', () => {
  it('creates every object and field of the plan, hidden from Zendesk’s own lists', async () => {
    const admin = await createTestApp(workspace, 'admin');
    await setUp(admin, () => {});
    const objects = [...workspace.world.customObjects.values()];
    expect(objects.map(({ id, include_in_list_view }) => [id, include_in_list_view])).toEqual([
      ['fl_event', false],
      ['fl_feedback', false],
      ['fl_doc', false],
    ]);
    const fields = [...workspace.world.customObjectFields.values()].filter(
      (field) => !field.key.startsWith('standard::'),
    );
    expect(fields.map((field) => `${field.object_key}/${field.key}`).sort()).toEqual(
      objectPlans.flatMap((plan) => plan.fields.map((field) => `${plan.key}/${field.key}`)).sort(),
    );
    await expect(readStorage(admin)).resolves.toBe('ready');
  });

  it('finds the survey’s questions and takes the only other scale for CES', async () => {
    const configuration = await setUp(await createTestApp(workspace, 'admin'), () => {});
    expect(configuration.survey).toBe('customizable');
    expect(configuration.questions.map(({ metric, scale }) => [metric, scale])).toEqual([
      ['csat', 5],
      ['ces', 5],
    ]);
    const [installation] = workspace.world.installations.values();
    expect(parseConfiguration(installation?.settings.configuration)).toEqual(configuration);
  });

  it('finds good/bad CSAT where that is what the account has', async () => {
    workspace.world.csat = 'legacy';
    const configuration = await setUp(await createTestApp(workspace, 'admin'), () => {});
    expect([configuration.survey, configuration.questions]).toEqual(['legacy', []]);
  });

  it('pressed again writes nothing', async () => {
    const admin = await createTestApp(workspace, 'admin');
    await setUp(admin, () => {});
    const before = writes().length;
    await setUp(admin, () => {});
    expect(writes().slice(before)).toEqual([]);
  });

  it('keeps what it knew of the survey when that cannot be asked, and what an admin chose meanwhile', async () => {
    const admin = await createTestApp(workspace, 'admin');
    const first = await setUp(admin, () => {});
    const [installation] = workspace.world.installations.values();
    if (!installation) throw new Error('the app is not installed');
    const chosen = { ...first, targetHours: 8, version: 9 };
    workspace.world.installations.put({
      ...installation,
      settings: { title: 'Care', configuration: JSON.stringify(chosen) },
    });
    workspace.setFaults([{ path: '/api/v2/guide/**', kind: '404' }]);
    await expect(setUp(admin, () => {})).resolves.toEqual(chosen);
  });

  it('goes on where an interrupted one stopped', async () => {
    const admin = await createTestApp(workspace, 'admin');
    workspace.setFaults([{ method: 'POST', path: '/api/v2/custom_objects/fl_feedback/fields', kind: '403' }]);
    await expect(setUp(admin, () => {})).rejects.toMatchObject({ kind: 'forbidden' });
    workspace.setFaults([]);
    await setUp(admin, () => {});
    const keys = [...workspace.world.customObjectFields.values()].map(
      (field) => `${field.object_key}/${field.key}`,
    );
    expect(keys).toContain('fl_feedback/state');
  });

  it('adds choices a newer version knows to a field that is there, and keeps those it has', async () => {
    const admin = await createTestApp(workspace, 'admin');
    await setUp(admin, () => {});
    const status = workspace.world.customObjectFields.find(({ key }) => key === 'status');
    if (!status) throw new Error('no status field');
    const old = [...status.custom_field_options.slice(2), { id: 99, name: 'Parked', value: 'parked' }];
    workspace.world.customObjectFields.put({ ...status, custom_field_options: old });
    await setUp(admin, () => {});
    const now = workspace.world.customObjectFields.find(({ key }) => key === 'status')?.custom_field_options;
    expect(now?.map(({ value }) => value).sort()).toEqual([...lanes, 'parked'].sort());
    expect(now?.find(({ value }) => value === 'parked')).toEqual({ id: 99, name: 'Parked', value: 'parked' });
  });

  it('takes ratings of the week before for cases and older ones for history, once and for all', async () => {
    const admin = await createTestApp(workspace, 'admin');
    const since = workspace.world.now() - 7 * 24 * 3_600_000;
    expect((await setUp(admin, () => {})).casesSince).toBe(since);
    workspace.world.advance(3 * 24 * 3_600_000);
    expect((await setUp(admin, () => {})).casesSince).toBe(since);
  });

  it('tells how far it is', async () => {
    const steps: string[] = [];
    const admin = await createTestApp(workspace, 'admin');
    await setUp(admin, ({ done, total, id }) => steps.push(`${done}/${total} ${id}`));
    expect(steps).toEqual([
      '0/6 fl_event',
      '1/6 fl_feedback',
      '2/6 fl_doc',
      '3/6 ticket_field:status',
      '4/6 null',
      '5/6 null',
      '5/6 view:open',
      '5/6 view:check_first',
      '6/6 null',
    ]);
  });

  it('is refused to anyone but an admin', async () => {
    const lead = await createTestApp(workspace, 'lead');
    await expect(setUp(lead, () => {})).rejects.toMatchObject({ kind: 'forbidden' });
    expect(workspace.world.customObjects.size).toBe(0);
  });
});

const ownFields = () =>
  [...workspace.world.ticketFields.values()].filter(({ title }) => title.startsWith('Feedback '));

/** As another admin saves, at the moment the first such write goes out. */
function saveMeanwhile(app: Awaited<ReturnType<typeof createTestApp>>, url: string): () => boolean {
  const { client } = app.zendesk;
  const { request } = client;
  let isSaved = false;
  client.request = async (options) => {
    if (!isSaved && options.type === 'POST' && String(options.url).includes(url)) {
      isSaved = true;
      const installation = workspace.world.installations.get(70);
      if (!installation) throw new Error('the app is not installed');
      const configuration = JSON.stringify({ ...parseConfiguration({}), targetHours: 8, version: 5 });
      workspace.world.installations.put({
        ...installation,
        settings: { ...installation.settings, configuration },
      });
    }
    return request(options);
  };
  return () => isSaved;
}

describe('what another admin saves while set-up is at work', () => {
  it('stays, and set-up’s own findings are laid over it', async () => {
    const admin = await createTestApp(workspace, 'admin');
    const isSaved = saveMeanwhile(admin, 'ticket_fields');
    const configuration = await setUp(admin, () => {});
    expect(isSaved()).toBe(true);
    expect(configuration).toMatchObject({ targetHours: 8, version: 6, survey: 'customizable' });
    expect(configuration.mirror.status).not.toBeNull();
    const setting = workspace.world.installations.get(70)?.settings.configuration;
    expect(parseConfiguration(setting)).toEqual(configuration);
  });
});

describe('the ticket fields', () => {
  it('are the app’s own, though the account has one of the same name', async () => {
    const made = await workspace.fetchAs('admin')('/api/v2/ticket_fields.json', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ticket_field: { type: 'decimal', title: 'Feedback score' } }),
    });
    const foreign = String((await made.json()).ticket_field.id);
    const { mirror } = await setUp(await createTestApp(workspace, 'admin'), () => {});
    expect(mirror.score).not.toBeNull();
    expect(mirror.score).not.toBe(foreign);
  });

  it('are made with choices nobody else can have, not for customers, and their ids are kept', async () => {
    const { mirror } = await setUp(await createTestApp(workspace, 'admin'), () => {});
    expect(ownFields().map(({ type, title, required }) => [type, title, required])).toEqual([
      ['tagger', 'Feedback status', false],
      ['tagger', 'Feedback bucket', false],
      ['date', 'Feedback due', false],
      ['decimal', 'Feedback score', false],
    ]);
    expect(ownFields().map(({ id }) => String(id))).toEqual([
      mirror.status,
      mirror.bucket,
      mirror.due,
      mirror.score,
    ]);
    const sent = workspace
      .exchanges()
      .filter(({ method, url }) => method === 'POST' && url === '/api/v2/ticket_fields');
    expect(sent).toHaveLength(4);
    for (const { requestBody } of sent)
      expect(requestBody).toMatchObject({
        ticket_field: { visible_in_portal: false, editable_in_portal: false },
      });
    const [status, bucket] = ownFields().map(({ custom_field_options: options }) => options);
    expect([...(status ?? []), ...(bucket ?? [])].map(({ value }) => value)).toEqual(
      ticketFieldPlans.flatMap(({ options = [] }) => options.map(({ value }) => value)),
    );
  });

  it('are found again whatever they are called now, and by their names where the setting was lost', async () => {
    const admin = await createTestApp(workspace, 'admin');
    const { mirror } = await setUp(admin, () => {});
    for (const field of ownFields())
      workspace.world.ticketFields.put({ ...field, title: `Our ${field.title}` });
    expect((await setUp(admin, () => {})).mirror).toEqual(mirror);
    for (const field of [...workspace.world.ticketFields.values()].filter(({ title }) =>
      /^Our F/.test(title),
    ))
      workspace.world.ticketFields.put({ ...field, title: field.title.slice(4) });
    const [installation] = workspace.world.installations.values();
    if (!installation) throw new Error('the app is not installed');
    workspace.world.installations.put({ ...installation, settings: {} });
    expect((await setUp(admin, () => {})).mirror).toEqual(mirror);
    expect(ownFields()).toHaveLength(4);
  });

  it('are made once though an answer was lost', async () => {
    const admin = await createTestApp(workspace, 'admin');
    const { client } = admin.zendesk;
    const request = client.request;
    let lost = 0;
    client.request = async (options) => {
      const answer = await request(options);
      if (options.type !== 'POST' || !/ticket_fields$/.test(options.url) || lost >= 4) return answer;
      lost += 1;
      throw { status: 503, responseText: '' };
    };
    const { mirror } = await setUp(admin, () => {});
    expect(lost).toBe(4);
    expect(ownFields().map(({ id }) => String(id))).toEqual([
      mirror.status,
      mirror.bucket,
      mirror.due,
      mirror.score,
    ]);
  });

  it('get the choices a newer version knows, one by one', async () => {
    const admin = await createTestApp(workspace, 'admin');
    await setUp(admin, () => {});
    const [status] = ownFields();
    if (!status) throw new Error('no status field');
    const own = { id: 1, name: 'Ours', value: 'ours', position: 9 };
    const options = [...status.custom_field_options.slice(1), own];
    workspace.world.ticketFields.put({ ...status, custom_field_options: options });
    await setUp(admin, () => {});
    const values = ownFields()[0]?.custom_field_options.map(({ value }) => value);
    expect(values).toEqual(expect.arrayContaining(['fl_status_new', 'ours']));
  });

  it.each(['403', '422'] as const)(
    'that are refused with %s are told, and the rest is set up',
    async (kind) => {
      workspace.setFaults([{ method: 'POST', path: '/api/v2/ticket_fields', kind }]);
      const refused: unknown[] = [];
      const admin = await createTestApp(workspace, 'admin');
      const configuration = await setUp(admin, () => {}, { onRefused: (told) => refused.push(...told) });
      const why = kind === '403' ? 'forbidden' : 'invalid';
      expect(refused).toEqual(['status', 'bucket', 'due', 'score'].map((field) => ({ field, why })));
      expect(configuration.mirror).toMatchObject({ status: null, bucket: null, due: null, score: null });
      await expect(readStorage(admin)).resolves.toBe('ready');
    },
  );

  it('stay off where somebody switched them off', async () => {
    const admin = await createTestApp(workspace, 'admin');
    await setUp(admin, () => {});
    for (const field of ownFields()) workspace.world.ticketFields.put({ ...field, active: false });
    const refused: unknown[] = [];
    const { mirror } = await setUp(admin, () => {}, { onRefused: (told) => refused.push(...told) });
    expect(mirror).toMatchObject({ status: null, score: null });
    expect(refused).toContainEqual({ field: 'status', why: 'off' });
    expect(ownFields()).toHaveLength(4);
  });

  it('are not made while the mirror is off', async () => {
    const [installation] = workspace.world.installations.values();
    if (!installation) throw new Error('the app is not installed');
    const settings = { configuration: JSON.stringify({ mirror: { isOn: false } }) };
    workspace.world.installations.put({ ...installation, settings });
    await setUp(await createTestApp(workspace, 'admin'), () => {});
    expect(ownFields()).toEqual([]);
  });
});

const missing = new Failure('notFound');
const refused = new Failure('forbidden');

describe('why nothing can be recorded', () => {
  it('is that nobody has set the app up', async () => {
    await expect(explainRefusal(await createTestApp(workspace, 'agent'), missing)).resolves.toBe(
      'not_set_up',
    );
  });

  it.each([403, 404] as const)('is the plan, whether Zendesk says %i', async (status) => {
    workspace.world.plan = 'support_professional';
    workspace.world.unknowns.noCustomObjectsStatus = status;
    await expect(explainRefusal(await createTestApp(workspace, 'agent'), refused)).resolves.toBe('no_plan');
  });

  it('is the role where the objects are there and closed to it', async () => {
    await setUp(await createTestApp(workspace, 'admin'), () => {});
    await expect(explainRefusal(await createTestApp(workspace, 'agent'), refused)).resolves.toBe('no_grant');
  });

  it('stays unknown while Zendesk does not answer', async () => {
    workspace.setFaults([{ path: '/api/v2/custom_objects', kind: '500' }]);
    await expect(explainRefusal(await createTestApp(workspace, 'agent'), refused)).rejects.toMatchObject({
      kind: 'unavailable',
    });
  });
});
