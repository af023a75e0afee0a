// Prints a picture by itself: the page is hidden on paper as long as it is there.

export async function printPicture({ svg, alt }: { svg: string; alt: string }, sheet: "a4" | "wallet"): Promise<void> {
  const image = new Image();
  image.className = `paper paper-${sheet}`;
  image.alt = alt;
  image.src = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
  document.body.append(image);
  try {
    await image.decode();
    print();
  } finally {
    URL.revokeObjectURL(image.src);
    image.remove();
  }
}
