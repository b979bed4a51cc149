;; Max pools over pictures in blocks of channels, two registers of four at a time, with the place of each largest value, and
;; the gradients that go back to those places. Addresses and lengths are in bytes, counts in pixels. `block` is a pixel of a
;; map: 4 bytes a channel, for a multiple of eight channels.
(module
  (import "graph" "memory" (memory 1))

  ;; y = the largest of each window of x, and places = where in x the first such value lies, by the address of the eight
  ;; channels that it is one of, counted from x. What lies outside the picture doesn't count.
  (func (export "maxPool")
    (param $x i32) (param $y i32) (param $places i32)
    (param $maps i32) (param $height i32) (param $width i32) (param $block i32)
    (param $outHeight i32) (param $outWidth i32)
    (param $kernelHeight i32) (param $kernelWidth i32) (param $strideY i32) (param $strideX i32)
    (param $dilationY i32) (param $dilationX i32) (param $top i32) (param $left i32)
    (local $map i32) (local $outY i32) (local $outX i32) (local $channel i32)
    (local $i i32) (local $j i32) (local $row i32) (local $column i32) (local $rowAt i32) (local $at i32)
    (local $value v128) (local $known v128)
    (local $best0 v128) (local $where0 v128) (local $best1 v128) (local $where1 v128)
    (loop $maps
      (local.set $outY (i32.const 0))
      (loop $rows
        (local.set $outX (i32.const 0))
        (loop $columns
          (local.set $channel (i32.const 0))
          (loop $channels
            ;; Nothing is at most NaN, so the first value is taken whatever it is.
            (local.set $best0 (f32x4.splat (f32.const nan)))
            (local.set $best1 (f32x4.splat (f32.const nan)))
            (local.set $i (i32.const 0))
            (local.set $row (i32.sub (i32.mul (local.get $outY) (local.get $strideY)) (local.get $top)))
            (loop $kernelRows
              ;; Compared without a sign, a row above the picture is as far out as one below it.
              (if (i32.lt_u (local.get $row) (local.get $height))
                (then
                  (local.set $rowAt
                    (i32.add
                      (i32.mul
                        (i32.mul
                          (i32.add (i32.mul (local.get $map) (local.get $height)) (local.get $row))
                          (local.get $width))
                        (local.get $block))
                      (local.get $channel)))
                  (local.set $j (i32.const 0))
                  (local.set $column
                    (i32.sub (i32.mul (local.get $outX) (local.get $strideX)) (local.get $left)))
                  (loop $kernelColumns
                    (if (i32.lt_u (local.get $column) (local.get $width))
                      (then
                        (local.set $at
                          (i32.add (local.get $rowAt) (i32.mul (local.get $column) (local.get $block))))
                        (local.set $value (v128.load (i32.add (local.get $x) (local.get $at))))
                        (local.set $known (f32x4.le (local.get $value) (local.get $best0)))
                        (local.set $best0
                          (v128.bitselect (local.get $best0) (local.get $value) (local.get $known)))
                        (local.set $where0
                          (v128.bitselect (local.get $where0) (i32x4.splat (local.get $at)) (local.get $known)))
                        (local.set $value (v128.load offset=16 (i32.add (local.get $x) (local.get $at))))
                        (local.set $known (f32x4.le (local.get $value) (local.get $best1)))
                        (local.set $best1
                          (v128.bitselect (local.get $best1) (local.get $value) (local.get $known)))
                        (local.set $where1
                          (v128.bitselect (local.get $where1) (i32x4.splat (local.get $at)) (local.get $known)))))
                    (local.set $column (i32.add (local.get $column) (local.get $dilationX)))
                    (local.set $j (i32.add (local.get $j) (i32.const 1)))
                    (br_if $kernelColumns (i32.lt_u (local.get $j) (local.get $kernelWidth))))))
              (local.set $row (i32.add (local.get $row) (local.get $dilationY)))
              (local.set $i (i32.add (local.get $i) (i32.const 1)))
              (br_if $kernelRows (i32.lt_u (local.get $i) (local.get $kernelHeight))))
            (v128.store (local.get $y) (local.get $best0))
            (v128.store offset=16 (local.get $y) (local.get $best1))
            (v128.store (local.get $places) (local.get $where0))
            (v128.store offset=16 (local.get $places) (local.get $where1))
            (local.set $y (i32.add (local.get $y) (i32.const 32)))
            (local.set $places (i32.add (local.get $places) (i32.const 32)))
            (local.set $channel (i32.add (local.get $channel) (i32.const 32)))
            (br_if $channels (i32.lt_u (local.get $channel) (local.get $block))))
          (local.set $outX (i32.add (local.get $outX) (i32.const 1)))
          (br_if $columns (i32.lt_u (local.get $outX) (local.get $outWidth))))
        (local.set $outY (i32.add (local.get $outY) (i32.const 1)))
        (br_if $rows (i32.lt_u (local.get $outY) (local.get $outHeight))))
      (local.set $map (i32.add (local.get $map) (i32.const 1)))
      (br_if $maps (i32.lt_u (local.get $map) (local.get $maps)))))

  ;; dx = at each place the sum of the dy whose largest value lay there, else 0.
  (func (export "maxPoolGradient")
    (param $dy i32) (param $places i32) (param $dx i32) (param $dyBytes i32) (param $dxBytes i32)
    (local $i i32) (local $to i32)
    (memory.fill (local.get $dx) (i32.const 0) (local.get $dxBytes))
    (loop $values
      (local.set $to
        (i32.add
          (i32.add (local.get $dx) (i32.load (i32.add (local.get $places) (local.get $i))))
          ;; The channel among the eight.
          (i32.and (local.get $i) (i32.const 28))))
      (f32.store
        (local.get $to)
        (f32.add (f32.load (local.get $to)) (f32.load (i32.add (local.get $dy) (local.get $i)))))
      (local.set $i (i32.add (local.get $i) (i32.const 4)))
      (br_if $values (i32.lt_u (local.get $i) (local.get $dyBytes))))))
