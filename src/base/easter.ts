/**
 * Easter Sunday of the Western churches, YYYY-MM-DD, for a year from 1583 on.
 * @see "To find Easter", Nature 13 (1876), 487, also known as the algorithm of Meeus, Jones and Butcher
 */
export function easterSunday(year: number): string {
  const golden = year % 19;
  const [century, yearOfCentury] = [Math.floor(year / 100), year % 100];
  const moon = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - moon + 15) % 30;
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(yearOfCentury / 4) - epact - (yearOfCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * weekday) / 451);
  const days = epact + weekday - 7 * late + 114;
  const [month, day] = [Math.floor(days / 31), (days % 31) + 1];
  return new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);
}
