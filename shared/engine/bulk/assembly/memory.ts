// Memory of the module: blocks of powers of two. A block that was outgrown is used again by the next one of its size,
// so that growing arrays leave little behind. Nothing is given back: the memory lives as long as one import.

/** No block is larger: the runtime has none, and sizes beyond would not fit into 32 bits. */
const LARGEST: usize = 1 << 30;
/** All blocks together: the host takes places from 2 GiB on for negative numbers, and behind the last they would begin anew at 0. */
const MOST: usize = (1 << 31) - (64 << 20);

/** Bytes of all blocks there ever were. */
let taken: usize = 0;

const FREE: usize = memory.data(33 * sizeof<usize>());

function classOf(bytes: usize): u32 {
  // The host reads on without the module.
  if (bytes > LARGEST) unreachable();
  return bytes <= 64 ? 6 : 32 - clz<u32>(<u32>bytes - 1);
}

/** A block of at least that many bytes; its content is whatever was there. */
export function take(bytes: usize): usize {
  const size = classOf(bytes);
  const head: usize = FREE + ((<usize>size) << alignof<usize>());
  const free = load<usize>(head);
  if (free !== 0) {
    store<usize>(head, load<usize>(free));
    return free;
  }
  const block: usize = (<usize>1) << size;
  if (block > MOST - taken) unreachable();
  taken += block;
  return heap.alloc(block);
}

/** How many bytes a block that was taken for `bytes` really has. */
export function roomOf(bytes: usize): usize {
  return (<usize>1) << classOf(bytes);
}

/** A block for more bytes, with those of a block that was taken for fewer, which goes back. */
export function longer(block: usize, bytes: usize, more: usize): usize {
  const larger = take(more);
  memory.copy(larger, block, bytes);
  give(block, bytes);
  return larger;
}

/** Gives a block back that was taken for `bytes`. */
export function give(block: usize, bytes: usize): void {
  const head: usize = FREE + ((<usize>classOf(bytes)) << alignof<usize>());
  store<usize>(block, load<usize>(head));
  store<usize>(head, block);
}
