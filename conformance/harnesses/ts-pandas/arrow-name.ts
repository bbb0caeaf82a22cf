/** As much of a type as its name needs: what `series.arrowType` is. */
export interface ArrowType {
  readonly typeId: number;
  readonly bitWidth?: number;
  readonly signed?: boolean;
  readonly precision?: number;
  readonly scale?: number;
  readonly unit?: number;
  readonly timezone?: string | null;
  readonly stride?: number;
  readonly ordered?: boolean;
  readonly dictionary?: ArrowType;
  readonly indices?: ArrowType;
  readonly children?: readonly ArrowField[];
}

interface ArrowField {
  readonly name: string;
  readonly type: ArrowType;
  readonly nullable: boolean;
}

const units = ["s", "ms", "us", "ns"];

/** A type as pyarrow names it. */
export function arrowName(type: ArrowType): string {
  const { typeId, bitWidth, signed, precision, scale, timezone, stride, children = [] } = type;
  const unit = units[type.unit ?? 0];
  switch (typeId) {
    case -1:
      // pyarrow reads the words of every dictionary of text as `string`, whatever the schema says.
      return `dictionary<values=${name(type.dictionary).replace(/^large_/, "")}, indices=${name(type.indices)}, ordered=${type.ordered ? 1 : 0}>`;
    case 2:
      return `${signed ? "" : "u"}int${bitWidth}`;
    case 3:
      return ["halffloat", "float", "double"][precision ?? 0] as string;
    case 7:
      return `decimal${bitWidth}(${precision}, ${scale})`;
    case 8:
      return type.unit === 0 ? "date32[day]" : "date64[ms]";
    case 9:
      return `time${bitWidth}[${unit}]`;
    case 10:
      return `timestamp[${unit}${timezone === null ? "" : `, tz=${timezone}`}]`;
    case 12:
      return `list<${children.map(member).join(", ")}>`;
    case 13:
      return `struct<${children.map(member).join(", ")}>`;
    case 15:
      return `fixed_size_binary[${stride}]`;
    case 18:
      return `duration[${unit}]`;
    case 21:
      return `large_list<${children.map(member).join(", ")}>`;
    default:
      return simple[typeId] ?? `type ${typeId}`;
  }
}

const simple: Readonly<Record<number, string>> = {
  1: "null",
  4: "binary",
  5: "string",
  6: "bool",
  19: "large_binary",
  20: "large_string",
};

const name = (type: ArrowType | undefined): string => (type === undefined ? "?" : arrowName(type));

const member = ({ name: own, type, nullable }: ArrowField): string =>
  `${own}: ${arrowName(type)}${nullable ? "" : " not null"}`;
