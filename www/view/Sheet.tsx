/** The answer on paper. On a screen it is not seen; when to get help is printed below it. */
import type { Sheet as SheetOf } from "generated/wasm";
import { each } from "./each";
import { useLabels } from "./labels";

export function Sheet({ sheet, address }: { sheet: SheetOf; address: string }) {
  const { view } = useLabels();
  const rows = [view["from-first"], view["from-most"], view["from-all"]];
  return (
    <section class="sheet" part="sheet">
      <h2>{sheet.heading}</h2>
      <Lines texts={sheet.dates} />
      <div class="verdict">
        <Lines texts={sheet.clinic} />
        <h3>{sheet.title}</h3>
        <Lines texts={sheet.lines} />
      </div>
      <table>
        <thead>
          <tr>
            {each(sheet.panels, (text) => (
              <th key={text} scope="col">
                {text}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {each(rows, (name, place) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {each(sheet.times[place] ?? [], (time, column) => (
                <td key={column}>{time}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <h3>{sheet.others}</h3>
      <table>
        <tbody>
          {each(sheet.activities, ([name, text]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{text}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {sheet.phone && <p class="phone">{sheet.phone}</p>}
      <p class="address">{address}</p>
    </section>
  );
}

const Lines = ({ texts }: { texts: readonly string[] }) => (
  <>
    {each(texts, (text) => (
      <p key={text}>{text}</p>
    ))}
  </>
);
