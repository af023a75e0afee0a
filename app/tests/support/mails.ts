import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

/** The link of a kind in a mail to an address, about something. Waits for the mail: it is sent in the background. */
export async function linkFor(
  directory: string,
  address: string,
  page: "invitation" | "password-reset",
  about = "",
): Promise<string> {
  for (let attempt = 0; attempt < 100; attempt++) {
    for (const name of await readdir(directory, { recursive: true })) {
      if (!name.endsWith(".eml")) continue;
      const mail = (await readFile(join(directory, name), "utf8")).replaceAll("=\r\n", "").replaceAll("=3D", "=");
      const link = new RegExp(`http://\\S+/${page}#[\\w-]+`).exec(mail)?.[0];
      if (link && mail.includes(`To: ${address}`) && mail.includes(about)) return link;
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`No ${page} was mailed to ${address}`);
}
