/** A clinic's page in Vue. */
import { createApp, h, ref } from "vue";

createApp({
  setup() {
    const hours = ref(14);
    const shown = ref(true);
    const told = ref("nothing");
    return () =>
      h("main", [
        h("h1", "After your treatment"),
        h("button", { onClick: () => (hours.value += 24) }, "A day later"),
        h("button", { onClick: () => (shown.value = !shown.value) }, "Hide or show"),
        h("p", `Told: ${told.value}`),
        shown.value
          ? h(
              "aftercare-consensus",
              {
                treatment: "dysport",
                hours: hours.value,
                "onAftercare-change": (event) => (told.value = event.detail.treatment),
              },
              "Ask your clinic when exercise is OK.",
            )
          : null,
      ]);
  },
}).mount("#app");
