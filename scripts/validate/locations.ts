/** `location` of the manifest: known places, pages that exist, and the icons Zendesk looks up by name. */
import { type Check, error, type Finding, isObject, type PackageFiles } from './files.ts';

const supportLocations = [
  'ticket_sidebar',
  'new_ticket_sidebar',
  'ticket_editor',
  'user_sidebar',
  'organization_sidebar',
  'nav_bar',
  'top_bar',
  'system_top_bar',
  'background',
  'modal',
];

const locationsWithIcon = ['nav_bar', 'top_bar', 'ticket_editor', 'system_top_bar'];

export const checkLocations: Check = (pack, manifest) => {
  if (!isObject(manifest.location))
    return [error('manifest.json: "location" is required and must be an object.')];
  const { support, ...others } = manifest.location;
  const findings = Object.keys(others).map((product) =>
    error(`manifest.json: "location.${product}" is not a product of this app.`),
  );
  if (!isObject(support)) return [...findings, error('manifest.json: "location.support" must be an object.')];
  return [
    ...findings,
    ...Object.entries(support).flatMap(([name, options]) => checkLocation(pack, name, options)),
  ];
};

function checkLocation(pack: PackageFiles, name: string, options: unknown): Finding[] {
  const at = `manifest.json: location "${name}"`;
  if (!supportLocations.includes(name)) return [error(`${at} is not one that Zendesk Support has.`)];
  const location = typeof options === 'string' ? { url: options } : options;
  if (!isObject(location)) return [error(`${at} must be an address or an object.`)];
  const findings = ['flexible', 'autoLoad', 'autoHide', 'signed']
    .filter((key) => location[key] !== undefined && typeof location[key] !== 'boolean')
    .map((key) => error(`${at}: "${key}" must be true or false.`));
  if (location.objectTypes !== undefined) findings.push(error(`${at} must not have "objectTypes".`));
  return [...findings, ...checkPage(pack, at, location), ...checkIcon(pack, name)];
}

function checkPage(pack: PackageFiles, at: string, { url, autoLoad }: Record<string, unknown>): Finding[] {
  if (url === undefined && autoLoad === false) return [];
  if (typeof url !== 'string' || url.trim() === '') return [error(`${at} needs a "url".`)];
  if (url.startsWith('https://')) return [];
  const path = url.replace(/[?#].*$/, '');
  if (!path.startsWith('assets/'))
    return [error(`${at}: "${url}" must be a file under assets/ or an https address.`)];
  return pack.files.has(path) ? [] : [error(`${at}: its page ${path} is not in the package.`)];
}

function checkIcon(pack: PackageFiles, name: string): Finding[] {
  if (!locationsWithIcon.includes(name)) return [];
  const states = ['inactive', 'active', 'hover'].map((state) => `assets/icon_${name}_${state}.png`);
  const hasIcon = pack.files.has(`assets/icon_${name}.svg`) || states.every((path) => pack.files.has(path));
  return hasIcon ? [] : [error(`assets/icon_${name}.svg is missing, and "${name}" shows it.`)];
}
