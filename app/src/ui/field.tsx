import { fieldId, useFieldError } from "../core/form.tsx";

interface FieldProps {
  label: string;
  /** The name of the value, and of the member of the body. */
  name: string;
  /** The place in the body where the service reports errors; by default the member `name`. */
  pointer?: string;
  hint?: string | undefined;
  type?: "text" | "email" | "password" | "date" | "tel";
  autocomplete?: string;
  inputMode?: "numeric" | "text";
  defaultValue?: string;
}

/** A text field with its label above it, and the error of the service beneath. */
export function Field({ label, name, pointer = `/${name}`, hint, type = "text", ...input }: FieldProps) {
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
      <input
        {...input}
        type={type as "text"}
        id={id}
        name={name}
        aria-invalid={error !== undefined}
        aria-describedby={described || undefined}
      />
      {error && (
        <p class="field-error" id={`${id}-error`}>
          {error}
        </p>
      )}
    </div>
  );
}

/** A box to tick, with words beside it. Its value is `on` when ticked. */
export function Checkbox({
  label,
  name,
  hint,
  checked,
}: {
  label: string;
  name: string;
  hint?: string;
  checked?: boolean;
}) {
  return (
    <label class="checkbox">
      <input type="checkbox" name={name} defaultChecked={checked} />
      <span>
        {label}
        {hint && <span class="hint">{hint}</span>}
      </span>
    </label>
  );
}
