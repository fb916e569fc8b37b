/** Who writes to the emulated account: a few people the story names, and many more. */
import { makeUser, organizationIds } from './people.ts';
import { createRandom } from './random.ts';
import { storyNow, type World } from './world.ts';

/** Above the ids of staff, far below those made by `--scale`. */
const firstId = 362_000_000_001;
const day = 86_400_000;

type OrganizationKey = keyof typeof organizationIds;
type Row = [name: string, address: string, locale?: string, organization?: OrganizationKey];

const rightToLeftOverride = '\u202e';
const zeroWidthSpace = '\u200b';

/** People the story names. */
const named = {
  ines: ['Ines Pereira', 'ines.pereira@northwind.example', 'en-US', 'northwind'],
  tom: ['Tom Bakker', 'tom.bakker@mail.example'],
  rosa: ['Rosa Silva', 'rosa.silva@post.example', 'pt-BR'],
  marta: ['Marta Lindqvist', 'marta.lindqvist@mail.example', 'sv'],
  henrik: ['Henrik Dahl', 'henrik.dahl@inbox.example', 'da'],
  priya: ['Priya Raman', 'priya.raman@mail.example'],
  george: ['George Whitfield', 'george.whitfield@post.example', 'en-GB'],
  celine: ['Céline Moreau', 'celine@atelier-moreau.example', 'fr', 'atelier'],
  bruno: ['Bruno Harbour', 'bruno@harbour-freight.example', 'en-US', 'harbour'],
  dana: ['Dana Whitlock', 'dana@harbour-freight.example', 'en-US', 'harbour'],
  emeka: ['Emeka Obi', 'emeka@harbour-freight.example', 'en-US', 'harbour'],
  sally: ['Sally Marsh', 'sally@harbour-freight.example', 'en-US', 'harbour'],
  jonas: ['Jonas Weber', 'jonas.weber@post.example', 'de'],
  luisa: ['Luísa Fernandes', 'luisa.fernandes@mail.example', 'pt-BR'],
  haruto: ['佐藤 陽翔', 'haruto.sato@mail.example', 'ja'],
  layla: ['ليلى منصور', 'layla.mansour@mail.example', 'ar'],
  noam: ['נועם ברק', 'noam.barak@mail.example', 'he'],
  script: ['<img src=x onerror=alert(1)> Eve', 'eve@mail.example'],
  longName: [
    `Maximiliane-Friederike${'-Annegret'.repeat(6)} von und zu Hohenlöwenstein-Wertheimer`,
    'maxi@post.example',
    'de',
  ],
  bidi: [`Robin ${rightToLeftOverride}gpj.elif Ng${zeroWidthSpace}uyen`, 'robin@mail.example'],
  emoji: ['🌻 Sunny 🌻', 'sunny@inbox.example'],
  adaeze: ['Adaeze Nwosu', 'adaeze.nwosu@lumenschools.example', 'en-US', 'lumen'],
  pavel: ['Pavel Kučera', 'pavel.kucera@mail.example', 'cs'],
  sofia: ['Sofía Herrera', 'sofia.herrera@mail.example', 'es'],
  kenji: ['Kenji Mori', 'kenji.mori@northwind.example', 'ja', 'northwind'],
  ruth: ['Ruth Adler', 'ruth.adler@inbox.example'],
  mateus: ['Mateus Rocha', 'mateus.rocha@post.example', 'pt-BR'],
  anna: ['Anna Kowalska', 'anna.kowalska@mail.example', 'pl'],
  oliver: ['Oliver Grant', 'oliver.grant@mail.example', 'en-GB'],
} satisfies Record<string, Row>;
export type CustomerKey = keyof typeof named;

const keys = Object.keys(named) as CustomerKey[];

/** User ids of the people the story names. */
export const customerIds = Object.fromEntries(keys.map((key, index) => [key, firstId + index])) as Record<
  CustomerKey,
  number
>;

