/** The day of the month is kept where that month has it: 31 August is followed by 30 November. */
export function inMonths(count: number, from = new Date()): string {
  const day = new Date(Date.UTC(from.getFullYear(), from.getMonth() + count, 1));
  const last = new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + 1, 0)).getUTCDate();
  day.setUTCDate(Math.min(from.getDate(), last));
  return day.toISOString().slice(0, 10);
}
