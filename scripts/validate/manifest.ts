/** The manifest's own members, as Zendesk's validator reads them; parameters and locations have their own files. */
import { type Check, error, type Finding, isObject, type PackageFiles } from './files.ts';

export const localePattern = /^[a-z]{2,3}(-\w{2,3})?$/;

const stringKeys = [
  'name',
  'version',
  'frameworkVersion',
  'defaultLocale',
  'gaID',
  'remoteInstallationURL',
  'termsConditionsURL',
];
const booleanKeys = ['private', 'singleInstall', 'signedUrls', 'requirementsOnly', 'marketingOnly'];

export const checkManifest: Check = (pack, manifest) => [
  ...checkTypes(manifest),
  ...checkAuthor(manifest.author),
  ...checkDefaultLocale(pack, manifest.defaultLocale),
  ...checkVersion(manifest),
  ...checkBans(manifest),
];

function checkTypes(manifest: Record<string, unknown>): Finding[] {
  const present = (key: string) => manifest[key] !== undefined;
  return [
    ...stringKeys
      .filter((key) => present(key) && typeof manifest[key] !== 'string')
      .map((key) => error(`manifest.json: "${key}" must be a string.`)),
    ...booleanKeys
      .filter((key) => present(key) && typeof manifest[key] !== 'boolean')
      .map((key) => error(`manifest.json: "${key}" must be true or false.`)),
    ...checkDomains(manifest.domainWhitelist),
    ...checkUrl('termsConditionsURL', manifest.termsConditionsURL),
  ];
}

function checkDomains(domains: unknown): Finding[] {
  if (domains === undefined) return [];
  const isList = Array.isArray(domains) && domains.every((domain) => typeof domain === 'string');
  return isList ? [] : [error('manifest.json: "domainWhitelist" must be a list of strings.')];
}

function checkUrl(key: string, url: unknown): Finding[] {
  if (typeof url !== 'string' || /^https?:\/\/\S+$/.test(url)) return [];
  return [error(`manifest.json: "${key}" must be an http or https address.`)];
}

function checkAuthor(author: unknown): Finding[] {
  if (!isObject(author))
    return [error('manifest.json: "author" is required, with a name, an email and a url.')];
  const missing = ['name', 'email', 'url'].filter(
    (key) => typeof author[key] !== 'string' || author[key] === '',
  );
  return [
    ...missing.map((key) => error(`manifest.json: "author.${key}" must be a string.`)),
    ...checkUrl('author.url', author.url),
  ];
}

function checkDefaultLocale(pack: PackageFiles, locale: unknown): Finding[] {
  if (typeof locale !== 'string') return [error('manifest.json: "defaultLocale" is required.')];
  if (!localePattern.test(locale))
    return [error(`manifest.json: "${locale}" is not a locale such as en or en-GB.`)];
  const path = `translations/${locale}.json`;
  return pack.files.has(path) ? [] : [error(`manifest.json: the default locale's file ${path} is missing.`)];
}

function checkVersion({ version, frameworkVersion }: Record<string, unknown>): Finding[] {
  const findings: Finding[] = [];
  if (frameworkVersion !== '2.0') findings.push(error('manifest.json: "frameworkVersion" must be "2.0".'));
  if (typeof version !== 'string' || !/^\d+\.\d+\.\d+$/.test(version)) {
    findings.push(error('manifest.json: "version" must have the form 1.2.3.'));
  }
  return findings;
}

function checkBans(manifest: Record<string, unknown>): Finding[] {
  const findings: Finding[] = [];
  if ('noTemplate' in manifest)
    findings.push(error('manifest.json: "noTemplate" is not allowed in framework 2.0.'));
  for (const key of ['requirementsOnly', 'marketingOnly']) {
    if (manifest[key] === true)
      findings.push(error(`manifest.json: "${key}" cannot be used by an app with screens.`));
  }
  return findings;
}
