import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

async function mailsTo(directory: string, address: string): Promise<string[]> {
  const names = (await readdir(directory, { recursive: true })).filter((name) => name.endsWith(".eml"));
  const mails = await Promise.all(names.map((name) => readFile(join(directory, name), "utf8")));
  return mails
    .map((mail) => mail.replaceAll("=\r\n", "").replaceAll("=3D", "="))
    .filter((mail) => mail.includes(`To: ${address}`));
}

async function until<Found>(look: () => Promise<Found | undefined>, what: string): Promise<Found> {
  for (let attempt = 0; attempt < 100; attempt++) {
    const found = await look();
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${what} was not mailed`);
}

/** The digits to log in with that were mailed to an address, but for those of earlier mails. */
export function digitsFor(directory: string, address: string, but: string[] = []): Promise<string> {
  return until(async () => {
    const digits = (await mailsTo(directory, address)).map((mail) => /^\s*(\d{6})\s*$/m.exec(mail)?.[1]);
    return digits.find((found) => found && !but.includes(found));
  }, `A code for ${address}`);
}

/** The link of a kind in a mail to an address, about something. Waits for the mail: it is sent in the background. */
export async function linkFor(
  directory: string,
  address: string,
  page: "invitation" | "password-reset",
  about = "",
): Promise<string> {
  return until(async () => {
    const mails = (await mailsTo(directory, address)).filter((mail) => mail.includes(about));
    return mails.map((mail) => new RegExp(`http://\\S+/${page}#[\\w-]+`).exec(mail)?.[0]).find(Boolean);
  }, `The ${page} of ${address}`);
}
