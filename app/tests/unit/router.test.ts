import "./browser.ts";
import { expect, test } from "vitest";
import { find, match } from "../../src/core/router.ts";
import { areaAt, areasFor } from "../../src/core/area.ts";

const route = (path: string) => ({ path, load: () => Promise.reject(new Error("not loaded")) });

test("parameters come from the address", () => {
  expect(match("/coach/clients/:clientId", "/coach/clients/1")).toEqual({ clientId: "1" });
  expect(match("/client/hard-day/:supportType", "/client/hard-day/a%2Fb")).toEqual({ supportType: "a/b" });
  expect(match("/client/home", "/client/home")).toEqual({});
});

test("other addresses do not match", () => {
  for (const address of ["/coach/clients", "/coach/clients/", "/coach/clients/1/maps", "/admin/clients/1", "/"]) {
    expect(match("/coach/clients/:clientId", address)).toBeUndefined();
  }
});

test("the first route that matches is shown", () => {
  const routes = [route("/client/card"), route("/client/:other")];
  expect(find(routes, "/client/card")?.route).toBe(routes[0]);
  expect(find(routes, "/client/x")).toEqual({ route: routes[1], params: { other: "x" } });
  expect(find(routes, "/x")).toBeUndefined();
});

test("an address opens the area of its first part, if the user has that role", () => {
  const areas = areasFor(["admin", "coach"]);
  expect(areas).toEqual(["coach", "admin"]);
  expect(areaAt("/admin/members", areas)).toBe("admin");
  expect(areaAt("/client/home", areas)).toBe("coach");
  expect(areaAt("/settings", areas)).toBe("coach");
  expect(areaAt("/", [])).toBeUndefined();
});
