/** Source files as the convention checks see them: a path, a text and its syntax tree. */
import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { parseSync } from 'vite';

export interface SourceFile {
  /** From the repository's root, with forward slashes. */
  path: string;
  text: string;
}

/** A broken rule, as one sentence that starts with the file's path. */
export type Complaint = string;

export interface Node {
  type: string;
  [member: string]: unknown;
}

export interface Import {
  /** As written. */
  specifier: string;
  /** From the repository's root for a relative specifier, else as written. */
  target: string;
  isTypeOnly: boolean;
  isReExport: boolean;
}

/** Every file under the folders, builds and dependencies left out. */
export function readSources(...folders: string[]): SourceFile[] {
  return folders.flatMap((folder) =>
    readdirSync(folder, { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile())
      .map((entry) => `${entry.parentPath}/${entry.name}`.replaceAll('\\', '/'))
      .sort()
      .map((path) => ({ path, text: /\.(png|gif)$/.test(path) ? '' : readFileSync(path, 'utf8') })),
  );
}

export const isCode = ({ path }: SourceFile) => /\.tsx?$/.test(path);

const trees = new WeakMap<SourceFile, Node[]>();

/** Every node of the file's syntax tree, parents before children. @throws SyntaxError naming the file. */
export function nodesOf(file: SourceFile): Node[] {
  const known = trees.get(file);
  if (known) return known;
  const { program, errors } = parseSync(file.path, file.text);
  if (errors.length > 0) throw new SyntaxError(`${file.path}: ${errors[0]?.message}`);
  const nodes: Node[] = [];
  collect(program, nodes);
  trees.set(file, nodes);
  return nodes;
}

function collect(value: unknown, nodes: Node[]): void {
  if (Array.isArray(value)) for (const item of value) collect(item, nodes);
  else if (isNode(value)) {
    nodes.push(value);
    for (const member of Object.values(value)) if (typeof member === 'object') collect(member, nodes);
  }
}

export function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}

/** The text of a string literal or of a template without holes. */
export function literalOf(node: unknown): string | null {
  if (!isNode(node)) return null;
  if (node.type === 'Literal' && typeof node.value === 'string') return node.value;
  if (node.type === 'TemplateLiteral' && Array.isArray(node.quasis) && node.quasis.length === 1)
    return headOf(node);
  return null;
}

/** The text of a template before its first hole. */
export function headOf(template: Node): string | null {
  const head: unknown = Array.isArray(template.quasis) ? template.quasis[0] : null;
  const value = isNode(head) ? head.value : null;
  return typeof value === 'object' && value !== null && 'cooked' in value ? String(value.cooked) : null;
}

/** Static, dynamic and type imports, re-exports and the patterns of `import.meta.glob`. */
export function importsOf(file: SourceFile): Import[] {
  return nodesOf(file).flatMap((node) => {
    const specifier = literalOf(importedBy(node));
    if (specifier === null) return [];
    const target = specifier.startsWith('.') ? posix.join(posix.dirname(file.path), specifier) : specifier;
    return [
      { specifier, target, isTypeOnly: isTypeImport(node), isReExport: node.type.startsWith('Export') },
    ];
  });
}

function importedBy(node: Node): unknown {
  const imports = [
    'ImportDeclaration',
    'ImportExpression',
    'ExportAllDeclaration',
    'ExportNamedDeclaration',
    'TSImportType',
  ];
  if (imports.includes(node.type)) return node.source;
  const callee = node.type === 'CallExpression' && isNode(node.callee) ? node.callee : null;
  const isGlob =
    callee?.type === 'MemberExpression' && isNode(callee.property) && callee.property.name === 'glob';
  return isGlob && Array.isArray(node.arguments) ? node.arguments[0] : null;
}

function isTypeImport(node: Node): boolean {
  if (node.type === 'TSImportType' || node.importKind === 'type' || node.exportKind === 'type') return true;
  const names: unknown = node.specifiers;
  return (
    Array.isArray(names) &&
    names.length > 0 &&
    names.every((name: Node) => (name.importKind ?? name.exportKind) === 'type')
  );
}