const others = `
Aaliyah Brooks|Abebe Tadesse|Adrián Molina|Agnieszka Nowak|Aiko Yamada|Aino Virtanen|Alejandra Ruiz|Amélie Laurent|Amina Diallo|
Anders Holm|Andrei Popescu|Anjali Mehta|Antoine Girard|Arjun Nair|Astrid Berg|Ayesha Khan|Beatriz Sousa|Ben Carter|Björk Einarsdóttir|
Bogdan Ionescu|Camila Torres|Carlos Vega|Chiara Rossi|Chidi Eze|Chloe Martin|Clara Hoffmann|Daniel Osei|Daria Volkova|David Cohen|
Deniz Yılmaz|Diego Castro|Elena Petrova|Elif Kaya|Emil Sørensen|Emma Wilson|Eoin Murphy|Esra Demir|Fabio Conti|Farah Rahimi|
Fatima Zahra|Felix Braun|Fernanda Lima|Finn O’Connor|Freya Lund|Gabriel Santos|Giulia Ferrari|Hana Kim|Hannah Schmidt|Hassan Ali|
Helena Costa|Hiroshi Tanaka|Hugo Lefèvre|Ibrahim Sow|Igor Kovač|Ingrid Solberg|Isabel Ramos|Ivan Horvat|Jack Thompson|Jana Dvořák|
Jasmine Lee|Javier Ortiz|Jens Nielsen|João Almeida|Johanna Mäkinen|Julia Krüger|Kaia Hansen|Kamal Hussein|Karolina Zielińska|Katarina Novak|
Keiko Ito|Khadija Benali|Kofi Boateng|Lars Eriksson|Laura Bianchi|Leila Farsi|Leon Fuchs|Liam Walsh|Lin Wei|Linh Tran|
Lucas Oliveira|Lucía Navarro|Magnus Olsen|Maia Tamm|Malik Jones|Manon Dubois|Marco Russo|Margarida Pinto|Maria Papadopoulou|Marie Dupont|
Mehmet Öztürk|Mei Chen|Mikael Laine|Milan Jovanović|Min-jun Park|Mira Shah|Mohammed Saleh|Nadia Haddad|Naledi Dlamini|Natalia Wójcik|
Neha Gupta|Nguyễn Thị Mai|Nikos Georgiou|Nina Bauer|Noah Becker|Olga Smirnova|Omar Farouk|Oscar Lindgren|Paolo Greco|Patrícia Gomes|
Paula Jiménez|Petra Svoboda|Rahul Verma|Rania Khoury|Renata Barbosa|Sakura Kobayashi|Samuel Mwangi|Sara Johansson|Sean Doyle|Seo-yeon Choi|
Simon Keller|Siti Rahma|Sophie Bernard|Stella Marino|Sven Lange|Tara Singh|Thandiwe Nkosi|Théo Petit|Tiago Ribeiro|Tuan Pham|
Ulrike Vogel|Valentina Gallo|Vera Morozova|Viktor Nagy|Wanjiru Kamau|Wei Zhang|Yasmin Aydin|Yusuf Şahin|Zara Ahmed|Zofia Lis`
  .split('|')
  .map((name) => name.trim());

/** User ids of everybody else, in the order of the list. */
export const otherCustomerIds: number[] = others.map((_name, index) => firstId + 1000 + index);

/** Puts every customer into the world. */
export function addCustomers(world: World): void {
  const rows: [number, Row][] = keys.map((key) => [customerIds[key], named[key] as Row]);
  others.forEach((name, index) => {
    rows.push([otherCustomerIds[index] ?? 0, otherRow(name, index)]);
  });
  for (const [id, [name, email, locale = 'en-US', organization]] of rows) {
    const joined = storyNow - createRandom(id).between(95, 700) * day;
    const organization_id = organization ? organizationIds[organization] : null;
    world.users.put(
      makeUser({ id, name, email, locale, organization_id, created_at: joined, updated_at: joined }),
    );
  }
}

function otherRow(name: string, index: number): Row {
  const plain = name
    .normalize('NFD')
    .replace(/[^A-Za-z ]/g, '')
    .toLowerCase()
    .trim()
    .replace(/ +/g, '.');
  const organization: OrganizationKey | undefined =
    index % 23 === 4 ? 'northwind' : index % 19 === 7 ? 'lumen' : undefined;
  const domains = ['mail.example', 'post.example', 'inbox.example'];
  const domain =
    organization === 'northwind'
      ? 'northwind.example'
      : organization
        ? 'lumenschools.example'
        : domains[index % 3];
  return [name, `${plain}@${domain}`, 'en-US', organization];
}
