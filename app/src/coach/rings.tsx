// A small picture of the rings, on which one person is greyed. The card itself is drawn by the service.
import type { Schemas } from "@omringd/client";

interface RingsProps {
  map: Schemas["WholeMap"];
  /** The person who is greyed. */
  without?: string | undefined;
  label: string;
}

const rings = ["inner", "middle", "outer"] as const;
const radius = { inner: 95, middle: 185, outer: 275 };

interface Placed {
  id: string;
  name: string;
  x: number;
  y: number;
}

/** Evenly around each ring; every other ring begins half a step further, so that names lie less above each other. */
function place({ supporters, persons }: Schemas["WholeMap"]): Placed[] {
  return rings.flatMap((ring, index) => {
    const inRing = supporters.filter(({ closeness }) => closeness === ring);
    return inRing.map(({ id, personId, angle }, at) => {
      const even = ((at + (index % 2) / 2) / inRing.length) * 360;
      const turn = ((angle ?? even) * Math.PI) / 180;
      const distance = radius[ring] - 38;
      return {
        id,
        name: persons.find((person) => person.id === personId)?.alias ?? "",
        x: 300 + distance * Math.sin(turn),
        y: 300 - distance * Math.cos(turn),
      };
    });
  });
}

export function Rings({ map, without, label }: RingsProps) {
  const placed = place(map);
  const at = (id: string) => placed.find((one) => one.id === id);
  return (
    <svg class="rings" viewBox="0 0 600 600" role="img" aria-label={label}>
      {[...rings].reverse().map((ring) => (
        <circle key={ring} class={`ring ring-${ring}`} cx="300" cy="300" r={radius[ring]} />
      ))}
      {map.ties.map(({ id, supporterIds: [first = "", second = ""] }) => {
        const [one, other] = [at(first), at(second)];
        if (!one || !other) return null;
        const gone = first === without || second === without;
        return <line key={id} class={gone ? "tie gone" : "tie"} x1={one.x} y1={one.y} x2={other.x} y2={other.y} />;
      })}
      {placed.map(({ id, name, x, y }) => (
        <g key={id} class={id === without ? "place gone" : "place"}>
          <circle cx={x} cy={y} r="7" />
          <text x={x} y={y + 24}>
            {name}
          </text>
        </g>
      ))}
    </svg>
  );
}
