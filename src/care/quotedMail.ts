/** What somebody wrote, without the mail they answered to below it. */

/** Lines after which mail programs repeat the older mail, in the languages and programs met most. */
const beginnings = [
  /^>/,
  /^-{2,}\s*(original message|forwarded message|ursprüngliche nachricht|message d'origine|mensaje original|mensagem original)\s*-{2,}$/i,
  /^_{10,}$/,
  /^##- .* -##$/,
  /^(on|am|le|el|em|il|op)\b.{6,200}\b(wrote|schrieb.*|a écrit|escribió|escreveu|ha scritto|schreef.*)\s*:$/i,
  /^(from|von|de|da|van)\s*:\s.*@/i,
];

const isBeginning = (line: string) => beginnings.some((pattern) => pattern.test(line.trim()));

/** The whole text where nothing else would be left. Answers between quoted lines stay, the quoted lines go. */
export function withoutQuoted(text: string): string {
  const lines = text.replace(/\r\n?/g, '\n').split('\n');
  const from = lines.findIndex((line) => isBeginning(line) && !line.trim().startsWith('>'));
  const own = (from < 0 ? lines : lines.slice(0, from)).filter((line) => !line.trim().startsWith('>'));
  const left = own
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
  return left || text.trim();
}
