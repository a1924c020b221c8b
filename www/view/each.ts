/** A list made from another; old libraries replace `map` of every list on a page. */
export function each<Item, Made>(list: readonly Item[], make: (item: Item, place: number) => Made): Made[] {
  const made: Made[] = [];
  for (let place = 0; place < list.length; place += 1) {
    made[place] = make(list[place], place);
  }
  return made;
}
