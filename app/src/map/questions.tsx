import type { Schemas } from "@omringd/client";
import { omringd } from "../core/service.ts";
import { useSavedMap } from "./saved_map.ts";
import { texts } from "./texts.ts";

/** What the map gives to talk about: gaps and other observations, each as a question of the service. */
export function Questions() {
  const words = texts().card;
  const insights = useSavedMap<Schemas["Insights"]>((mapId) => omringd.insights.open(mapId));
  if (!insights) return null;
  return (
    <section>
      <h2>{words.questions}</h2>
      {insights.observations.length === 0 && <p class="hint">{words.noQuestions}</p>}
      <ul class="questions">
        {insights.observations.map(({ rule, question }) => (
          <li key={rule + question}>{question}</li>
        ))}
      </ul>
    </section>
  );
}
