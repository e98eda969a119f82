// One tab plays at a time: the others would write over its saves.

// Asks for a lock, and begins with it, or without (null) where another tab has it. A browser that refuses even to be
// asked refuses its store too: no tab has anything there that another could spoil, and it begins.
export async function alone(locks, name, begin) {
  try {
    return await locks.request(name, { ifAvailable: true }, begin);
  } catch (wrong) {
    if (wrong.name !== "SecurityError") throw wrong;
    return begin({});
  }
}
