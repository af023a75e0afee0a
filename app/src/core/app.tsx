// Which screen is shown: by the address, and by the state of the log-in.
import type { ComponentType } from "preact";
import { useEffect, useState } from "preact/hooks";
import { shell } from "../locales/shell.ts";
import { type AreaName, areaAt, areaOf, areasFor } from "./area.ts";
import { isIncomplete, reportMissing } from "./missing_files.ts";
import { Frame, Page } from "./frame.tsx";
import { entrance, find, path, replace, type Params, type Route } from "./router.ts";
import { recall } from "./preferences.ts";
import { session, startSession, unreachable } from "./service.ts";
import { ProblemNotice } from "./problem.tsx";
import { OmringdProblem } from "@omringd/client";

/** Screens of links in mails, with their secret after the `#`; and the way back from an identity provider. */
const entrances: readonly Route[] = [
  { path: "/invitation", load: () => import("../account/invitation.tsx") },
  { path: "/password-reset", load: () => import("../account/password_reset.tsx") },
  { path: "/email-change", load: () => import("../account/email_change.tsx") },
  { path: "/provider-log-in/:providerId", load: () => import("../account/provider_return.tsx") },
];
const door = {
  logIn: { path: "/", load: () => import("../account/log_in.tsx") },
  forgotten: { path: "/forgotten-password", load: () => import("../account/forgotten_password.tsx") },
  secondFactor: { path: "/", load: () => import("../account/second_factor.tsx") },
  organisation: { path: "/", load: () => import("../account/choose_organisation.tsx") },
} satisfies Record<string, Route>;
/** The five steps of a map, for the client and the coach. */
const map: Route = { path: "/maps/:mapId/:step", load: () => import("../map/map_screen.tsx") };
const begin: Route = { path: "/begin/:clientId", load: () => import("../map/begin.tsx") };
const settings: Route = { path: "/settings", load: () => import("../account/settings.tsx") };

export function App() {
  if (isIncomplete.value) return <Unreachable retry={() => location.reload()} />;
  const entered = find(entrances, entrance.value);
  if (entered) return <Outside {...entered} />;
  switch (session.value.is) {
    case "in":
      return <Inside areas={areasFor(session.value.current.organisation?.roles ?? [])} />;
    case "starting":
      return <Starting />;
    case "second-factor":
      return <Outside route={door.secondFactor} />;
    case "choosing":
      return <Outside route={door.organisation} />;
    default:
      return <Outside route={path.value === door.forgotten.path ? door.forgotten : door.logIn} />;
  }
}

function Outside({ route, params = {} }: { route: Route; params?: Params }) {
  return (
    <Frame>
      <Screen route={route} params={params} />
    </Frame>
  );
}

/** Until the service has answered: what is on this device, if the user logged in on a device of their own. */
function Starting() {
  if (recall("device")) return <Inside areas={["client"]} />;
  if (unreachable.value) return <Unreachable retry={() => void startSession()} />;
  return (
    <Frame>
      <p class="waiting">{shell().waiting}</p>
    </Frame>
  );
}

function Unreachable({ retry }: { retry: () => void }) {
  return (
    <Frame>
      <Page title={shell().app} narrow>
        <ProblemNotice problem={new OmringdProblem("unreachable")} retry={retry} />
      </Page>
    </Frame>
  );
}

function Inside({ areas }: { areas: readonly AreaName[] }) {
  const name = areaAt(path.value, areas);
  const area = name && areaOf(name);
  const home = area?.links[0]?.path ?? "/settings";
  const isHome = path.value === "/" || path.value === `/${name}`;
  const ready = !name || area !== undefined;
  useEffect(() => {
    if (ready && isHome && path.value !== home) replace(home);
  }, [ready, isHome, home]);

  if (!ready) return <Frame areas={areas}>{<p class="waiting">{shell().waiting}</p>}</Frame>;
  const found = find([...(area?.routes ?? []), map, begin, settings], isHome ? home : path.value);
  return (
    <Frame area={area} areas={areas}>
      {found ? <Screen key={path.value} route={found.route} params={found.params} /> : <NotFound />}
    </Frame>
  );
}

function NotFound() {
  return (
    <Page title={shell().notFound.title} narrow>
      <p>{shell().notFound.text}</p>
      <a href="#/">{shell().notFound.home}</a>
    </Page>
  );
}

type ScreenComponent = ComponentType<{ params: Params }>;
const screens = new Map<Route, ScreenComponent>();

/** Loads the module of a screen once. */
function Screen({ route, params }: { route: Route; params: Params }) {
  const [, setLoaded] = useState<ScreenComponent>();
  const Found = screens.get(route);
  useEffect(() => {
    let shown = true;
    const load = async () => {
      if (!screens.has(route)) screens.set(route, (await route.load()).default);
      if (shown) setLoaded(() => screens.get(route));
    };
    load().catch(reportMissing);
    return () => {
      shown = false;
    };
  }, [route]);
  return Found ? <Found params={params} /> : <p class="waiting">{shell().waiting}</p>;
}
