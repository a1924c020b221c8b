/** The address of the file, as bundlers give it; for `init` of `aftercare-consensus/split`. */
declare const address: string;
export default address;
