import type { ComponentChildren } from "preact";
import { Icon, type IconName } from "./icon.tsx";

interface ButtonProps {
  children: ComponentChildren;
  kind?: "primary" | "plain" | "danger" | "quiet";
  type?: "button" | "submit";
  icon?: IconName;
  /** Whether the action is running: the button stays in place, and can be focused. */
  busy?: boolean;
  onClick?: () => void;
}

export function Button({ children, kind = "plain", type = "button", icon, busy, onClick }: ButtonProps) {
  return (
    <button type={type} class={`button button-${kind}`} aria-disabled={busy} onClick={busy ? undefined : onClick}>
      {icon && <Icon name={icon} />}
      {children}
    </button>
  );
}

export function LinkButton({
  children,
  href,
  kind = "plain",
  icon,
}: Omit<ButtonProps, "onClick" | "type"> & { href: string }) {
  return (
    <a class={`button button-${kind}`} href={href}>
      {icon && <Icon name={icon} />}
      {children}
    </a>
  );
}
