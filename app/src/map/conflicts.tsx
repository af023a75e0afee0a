// What another user changed too: both values, and who and when. The choice is the user's.
import type { Conflict } from "@omringd/client/sync";
import { announce } from "../core/announcer.tsx";
import { asMoment } from "../core/language.ts";
import { conflictWords } from "./conflict_words.ts";
import { useEditing } from "./editing.ts";
import { texts } from "./texts.ts";

export function Conflicts() {
  const { conflicts } = useEditing().snapshot;
  const words = texts().conflicts;
  if (conflicts.length === 0) return null;
  return (
    <section class="notice conflicts" role="status">
      <h2>{words.title}</h2>
      <p>{words.text}</p>
      <ul>
        {conflicts.map((conflict) => (
          <ConflictChoice key={conflict.member} conflict={conflict} />
        ))}
      </ul>
    </section>
  );
}

function ConflictChoice({ conflict }: { conflict: Conflict }) {
  const { session, snapshot, map, words: vocabulary } = useEditing();
  const words = texts().conflicts;
  const { subject, member, mine, theirs } = conflictWords(conflict, map, vocabulary);
  const by = words.by(conflict.who?.name ?? words.someone, asMoment(new Date(snapshot.readAt).toISOString()));
  const choose = (take: "mine" | "theirs") => {
    session.resolve(conflict, take);
    announce(words.taken(take === "mine" ? mine : theirs));
  };
  return (
    <li>
      <h3>{`${subject} – ${member}`}</h3>
      <div class="conflict-values">
        <button type="button" class="card-button" onClick={() => choose("mine")}>
          <span>
            <strong>{mine}</strong>
            <span class="hint">{words.mine}</span>
          </span>
        </button>
        <button type="button" class="card-button" onClick={() => choose("theirs")}>
          <span>
            <strong>{theirs}</strong>
            <span class="hint">{by}</span>
          </span>
        </button>
      </div>
    </li>
  );
}
