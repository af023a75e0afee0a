// What is around every screen: skip link, header with the main menu, heading, footer with help; before the log-in also
// language and colours, which are settings after it.
import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { shell } from "../locales/shell.ts";
import { Icon } from "../ui/icon.tsx";
import { Announcer } from "./announcer.tsx";
import { type Area, type AreaName } from "./area.ts";
import { Confirmation } from "./confirm.tsx";
import { chooseLanguage, language, languages } from "./language.ts";
import { path, replace } from "./router.ts";
import { current, omringd, session } from "./service.ts";
import { chooseTheme, theme, themes } from "./theme.ts";

interface FrameProps {
  area?: Area | undefined;
  areas?: readonly AreaName[];
  children: ComponentChildren;
}

export function Frame({ area, areas = [], children }: FrameProps) {
  const main = useRef<HTMLElement>(null);
  return (
    <>
      <button type="button" class="skip" onClick={() => main.current?.querySelector<HTMLElement>("h1")?.focus()}>
        {shell().skip}
      </button>
      <header class="header">
        <a class="brand" href="#/">
          <img src="/icon.svg" alt="" width="36" height="36" />
          {shell().app}
        </a>
        {area && <Menu area={area} />}
        {current() && <Account areas={areas} />}
      </header>
      <main ref={main}>{children}</main>
      <Footer />
      <Announcer />
      <Confirmation />
    </>
  );
}

function Menu({ area }: { area: Area }) {
  return (
    <nav class="menu" aria-label={shell().menu}>
      {area.links.map((link) => (
        <a key={link.path} href={`#${link.path}`} aria-current={path.value === link.path ? "page" : undefined}>
          <Icon name={link.icon} />
          <span>{link.text()}</span>
        </a>
      ))}
    </nav>
  );
}

function Account({ areas }: { areas: readonly AreaName[] }) {
  const logOut = () => {
    replace("/");
    // The session here has ended in any case; without a connection the service ends it when it expires.
    void omringd.session.logOut().catch(() => {});
  };
  return (
    <div class="account">
      {areas.length > 1 &&
        areas.map((name) => (
          <a key={name} href={`#/${name}`}>
            {shell().areas[name]}
          </a>
        ))}
      <a href="#/settings" aria-current={path.value === "/settings" ? "page" : undefined}>
        <Icon name="settings" />
        <span>{shell().settings}</span>
      </a>
      <button type="button" onClick={logOut}>
        <Icon name="out" />
        <span>{shell().logOut}</span>
      </button>
    </div>
  );
}

function Footer() {
  const organisation = current()?.organisation?.name;
  return (
    <footer class="footer">
      {organisation && <p>{shell().help(organisation)}</p>}
      {session.value.is !== "in" && (
        <div class="switches">
          <LanguageSwitch />
          <ThemeSwitch />
        </div>
      )}
    </footer>
  );
}

export function LanguageSwitch() {
  return (
    <div class="switch" role="group" aria-label={shell().language}>
      {languages.map((value) => (
        <button
          type="button"
          key={value}
          lang={value}
          aria-pressed={language.value === value}
          onClick={() => chooseLanguage(value)}
        >
          {shell().languages[value]}
        </button>
      ))}
    </div>
  );
}

export function ThemeSwitch() {
  return (
    <div class="switch" role="group" aria-label={shell().theme}>
      {themes.map((value) => (
        <button type="button" key={value} aria-pressed={theme.value === value} onClick={() => chooseTheme(value)}>
          {shell().themes[value]}
        </button>
      ))}
    </div>
  );
}

interface PageProps {
  title: string;
  /** Narrow pages hold forms and text. */
  narrow?: boolean;
  /** Where the link above the heading goes. */
  back?: { path: string; text: string };
  children: ComponentChildren;
}

/** A screen with its heading, which gets the focus when the screen opens. */
export function Page({ title, narrow, back, children }: PageProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
    scrollTo(0, 0);
  }, []);
  useEffect(() => {
    document.title = `${title} – ${shell().app}`;
  }, [title]);
  return (
    <div class={narrow ? "page page-narrow" : "page"}>
      {back && (
        <a class="back" href={`#${back.path}`}>
          <Icon name="back" />
          {back.text}
        </a>
      )}
      <h1 tabIndex={-1} ref={heading}>
        {title}
      </h1>
      {children}
    </div>
  );
}
