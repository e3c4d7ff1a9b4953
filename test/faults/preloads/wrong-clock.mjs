/** Sets the process's clock wrong: by `CLOCK_BY` milliseconds, and by as much the other way every other second. */
const { now } = Date;
const by = Number(process.env.CLOCK_BY ?? 0);
const wrong = () => now() + (Math.floor(now() / 1000) % 2 === 0 ? by : -by);

globalThis.Date = class extends Date {
  constructor(...args) {
    super(...(args.length === 0 ? [wrong()] : args));
  }

  static now() {
    return wrong();
  }
};
