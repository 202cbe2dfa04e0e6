;; The loop of tokenise.ts over easy cells, 64 bytes a turn: it fills the batch until a cell needs more than this knows, and leaves
;; that cell to JavaScript, which then calls again. `npm run build:wasm` writes it into scanModule.ts.
;;
;; Memory, as scanSimd.ts lays it out. 0: seven numbers, where the scan stands. 64: the bytes that end a run of text. 128: `first`.
;; 4240: `line`. 8384: the bytes. Behind them, at $start and $end: the boundaries of the cells.
(module
  (import "scan" "memory" (memory 1))
  (import "scan" "delimiter" (global $delimiter i32))
  (import "scan" "quote" (global $quote i32))
  (import "scan" "columns" (global $columns i32))
  (import "scan" "recordBytes" (global $recordBytes i32))
  (import "scan" "start" (global $start i32))
  (import "scan" "end" (global $end i32))

  ;; Stops before the cell that it leaves, at the last row of a batch, or before the last block of the bytes up to $to.
  (func (export "scan") (param $to i32)
    (local $from i32)     ;; where the cell being read begins
    (local $cells i32)
    (local $rows i32)
    (local $record i32)   ;; where the record being read begins
    (local $rowCell i32)  ;; its first cell
    (local $line i32)
    (local $dirty i32)    ;; -1: quotes are doubled in a cell of the record
    (local $block i32)    ;; where the 64 bytes being read begin
    (local $marks i64)    ;; those of them that end a run of text and were not looked at yet, by bit
    (local $at i32)       ;; where the one being looked at is
    (local $byte i32)     ;; and what it is
    (local $quoted i32)   ;; 1: the cell is between quotes
    (local $inside i32)   ;; 1: and $at as well
    (local $close i32)    ;; where the closing quote seems to be
    (local $doubled i32)  ;; -1: quotes are doubled in the cell; until the record is whole its end is kept as the complement
    (local $return i32)   ;; 1: a carriage return stands before the line feed
    (local $last i32)     ;; where the cell ends
    (local $place i32)    ;; of the cell or row in its array
    (local $v v128)
    (local $set v128)     ;; of ASCII bytes: by the low four bits of a byte, one bit for each value of the high four
    (local $high v128)
    (local $low v128)

    (local.set $from (i32.load (i32.const 0)))
    (local.set $cells (i32.load (i32.const 4)))
    (local.set $rows (i32.load (i32.const 8)))
    (local.set $record (i32.load (i32.const 12)))
    (local.set $rowCell (i32.load (i32.const 16)))
    (local.set $line (i32.load (i32.const 20)))
    (local.set $set (v128.load (i32.const 64)))
    (local.set $high (v128.const i8x16 1 2 4 8 16 32 64 128 0 0 0 0 0 0 0 0))
    (local.set $low (i8x16.splat (i32.const 15)))
    (local.set $block (local.get $from))
    ;; The byte behind a block is looked at, too.
    (local.set $to (i32.sub (local.get $to) (i32.const 64)))

    (block $stop
      (loop $nextBlock
        (br_if $stop (i32.ge_s (local.get $block) (local.get $to)))
        ;; A block ends 64 cells at most.
        (br_if $stop (i32.gt_s (i32.sub (local.get $cells) (local.get $rowCell)) (i32.sub (global.get $columns) (i32.const 64))))

        ;; Four times the same: as a function it would make the whole a third slower. The bits are those of all other bytes.
        (local.set $v (v128.load offset=8384 align=1 (local.get $block)))
        (local.set $marks
          (i64.extend_i32_u (i8x16.bitmask (i8x16.eq (v128.const i64x2 0 0) (v128.and
            (i8x16.swizzle (local.get $set) (v128.and (local.get $v) (local.get $low)))
            (i8x16.swizzle (local.get $high) (i8x16.shr_u (local.get $v) (i32.const 4))))))))
        (local.set $v (v128.load offset=8400 align=1 (local.get $block)))
        (local.set $marks (i64.or (local.get $marks) (i64.shl
          (i64.extend_i32_u (i8x16.bitmask (i8x16.eq (v128.const i64x2 0 0) (v128.and
            (i8x16.swizzle (local.get $set) (v128.and (local.get $v) (local.get $low)))
            (i8x16.swizzle (local.get $high) (i8x16.shr_u (local.get $v) (i32.const 4)))))))
          (i64.const 16))))
        (local.set $v (v128.load offset=8416 align=1 (local.get $block)))
        (local.set $marks (i64.or (local.get $marks) (i64.shl
          (i64.extend_i32_u (i8x16.bitmask (i8x16.eq (v128.const i64x2 0 0) (v128.and
            (i8x16.swizzle (local.get $set) (v128.and (local.get $v) (local.get $low)))
            (i8x16.swizzle (local.get $high) (i8x16.shr_u (local.get $v) (i32.const 4)))))))
          (i64.const 32))))
        (local.set $v (v128.load offset=8432 align=1 (local.get $block)))
        (local.set $marks (i64.or (local.get $marks) (i64.shl
          (i64.extend_i32_u (i8x16.bitmask (i8x16.eq (v128.const i64x2 0 0) (v128.and
            (i8x16.swizzle (local.get $set) (v128.and (local.get $v) (local.get $low)))
            (i8x16.swizzle (local.get $high) (i8x16.shr_u (local.get $v) (i32.const 4)))))))
          (i64.const 48))))
        (local.set $marks (i64.xor (local.get $marks) (i64.const -1)))

        (loop $nextMark
          (if (i64.eqz (local.get $marks)) (then
            (local.set $block (i32.add (local.get $block) (i32.const 64)))
            (br $nextBlock)))
          (local.set $at (i32.add (local.get $block) (i32.wrap_i64 (i64.ctz (local.get $marks)))))
          (local.set $marks (i64.and (local.get $marks) (i64.sub (local.get $marks) (i64.const 1))))
          (local.set $byte (i32.load8_u offset=8384 (local.get $at)))

          (if (local.get $inside) (then
            (br_if $nextMark (i32.eq (local.get $byte) (global.get $delimiter)))
            (br_if $stop (i32.ne (local.get $byte) (global.get $quote)))
            (local.set $inside (i32.const 0))
            (local.set $close (local.get $at))
            (br $nextMark)))
          (if (i32.ne (local.get $byte) (global.get $delimiter)) (then
            (if (i32.eq (local.get $byte) (global.get $quote)) (then
              (if (i32.eq (local.get $at) (local.get $from))
                (then (local.set $quoted (i32.const 1)))
                (else
                  ;; Right behind the quote that seemed to close the cell, it doubles that one.
                  (br_if $stop (i32.eqz (local.get $quoted)))
                  (br_if $stop (i32.ne (local.get $at) (i32.add (local.get $close) (i32.const 1))))
                  (local.set $doubled (i32.const -1))))
              (local.set $inside (i32.const 1))
              (br $nextMark)))
            (if (i32.ne (local.get $byte) (i32.const 10)) (then
              (br_if $stop (i32.ne (local.get $byte) (i32.const 13)))
              (local.set $return (i32.eq (i32.load8_u offset=8385 (local.get $at)) (i32.const 10)))
              (br_if $nextMark (local.get $return))))
            (br_if $stop (i32.gt_s (i32.sub (local.get $at) (local.get $record)) (global.get $recordBytes)))))

          (local.set $last (i32.sub (local.get $at) (local.get $return)))
          (if (local.get $quoted) (then
            (local.set $last (i32.sub (local.get $last) (i32.const 1)))
            (br_if $stop (i32.ne (local.get $last) (local.get $close)))
            (br_if $stop (i32.gt_s (i32.sub (local.get $at) (local.get $record)) (global.get $recordBytes)))
            (local.set $last (i32.xor (local.get $last) (local.get $doubled)))
            (local.set $dirty (i32.or (local.get $dirty) (local.get $doubled)))
            (local.set $doubled (i32.const 0))))
          (local.set $place (i32.shl (local.get $cells) (i32.const 2)))
          (i32.store (i32.add (global.get $start) (local.get $place)) (i32.add (local.get $from) (local.get $quoted)))
          (i32.store (i32.add (global.get $end) (local.get $place)) (local.get $last))
          (local.set $cells (i32.add (local.get $cells) (i32.const 1)))
          (local.set $from (i32.add (local.get $at) (i32.const 1)))
          (local.set $quoted (i32.const 0))
          (br_if $nextMark (i32.eq (local.get $byte) (global.get $delimiter)))

          ;; The record is whole: of two quotes one goes.
          (local.set $return (i32.const 0))
          (if (local.get $dirty) (then
            (local.set $dirty (i32.const 0))
            (loop $nextCell
              (local.set $place (i32.shl (local.get $rowCell) (i32.const 2)))
              (local.set $last (i32.xor (i32.load (i32.add (global.get $end) (local.get $place))) (i32.const -1)))
              (if (i32.ge_s (local.get $last) (i32.const 0)) (then
                (local.set $at (i32.load (i32.add (global.get $start) (local.get $place))))
                (local.set $close (local.get $at))
                (loop $nextByte
                  (local.set $byte (i32.load8_u offset=8384 (local.get $at)))
                  (i32.store8 offset=8384 (local.get $close) (local.get $byte))
                  (local.set $close (i32.add (local.get $close) (i32.const 1)))
                  (local.set $at (i32.add (local.get $at) (i32.add (i32.const 1) (i32.eq (local.get $byte) (global.get $quote)))))
                  (br_if $nextByte (i32.lt_s (local.get $at) (local.get $last))))
                (i32.store (i32.add (global.get $end) (local.get $place)) (local.get $close))))
              (local.set $rowCell (i32.add (local.get $rowCell) (i32.const 1)))
              (br_if $nextCell (i32.lt_s (local.get $rowCell) (local.get $cells))))))
          (local.set $record (local.get $from))
          (local.set $rowCell (local.get $cells))
          (local.set $line (i32.add (local.get $line) (i32.const 1)))
          (local.set $rows (i32.add (local.get $rows) (i32.const 1)))
          (local.set $place (i32.shl (local.get $rows) (i32.const 2)))
          (i32.store offset=128 (local.get $place) (local.get $cells))
          (i32.store offset=4240 (local.get $place) (local.get $line))
          (br_if $nextMark (i32.lt_s (local.get $rows) (i32.const 1024))))))

    (i32.store (i32.const 0) (local.get $from))
    (i32.store (i32.const 4) (local.get $cells))
    (i32.store (i32.const 8) (local.get $rows))
    (i32.store (i32.const 12) (local.get $record))
    (i32.store (i32.const 16) (local.get $rowCell))
    (i32.store (i32.const 20) (local.get $line))
    (i32.store (i32.const 24) (local.get $dirty))))
