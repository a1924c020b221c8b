import { CUSTOM_ELEMENTS_SCHEMA, Component, signal } from "@angular/core";
import { guidance } from "aftercare-consensus";
import "aftercare-consensus/define";

@Component({
  selector: "app-root",
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <p id="status">{{ status }}</p>
    <p id="told">{{ told() }}</p>
    <aftercare-consensus
      treatment="dysport"
      [hours]="14"
      (aftercare-change)="told.set($event.detail.status)"
    >
      Ask your clinic when exercise is OK.
    </aftercare-consensus>
  `,
})
export class App {
  protected readonly status = guidance("Dysport", 14).status;
  protected readonly told = signal("");
}
