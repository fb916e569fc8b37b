/** A mistake of whoever started the emulator, in one clear sentence. */
export class StartProblem extends Error {}
