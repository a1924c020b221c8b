// A device that is carried from London to Dubai, on a Sunday morning in November: what its browser
// says of the time, as each browser does it. A formatter keeps the zone in which it was made.
const RealDate = Date;
const HOUR = 3600 * 1000;
const now = RealDate.parse("2026-11-22T07:00Z");
const zone = { name: "Europe/London", hours: 0 };

const toDubai = () => Object.assign(zone, { name: "Asia/Dubai", hours: 4 });
addEventListener("travel", toDubai);
if (location.search === "?in=dubai") {
  toDubai();
}

class DeviceDate extends RealDate {
  constructor(...parts) {
    if (parts.length === 0) {
      super(now);
    } else if (parts.length === 1 && (typeof parts[0] !== "string" || /Z$|[+-]\d\d:\d\d$/.test(parts[0]))) {
      super(parts[0]);
    } else {
      const utc = parts.length === 1 ? RealDate.parse(`${parts[0]}Z`) : RealDate.UTC(...parts);
      super(utc - zone.hours * HOUR);
    }
  }

  static now() {
    return now;
  }

  getTimezoneOffset() {
    return -60 * zone.hours;
  }
}
for (const part of ["FullYear", "Month", "Date", "Day", "Hours", "Minutes"]) {
  DeviceDate.prototype[`get${part}`] = function () {
    return new RealDate(this.getTime() + zone.hours * HOUR)[`getUTC${part}`]();
  };
}
globalThis.Date = DeviceDate;

const RealFormat = Intl.DateTimeFormat;
Intl.DateTimeFormat = class extends RealFormat {
  constructor(locale, options) {
    super(locale, { timeZone: zone.name, ...options });
  }
};
