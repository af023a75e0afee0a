/** A file, with the name that the service gave it. */
export interface Download {
  name: string;
  blob: Blob;
}

/** A picture for `<img>`. Call `release` when it is no longer shown, to free its memory. */
export interface Picture {
  src: string;
  alt: string;
  release: () => void;
}

export async function downloaded(response: Response): Promise<Download> {
  const name = /filename="(.+?)"/.exec(response.headers.get("Content-Disposition") ?? "")?.[1];
  return { name: name ?? "omringd", blob: await response.blob() };
}

/** Makes a picture of an SVG of the service. Takes the alternative text from the title and description of the SVG. */
export async function pictured(blob: Blob): Promise<Picture> {
  const svg = await blob.text();
  const words = (tag: string) => unescaped(new RegExp(`<${tag} id=.*?>(.*?)<`).exec(svg)?.[1] ?? "");
  const src = URL.createObjectURL(blob);
  return { src, alt: `${words("title")}. ${words("desc")}`, release: () => URL.revokeObjectURL(src) };
}

/** The service escapes these four, and the apostrophe as a number. */
function unescaped(xml: string): string {
  const characters: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"' };
  return xml.replace(/&(.+?);/g, (_, name: string) => characters[name] ?? "'");
}
