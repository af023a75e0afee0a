// What a page sends to the service and gets from it, in bytes on the wire with their heads.
import type { Page } from "@playwright/test";

export interface Traffic {
  requests: string[];
  /** What came back. */
  bytes: number;
}

export async function measureTraffic(page: Page): Promise<Traffic> {
  const traffic: Traffic = { requests: [], bytes: 0 };
  const ours = new Set<string>();
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Network.enable");
  devtools.on("Network.requestWillBeSent", ({ requestId, request: { url, method } }) => {
    const { pathname } = new URL(url);
    if (!pathname.startsWith("/v1/") && !pathname.startsWith("/oauth2/")) return;
    ours.add(requestId);
    traffic.requests.push(`${method} ${pathname}`);
  });
  const add = (requestId: string, bytes: number) => {
    if (ours.has(requestId)) traffic.bytes += bytes;
  };
  const received = new Map<string, number>();
  const countPart = (requestId: string, bytes: number) => {
    received.set(requestId, (received.get(requestId) ?? 0) + bytes);
    add(requestId, bytes);
  };
  devtools.on("Network.responseReceived", ({ requestId, response }) =>
    countPart(requestId, response.encodedDataLength),
  );
  devtools.on("Network.dataReceived", ({ requestId, encodedDataLength }) => countPart(requestId, encodedDataLength));
  // The total, where the parts were not told; live events have no end.
  devtools.on("Network.loadingFinished", ({ requestId, encodedDataLength }) =>
    add(requestId, encodedDataLength - (received.get(requestId) ?? 0)),
  );
  return traffic;
}
