import type { ExportTree } from '../../../model/official-export.ts';
import { writtenTime } from './written-time.ts';

/** When Google made a Takeout, by the names of its ZIPs: `takeout-20190303T101112Z-001.zip`; null where they were renamed. */
export function takeoutMadeAt({ parts }: ExportTree): string | null {
  const times = parts.flatMap(({ name }) => {
    const [, year, month, day, hour, minute, second] =
      /^takeout-(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})Z/i.exec(name) ?? [];
    return writtenTime(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`) ?? [];
  });
  return times.sort().at(-1) ?? null;
}
