/** Numbers of the tickets the story names, so that tests, the tour and people can find them. */
export const storyTickets = {
  /** Solved by the agent persona, offered, waiting in the customer's mailbox. */
  fresh: 410,
  /** 5/5 naming the agent persona. */
  praise: 406,
  /** 5/5 naming another agent; closed. */
  praiseOther: 384,
  /** 2/5 after four hand-overs. */
  transfers: 395,
  /** 2/5 after six days. */
  waiting: 391,
  /** First of October's sign-in trouble; 2/5, closed. */
  loginPage: 270,
  loginAngry: 318,
  /** 5/5 in spite of the sign-in page. */
  loginThanks: 341,
  /** The sign-in trouble returns; open. */
  loginBack: 412,
  /** 1/5 for the returns policy, CES 4. */
  policy: 399,
  /** A mail scanner's clicks: 1, 5, 1 within half a minute, four tickets of one domain. */
  scanner: 388,
  scannerSecond: 396,
  scannerThird: 401,
  /** The same, and then the customer's own 5. */
  scannerThenHuman: 404,
  /** 2/5, called, 4/5. */
  reRated: 397,
  /** Rated 1 while Lena's, Grace's since; closes within the hour. */
  reassigned: 400,
  /** CSAT 5, CES 1. */
  niceTeamHardProcess: 390,
  /** Urgent, open, of an organisation tagged `vip`. */
  vip: 417,
  german: 393,
  portuguese: 398,
  japanese: 389,
  arabic: 394,
  hebrew: 403,
  /** Markup and scripts in name, subject, comments and rating comment. */
  hostile: 405,
  longWord: 407,
  emoji: 408,
  /** Reversing and zero-width characters. */
  bidi: 411,
  /** Rated 2; its assignee no longer works here. */
  agentLeft: 205,
  /** Open, and still assigned to the agent who left. */
  agentLeftOpen: 345,
  /** Rated 1, closed; `followUp` continues it. */
  closedBad: 330,
  followUp: 392,
  /** Offered, never answered, closed. */
  expired: 150,
  /** Offered, not answered yet, still open for it. */
  offered: 409,
  /** Solved less than a day ago. */
  notYetOffered: 415,
  /** New this morning. */
  unoffered: 418,
  unassigned: 419,
  merged: 372,
  mergedInto: 371,
  /** 3/5: bad to Zendesk, not below 3. */
  neutral: 387,
  /** 1/5 without a word. */
  badWithoutWords: 402,
  /** The field "Survey score" says 2; the native survey was never answered. */
  fieldScore: 379,
  /** The field "Customer effort" says 6 of 7, where low is easy. */
  fieldEffort: 382,
  /** Tagged `csat_2`, `csat_5`, `ces_6`. */
  tagBad: 378,
  tagGood: 377,
  tagEffort: 381,
  /** A third-party tool's note says 2/5, with the customer's words. */
  noteScore: 380,
  /** Native 3, field 4, tag `csat_2`, note 1/5. */
  severalSources: 383,
  /** The field said 2, and 4 a day later. */
  fieldChanged: 385,
  /** The field said 1 and was emptied. */
  fieldEmptied: 386,
  /** A messaging survey answered 2 that names only its conversation; the ticket is not rated. */
  messagingUnlinked: 366,
  /** The same, linked to its ticket three hours later. */
  messagingLinked: 340,
} as const;

/** Conversations of the messaging tickets, as their survey responses name them. */
export const storyConversations = {
  messagingUnlinked: '690b2f6ce1d5a30012c4f366',
  messagingLinked: '6900e3b9a7c24e0011d8b340',
} as const;
