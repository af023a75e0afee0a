// Fields with choices or long text, beside the text field of `ui/`.
import type { ComponentChildren } from "preact";
import { fieldId, useFieldError } from "../core/form.tsx";

interface LabelledProps {
  label: string;
  name: string;
  pointer?: string;
  hint?: string | undefined;
}

interface Attributes {
  id: string;
  name: string;
  "aria-invalid": boolean;
  "aria-describedby": string | undefined;
}

function Labelled({
  label,
  name,
  pointer = `/${name}`,
  hint,
  children,
}: LabelledProps & { children: (attributes: Attributes) => ComponentChildren }) {
  const id = fieldId(pointer);
  const error = useFieldError(pointer);
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ");
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {children({ id, name, "aria-invalid": error !== undefined, "aria-describedby": described || undefined })}
      {error && (
        <p class="field-error" id={`${id}-error`}>
          {error}
        </p>
      )}
    </div>
  );
}

export interface Choice {
  value: string;
  text: string;
}

interface SelectProps extends LabelledProps {
  choices: readonly Choice[];
  value?: string | undefined;
  choose?: (value: string) => void;
}

export function Select({ choices, value, choose, ...labelled }: SelectProps) {
  return (
    <Labelled {...labelled}>
      {(attributes) => (
        <select {...attributes} onChange={(event) => choose?.(event.currentTarget.value)}>
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value} selected={choice.value === value}>
              {choice.text}
            </option>
          ))}
        </select>
      )}
    </Labelled>
  );
}

export function LongText({
  rows = 4,
  defaultValue,
  ...labelled
}: LabelledProps & { rows?: number; defaultValue?: string }) {
  return (
    <Labelled {...labelled}>
      {(attributes) => <textarea {...attributes} rows={rows} defaultValue={defaultValue} />}
    </Labelled>
  );
}
