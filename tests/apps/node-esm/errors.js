import { GuidanceError, guidance } from "aftercare-consensus";

try {
  guidance("Botax", 14);
} catch (error) {
  if (error instanceof GuidanceError) {
    console.log(error.code, error.message); // unknown_treatment, and the names that are known
  }
}
