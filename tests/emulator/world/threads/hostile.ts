/** Text that tries to be more than text: markup, scripts, endless words, invisible and reversing characters. */
import { pending, rates, replies, says, solved, type Thread } from '../storyPlayer.ts';
import { storyTickets } from '../storyTickets.ts';

const override = '\u202e';
const zeroWidth = '\u200b\u200d\ufeff';
const longWord = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft'.repeat(6);

export const hostileThreads: Thread[] = [
  {
    id: storyTickets.hostile,
    subject: '<script>document.title="owned"</script> Refund & "quotes" \'n <b>bold</b>',
    customer: 'script',
    channel: 'web',
    group: 'billing',
    intent: 'refund',
    order: '=HYPERLINK("https://evil.example","click")',
    text: '<img src=x onerror="alert(document.cookie)">\n<a href="javascript:alert(1)">my invoice</a>\n</script><svg/onload=alert(2)>\n{{ticket.comments}} #{7*7} %00 ../../etc/passwd\nMy refund is missing.',
    steps: [
      replies(
        'mia',
        '3h',
        'Hello, I can see your message, just not the way you wrote it. Your refund left our bank yesterday.',
        pending,
      ),
      says('1d', '"><iframe src="javascript:alert(3)"></iframe> ok thanks'),
      replies('mia', '@11-16T14:20', 'You are welcome.', solved),
      rates('1h', {
        csat: 2,
        ces: 3,
        reason: 'Something else',
        comment: '<b onmouseover=alert(4)>slow</b> <script>alert(5)</script> =1+1 @SUM(A1)',
      }),
    ],
  },
  {
    id: storyTickets.longWord,
    subject: longWord,
    customer: 'longName',
    channel: 'email',
    group: 'technical',
    text: `Mein Passwort ist zu lang für Ihr Feld: ${longWord}\n\nhttps://portal.example/${'a'.repeat(400)}`,
    steps: [
      replies(
        'lena',
        '@11-16T08:20',
        `Guten Tag, das Feld nimmt 128 Zeichen. ${'sehr '.repeat(200)}ungewöhnlich.`,
        solved,
      ),
      rates('3h', { csat: 3, ces: 3, comment: longWord + longWord }),
    ],
  },
  {
    id: storyTickets.emoji,
    subject: '🚨🚨🚨 hub 🔥?? 👩‍👩‍👧‍👦 🏳️‍🌈 e̷̢͝r̸̨̛r̴̢͝o̷r̶',
    customer: 'emoji',
    channel: 'native_messaging',
    group: 'technical',
    product: 'Home Hub',
    text: '🔌❌😡 → 🙏? 👩🏽‍🔧',
    steps: [
      replies('grace', '5m', 'Hello 🌻! Unplug it, wait for ten seconds, plug it in again. 🔌', pending),
      says('4m', '🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉'),
      replies('grace', '@11-16T09:05', '🎉', solved),
      rates('50m', { csat: 5, ces: 5, comment: '👍🏿'.repeat(60) }),
    ],
  },
  {
    id: storyTickets.bidi,
    subject: `Invoice ${override}fdp.exe${zeroWidth} attached`,
    customer: 'bidi',
    channel: 'email',
    group: 'billing',
    intent: 'invoice',
    text: `Please open invoice_${override}fdp.exe\n${zeroWidth}\u0000\u0007Total: ${override}00.1 EUR\nنص عربي mixed with English and עברית in one line (123)`,
    steps: [
      replies(
        'samir',
        '@11-16T16:30',
        'Hello Robin, we cannot open attachments of that kind. The open amount is 1.00 EUR.',
        solved,
      ),
      rates('90m', { csat: 2, ces: 4, comment: `bad ${override}doog` }),
    ],
  },
];
