// Line icons on a grid of 24. Decoration only: there are always words beside them.

const shapes = {
  home: "M4 11.5 12 4l8 7.5M6.5 9.5V20h11V9.5",
  phone: "M7 4h3l1.5 4.5L9.5 10a12 12 0 0 0 4.5 4.5l1.5-2L20 14v3a3 3 0 0 1-3 3A13 13 0 0 1 4 7a3 3 0 0 1 3-3Z",
  card: "M4 5h16v14H4ZM12 12m-3.5 0a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0-7 0",
  eye: "M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12ZM12 12m-2.5 0a2.5 2.5 0 1 0 5 0a2.5 2.5 0 1 0-5 0",
  folder: "M3.5 6.5h6l2 2.5h9v10h-17Z",
  settings:
    "M4 7.5h7M17 7.5h3M14 7.5m-3 0a3 3 0 1 0 6 0a3 3 0 1 0-6 0M4 16.5h3M13 16.5h7M10 16.5m-3 0a3 3 0 1 0 6 0a3 3 0 1 0-6 0",
  people:
    "M9 10.5m-3 0a3 3 0 1 0 6 0a3 3 0 1 0-6 0M3.5 19a5.5 5.5 0 0 1 11 0M16 7.7a3 3 0 0 1 0 5.6M17 15.2a5.5 5.5 0 0 1 3.5 3.8",
  back: "M14.5 5.5 8 12l6.5 6.5",
  next: "M9.5 5.5 16 12l-6.5 6.5",
  down: "M5.5 9.5 12 16l6.5-6.5",
  close: "M6 6l12 12M18 6 6 18",
  print: "M7 9V4h10v5M7 17H4V9h16v8h-3M7 14h10v6H7Z",
  download: "M12 4v11M7 10.5l5 5 5-5M5 20h14",
  key: "M8 15m-4 0a4 4 0 1 0 8 0a4 4 0 1 0-8 0M11 12l8-8M16 7l3 3",
  out: "M14 4H5v16h9M10 12h10M16.5 8l4 4-4 4",
  undo: "M9 6 4.5 10.5 9 15M5 10.5h9a5 5 0 0 1 0 10h-2",
  plus: "M12 5v14M5 12h14",
  calendar: "M4.5 6h15v14h-15ZM4.5 10.5h15M8.5 3.5v4.5M15.5 3.5v4.5",
  check: "M5 12.5 10 17.5 19 7",
} as const;

export type IconName = keyof typeof shapes;

export function Icon({ name }: { name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={shapes[name]} />
    </svg>
  );
}
