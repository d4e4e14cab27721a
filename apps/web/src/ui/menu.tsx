import type { ReactNode } from "react";
import {
  Button as AriaButton,
  Menu as AriaMenu,
  MenuItem as AriaMenuItem,
  Text as AriaText,
  MenuTrigger,
  Popover,
} from "react-aria-components";
import "./menu.css";

type Item<T extends string> = { readonly id: T; readonly label: string; readonly help?: string };

/** A button that opens a few choices: arrows go through them, Escape closes. */
export function Menu<T extends string>({
  label,
  items,
  onChoose,
  isDisabled = false,
}: {
  readonly label: ReactNode;
  readonly items: readonly Item<T>[];
  readonly onChoose: (id: T) => void;
  readonly isDisabled?: boolean;
}) {
  return (
    <MenuTrigger>
      <AriaButton className="button plain" isDisabled={isDisabled}>
        {label} <span aria-hidden="true">▾</span>
      </AriaButton>
      <Popover className="menu-sheet" placement="bottom end">
        <AriaMenu className="menu" onAction={(key) => onChoose(key as T)}>
          {items.map(({ id, label: said, help }) => (
            <AriaMenuItem key={id} id={id} className="menu-item" textValue={said}>
              <AriaText slot="label">{said}</AriaText>
              {help !== undefined && (
                <AriaText slot="description" className="soft">
                  {help}
                </AriaText>
              )}
            </AriaMenuItem>
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}
