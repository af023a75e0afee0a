interface Chip<Value> {
  value: Value;
  text: string;
  count?: number;
}

interface ChipsProps<Value> {
  /** What is chosen, for screen readers. */
  label: string;
  chips: readonly Chip<Value>[];
  chosen: Value | undefined;
  choose: (value: Value) => void;
}

/** A row of choices of which one is pressed. */
export function Chips<Value extends string>({ label, chips, chosen, choose }: ChipsProps<Value>) {
  return (
    <div class="chips" role="group" aria-label={label}>
      {chips.map(({ value, text, count }) => (
        <button type="button" class="chip" key={value} aria-pressed={value === chosen} onClick={() => choose(value)}>
          {text}
          {count !== undefined && <span class="chip-count">{count}</span>}
        </button>
      ))}
    </div>
  );
}
