/** `parameters` of the manifest (the installation's settings). */
import { type Check, error, type Finding, isObject, warning } from './files.ts';

const types = ['text', 'checkbox', 'url', 'number', 'multiline', 'hidden', 'oauth'];
const scopes = [
  'header',
  'body',
  'url',
  'jwt_secret_key',
  'jwt_claim',
  'basic_auth_username',
  'basic_auth_password',
];

export const checkParameters: Check = (_pack, { parameters = [], oauth }) => {
  if (!Array.isArray(parameters)) return [error('manifest.json: "parameters" must be a list.')];
  const list: unknown[] = parameters;
  const named = list.filter(isObject);
  const names = named.map(({ name }) => name);
  const twins = names.filter((name, index) => names.indexOf(name) !== index);
  const oauthCount = named.filter(({ type }) => type === 'oauth').length;
  return [
    ...list.flatMap(checkParameter),
    ...twins.map((name) => error(`manifest.json: parameter "${name}" is listed twice.`)),
    ...(oauthCount > 1 ? [error('manifest.json: only one parameter may be of type "oauth".')] : []),
    ...(oauth !== undefined && oauthCount === 0
      ? [error('manifest.json: "oauth" needs a parameter of type "oauth".')]
      : []),
  ];
};

function checkParameter(parameter: unknown): Finding[] {
  if (!isObject(parameter)) return [error('manifest.json: every parameter must be an object.')];
  const { name, type = 'text', required, secure } = parameter;
  if (typeof name !== 'string' || name === '') return [error('manifest.json: a parameter has no name.')];
  const at = `manifest.json: parameter "${name}"`;
  const findings: Finding[] = [];
  if (name === 'name') findings.push(error(`${at} may not be called "name".`));
  if (!types.includes(String(type)))
    findings.push(error(`${at}: type "${type}" is not one of ${types.join(', ')}.`));
  for (const key of ['required', 'secure']) {
    const value = parameter[key];
    if (value !== undefined && typeof value !== 'boolean')
      findings.push(error(`${at}: "${key}" must be true or false.`));
  }
  if (type === 'hidden' && required === true)
    findings.push(error(`${at} is hidden and so cannot be required.`));
  if (type === 'oauth' && secure === true)
    findings.push(error(`${at} is of type "oauth" and so cannot be secure.`));
  return [...findings, ...checkScopes(at, parameter), ...checkSecrecy(at, parameter)];
}

function checkScopes(at: string, { scopes: given, secure }: Record<string, unknown>): Finding[] {
  if (given === undefined) return secure === true ? [warning(`${at} is secure and has no scopes.`)] : [];
  if (secure !== true) return [error(`${at} has scopes and so must be secure.`)];
  const isList =
    Array.isArray(given) && given.length > 0 && given.every((scope) => scopes.includes(String(scope)));
  return isList ? [] : [error(`${at}: "scopes" must list some of ${scopes.join(', ')}.`)];
}

function checkSecrecy(at: string, parameter: Record<string, unknown>): Finding[] {
  const { name, type = 'text', secure } = parameter;
  const findings: Finding[] = [];
  if (type === 'text' && secure !== true && /token|key|pwd|password/i.test(String(name))) {
    findings.push(warning(`${at} sounds like a secret and is not secure.`));
  }
  if ('default' in parameter && (secure === true || type === 'hidden')) {
    findings.push(warning(`${at} has a default although it is ${secure === true ? 'secure' : 'hidden'}.`));
  }
  return findings;
}
