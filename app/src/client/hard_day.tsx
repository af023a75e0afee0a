import type { Schemas } from "@omringd/client";
import { useState } from "preact/hooks";
import { Page } from "../core/frame.tsx";
import { asDate } from "../core/language.ts";
import { ownChanges } from "../core/live.ts";
import { ProblemNotice } from "../core/problem.tsx";
import type { Params } from "../core/router.ts";
import { current, omringd, ownClientId } from "../core/service.ts";
import { Button } from "../ui/button.tsx";
import { Icon } from "../ui/icon.tsx";
import { useDeviceFirst } from "./device_first.ts";
import { callable } from "./helpers.ts";
import { texts } from "./texts.ts";

/** Everyone who can be called, for every need: one request, so that the next tap needs none. */
interface HardDayData {
  needs: Schemas["HelpersFound"][];
  organisation: Schemas["OwnOrganisation"] | null;
}

async function readHardDay(): Promise<HardDayData> {
  const answer = await omringd.helpers.find(ownClientId());
  return { needs: "items" in answer ? answer.items : [answer], organisation: current()?.organisation ?? null };
}

/** Whom can I call? From the device first, and never a spinner. */
export default function HardDay({ params }: { params: Params }) {
  const { shown, stale, problem } = useDeviceFirst("hard-day", readHardDay, ownChanges());
  const need = shown?.value.needs.find(({ supportType }) => supportType === params.supportType);
  const words = texts().hardDay;
  return (
    <Page
      title={need ? need.label : words.title}
      narrow
      back={
        need ? { path: "/client/hard-day", text: words.another } : { path: "/client/home", text: texts().menu.home }
      }
    >
      {problem && <ProblemNotice problem={problem} />}
      {stale && <p class="notice">{shown ? words.from(asDate(shown.at)) : words.nothing}</p>}
      {shown && (need ? <People need={need} /> : <Needs needs={shown.value.needs} />)}
      <Always organisation={shown?.value.organisation} />
    </Page>
  );
}

function Needs({ needs }: { needs: Schemas["HelpersFound"][] }) {
  return (
    <>
      <p class="lead">{texts().hardDay.what}</p>
      <ul class="cards">
        {needs.map(({ supportType, label }) => (
          <li key={supportType}>
            <a class="card-button need" href={`#/client/hard-day/${encodeURIComponent(supportType)}`}>
              <strong>{label}</strong>
              <Icon name="next" />
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}

function People({ need }: { need: Schemas["HelpersFound"] }) {
  const [open, setOpen] = useState(false);
  const { first, more } = callable(need);
  const words = texts().hardDay;
  return (
    <>
      {first.length === 0 && (
        <p class="lead">
          {words.nobody} {more.length === 0 && words.nobodyHint}
        </p>
      )}
      <ul class="cards">
        {first.map((helper) => (
          <Person key={helper.personId} helper={helper} />
        ))}
      </ul>
      {more.length > 0 &&
        (open ? (
          <ul class="cards">
            {more.map((helper) => (
              <Person key={helper.personId} helper={helper} />
            ))}
          </ul>
        ) : (
          <Button icon="down" onClick={() => setOpen(true)}>
            {words.more}
          </Button>
        ))}
    </>
  );
}

/** One reason only: the first, which counts most. */
function Person({ helper: { alias, call, phone, reasons } }: { helper: Schemas["Helper"] }) {
  const words = texts().hardDay;
  return (
    <li class="panel person">
      <h2>{alias}</h2>
      <p>{reasons[0]?.sentence}</p>
      {call ? (
        <a class="button button-primary call" href={call}>
          <Icon name="phone" />
          {words.call(alias)}
        </a>
      ) : (
        <p class="hint">{phone ?? words.noNumber}</p>
      )}
    </li>
  );
}

/** Who is there for everyone, at any time. */
function Always({ organisation }: { organisation: Schemas["OwnOrganisation"] | null | undefined }) {
  const words = texts().hardDay;
  return (
    <section class="always">
      <h2>{words.always}</h2>
      <ul class="rows">
        {organisation && (
          <Line
            name={organisation.name}
            hint={words.organisationHint}
            call={organisation.call}
            number={organisation.name}
          />
        )}
        <Line name={words.luister} hint={words.luisterHint} call="tel:113" number="113" />
        <Line name={words.doctor} hint={words.doctorHint} />
        <Line name={words.emergency} hint={words.emergencyHint} call="tel:112" number="112" />
      </ul>
    </section>
  );
}

interface LineProps {
  name: string;
  hint: string;
  call?: string | null;
  number?: string;
}

function Line({ name, hint, call, number }: LineProps) {
  return (
    <li>
      <span>
        <strong>{name}</strong>
        <span class="hint">{hint}</span>
      </span>
      {call && number && (
        <a class="button" href={call}>
          <Icon name="phone" />
          {texts().hardDay.callNumber(number)}
        </a>
      )}
    </li>
  );
}
