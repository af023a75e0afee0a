import type { Schemas } from "@omringd/client";
import type { Values } from "../core/form.tsx";
import { fieldId, useFieldError } from "../core/form.tsx";
import type { Words } from "../core/words.ts";
import { Checkbox } from "../ui/field.tsx";

const staffRoles = ["coach", "admin"] as const;

interface RoleBoxesProps {
  label: string;
  /** The member of the body: `roles`. */
  member: string;
  chosen: readonly Schemas["MemberRole"][];
  vocabulary: Words;
}

/** A box for each role that an administrator gives. */
export function RoleBoxes({ label, member, chosen, vocabulary }: RoleBoxesProps) {
  const error = useFieldError(`/${member}`);
  return (
    <fieldset class="boxes" id={fieldId(`/${member}`)} tabIndex={-1}>
      <legend>{label}</legend>
      {staffRoles.map((role) => (
        <Checkbox
          key={role}
          name={`${member}-${role}`}
          label={vocabulary.of("roles", role)}
          checked={chosen.includes(role)}
        />
      ))}
      {error && <p class="field-error">{error}</p>}
    </fieldset>
  );
}

export const rolesIn = (values: Values, member: string) => staffRoles.filter((role) => values[`${member}-${role}`]);
