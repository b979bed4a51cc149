;; What takes longest of hashing, many bytes at once. Addresses and lengths are in bytes.
(module
  (memory (export "memory") 1)

  ;; out[column][row] = the sum of row's bytes from the column's first on, each by its weight, clipped to a byte. A column is
  ;; `columnBytes` long: its first as an i32 and 12 bytes more, then for each eight bytes their weights' upper 21 bits, and their
  ;; lower 11, 16 bits each, so that two products of them fit into 32 bits. Weights have 22 bits behind the point.
  (func (export "resizeRows")
    (param $rows i32) (param $height i32) (param $width i32)
    (param $columns i32) (param $outWidth i32) (param $columnBytes i32)
    (param $out i32)
    (local $y i32) (local $row i32) (local $from i32) (local $weights i32) (local $next i32)
    (local $bytes v128) (local $upper v128) (local $lower v128) (local $sum v128)
    (loop $columns
      (local.set $row (i32.add (local.get $rows) (i32.load (local.get $columns))))
      (local.set $next (i32.add (local.get $columns) (local.get $columnBytes)))
      (local.set $y (local.get $height))
      (loop $rows
        (local.set $from (local.get $row))
        (local.set $weights (i32.add (local.get $columns) (i32.const 16)))
        (local.set $upper (v128.const i32x4 0 0 0 0))
        ;; One half, so that dropping the bits behind the point rounds.
        (local.set $lower (v128.const i32x4 0x200000 0 0 0))
        (loop $eights
          (local.set $bytes (v128.load8x8_u (local.get $from)))
          (local.set $upper
            (i32x4.add
              (local.get $upper)
              (i32x4.dot_i16x8_s (local.get $bytes) (v128.load (local.get $weights)))))
          (local.set $lower
            (i32x4.add
              (local.get $lower)
              (i32x4.dot_i16x8_s (local.get $bytes) (v128.load offset=16 (local.get $weights)))))
          (local.set $from (i32.add (local.get $from) (i32.const 8)))
          (local.set $weights (i32.add (local.get $weights) (i32.const 32)))
          (br_if $eights (i32.lt_u (local.get $weights) (local.get $next))))
        (local.set $sum (i32x4.add (i32x4.shl (local.get $upper) (i32.const 11)) (local.get $lower)))
        (local.set $sum
          (i32x4.add
            (local.get $sum)
            (i8x16.shuffle 8 9 10 11 12 13 14 15 0 1 2 3 4 5 6 7 (local.get $sum) (local.get $sum))))
        (local.set $sum
          (i32x4.add
            (local.get $sum)
            (i8x16.shuffle 4 5 6 7 0 1 2 3 12 13 14 15 8 9 10 11 (local.get $sum) (local.get $sum))))
        (local.set $sum (i32x4.shr_s (local.get $sum) (i32.const 22)))
        (local.set $sum (i16x8.narrow_i32x4_s (local.get $sum) (local.get $sum)))
        (v128.store8_lane 0 (local.get $out) (i8x16.narrow_i16x8_u (local.get $sum) (local.get $sum)))
        (local.set $out (i32.add (local.get $out) (i32.const 1)))
        (local.set $row (i32.add (local.get $row) (local.get $width)))
        (local.set $y (i32.sub (local.get $y) (i32.const 1)))
        (br_if $rows (local.get $y)))
      (local.set $columns (local.get $next))
      (local.set $outWidth (i32.sub (local.get $outWidth) (i32.const 1)))
      (br_if $columns (local.get $outWidth))))

  ;; bins[pixel] = where the color hash counts it: 0 black, 1 grey, 2 to 7 the hues of faint colours, 8 to 13 those of bright
  ;; ones, 14 nowhere. Eight pixels at once; `binsBytes` is a multiple of eight.
  ;;
  ;; These are imagehash's comparisons of Pillow's HSV, in whole numbers: a saturation of 85 or 170 of 255 begins at a third or
  ;; two thirds of the largest value, and one of 171 at 171/255. The sixths of the circle of hues begin at 42.5, 85, 127.5, … of
  ;; 255, so that hues at the beginning of every second one, in 1/85 of it, are cut down to the one before.
  (func (export "colorBins") (param $rgb i32) (param $bins i32) (param $binsBytes i32)
    (local $end i32) (local $left v128) (local $right v128)
    (local $red v128) (local $green v128) (local $blue v128)
    (local $max v128) (local $min v128) (local $range v128) (local $hue v128) (local $bin v128)
    (local.set $end (i32.add (local.get $bins) (local.get $binsBytes)))
    (loop $pixels
      (local.set $left (v128.load (local.get $rgb)))
      (local.set $right (v128.load offset=8 (local.get $rgb)))
      (local.set $red
        (i16x8.extend_low_i8x16_u
          (i8x16.shuffle 0 3 6 9 12 15 26 29 0 0 0 0 0 0 0 0 (local.get $left) (local.get $right))))
      (local.set $green
        (i16x8.extend_low_i8x16_u
          (i8x16.shuffle 1 4 7 10 13 24 27 30 0 0 0 0 0 0 0 0 (local.get $left) (local.get $right))))
      (local.set $blue
        (i16x8.extend_low_i8x16_u
          (i8x16.shuffle 2 5 8 11 14 25 28 31 0 0 0 0 0 0 0 0 (local.get $left) (local.get $right))))
      (local.set $max (i16x8.max_u (i16x8.max_u (local.get $red) (local.get $green)) (local.get $blue)))
      (local.set $min (i16x8.min_u (i16x8.min_u (local.get $red) (local.get $green)) (local.get $blue)))
      (local.set $range (i16x8.sub (local.get $max) (local.get $min)))

      ;; Which sixth: by the largest value, and which of the others is larger.
      (local.set $hue
        (v128.bitselect
          (v128.and (i16x8.lt_u (local.get $green) (local.get $blue)) (v128.const i16x8 5 5 5 5 5 5 5 5))
          (v128.bitselect
            (i16x8.add (v128.const i16x8 2 2 2 2 2 2 2 2) (i16x8.lt_u (local.get $blue) (local.get $red)))
            (i16x8.add (v128.const i16x8 4 4 4 4 4 4 4 4) (i16x8.lt_u (local.get $red) (local.get $green)))
            (i16x8.eq (local.get $green) (local.get $max)))
          (i16x8.eq (local.get $red) (local.get $max))))
      ;; Those at the beginning of an odd one, where the middle value is near the largest: max + max + min - red - green - blue.
      (local.set $hue
        (i16x8.sub
          (local.get $hue)
          (v128.and
            (v128.and (local.get $hue) (v128.const i16x8 1 1 1 1 1 1 1 1))
            (i16x8.lt_u
              (i16x8.mul
                (v128.const i16x8 85 85 85 85 85 85 85 85)
                (i16x8.sub
                  (i16x8.add (i16x8.add (local.get $max) (local.get $max)) (local.get $min))
                  (i16x8.add (i16x8.add (local.get $red) (local.get $green)) (local.get $blue))))
              (local.get $range)))))

      ;; Faint at first, bright where the saturation is 170 or more, nowhere where it is 170.
      (local.set $bin
        (i16x8.add
          (i16x8.add (local.get $hue) (v128.const i16x8 2 2 2 2 2 2 2 2))
          (v128.and
            (i16x8.ge_u
              (i16x8.mul (local.get $range) (v128.const i16x8 3 3 3 3 3 3 3 3))
              (i16x8.add (local.get $max) (local.get $max)))
            (v128.const i16x8 6 6 6 6 6 6 6 6))))
      (local.set $bin
        (v128.bitselect
          (v128.const i16x8 14 14 14 14 14 14 14 14)
          (local.get $bin)
          (v128.and
            (i16x8.gt_u (local.get $bin) (v128.const i16x8 7 7 7 7 7 7 7 7))
            (i16x8.lt_u
              (i16x8.mul (local.get $range) (v128.const i16x8 255 255 255 255 255 255 255 255))
              (i16x8.mul (local.get $max) (v128.const i16x8 171 171 171 171 171 171 171 171))))))
      (local.set $bin
        (v128.bitselect
          (v128.const i16x8 1 1 1 1 1 1 1 1)
          (local.get $bin)
          (i16x8.lt_u
            (i16x8.mul (local.get $range) (v128.const i16x8 3 3 3 3 3 3 3 3))
            (local.get $max))))
      ;; Black where the luma is below 32.
      (local.set $bin
        (v128.andnot
          (local.get $bin)
          (i16x8.narrow_i32x4_s
            (i32x4.lt_u
              (i32x4.add
                (i32x4.add
                  (i32x4.extmul_low_i16x8_u
                    (local.get $red) (v128.const i16x8 19595 19595 19595 19595 19595 19595 19595 19595))
                  (i32x4.extmul_low_i16x8_u
                    (local.get $green) (v128.const i16x8 38470 38470 38470 38470 38470 38470 38470 38470)))
                (i32x4.extmul_low_i16x8_u
                  (local.get $blue) (v128.const i16x8 7471 7471 7471 7471 7471 7471 7471 7471)))
              (v128.const i32x4 0x1f8000 0x1f8000 0x1f8000 0x1f8000))
            (i32x4.lt_u
              (i32x4.add
                (i32x4.add
                  (i32x4.extmul_high_i16x8_u
                    (local.get $red) (v128.const i16x8 19595 19595 19595 19595 19595 19595 19595 19595))
                  (i32x4.extmul_high_i16x8_u
                    (local.get $green) (v128.const i16x8 38470 38470 38470 38470 38470 38470 38470 38470)))
                (i32x4.extmul_high_i16x8_u
                  (local.get $blue) (v128.const i16x8 7471 7471 7471 7471 7471 7471 7471 7471)))
              (v128.const i32x4 0x1f8000 0x1f8000 0x1f8000 0x1f8000)))))
      (v128.store64_lane 0 (local.get $bins) (i8x16.narrow_i16x8_u (local.get $bin) (local.get $bin)))
      (local.set $rgb (i32.add (local.get $rgb) (i32.const 24)))
      (local.set $bins (i32.add (local.get $bins) (i32.const 8)))
      (br_if $pixels (i32.lt_u (local.get $bins) (local.get $end))))))
