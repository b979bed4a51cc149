;; Bilinear resampling of pictures of three floats a pixel, and its gradient, which spreads what each pixel was given over the
;; neighbours that it was mixed from. Addresses and lengths are in bytes, counts in pixels.
(module
  (import "graph" "memory" (memory 1))

  ;; For each pixel, and each of its four neighbours that lies inside: to[pixel] += share · from[neighbour], or backwards
  ;; to[neighbour] += share · from[pixel]. A map is three pairs of floats: what x, what y and what 1 add to the place that a
  ;; pixel comes from.
  (func (export "resample")
    (param $from i32) (param $maps i32) (param $to i32) (param $toBytes i32)
    (param $pictures i32) (param $height i32) (param $width i32) (param $backwards i32)
    (local $picture i32) (local $pixel i32) (local $x i32) (local $y i32)
    (local $rowPlace v128) (local $place v128) (local $before v128)
    (local $row i32) (local $column i32) (local $i i32) (local $j i32)
    (local $rowShare f32) (local $share f32)
    (local $neighbour i32) (local $read i32) (local $write i32) (local $sum v128)
    (memory.fill (local.get $to) (i32.const 0) (local.get $toBytes))
    (loop $pictures
      (local.set $y (i32.const 0))
      (loop $rows
        (local.set $rowPlace
          (f32x4.add
            (f32x4.mul
              (v128.load64_zero offset=8 (local.get $maps))
              (f32x4.splat (f32.convert_i32_s (local.get $y))))
            (v128.load64_zero offset=16 (local.get $maps))))
        (local.set $x (i32.const 0))
        (loop $columns
          (local.set $place
            (f32x4.add
              (f32x4.mul
                (v128.load64_zero (local.get $maps))
                (f32x4.splat (f32.convert_i32_s (local.get $x))))
              (local.get $rowPlace)))
          ;; Of four at once: one float alone takes longer to become a whole number.
          (local.set $before (i32x4.trunc_sat_f32x4_s (f32x4.floor (local.get $place))))
          (local.set $row (i32x4.extract_lane 1 (local.get $before)))
          (local.set $i (i32.const 2))
          (loop $neighbourRows
            ;; Compared without a sign, a row above the picture is as far out as one below it.
            (if (i32.lt_u (local.get $row) (local.get $height))
              (then
                (local.set $rowShare
                  (f32.sub
                    (f32.const 1)
                    (f32.abs
                      (f32.sub
                        (f32x4.extract_lane 1 (local.get $place))
                        (f32.convert_i32_s (local.get $row))))))
                (local.set $column (i32x4.extract_lane 0 (local.get $before)))
                (local.set $j (i32.const 2))
                (loop $neighbourColumns
                  (if (i32.lt_u (local.get $column) (local.get $width))
                    (then
                      (local.set $share
                        (f32.mul
                          (local.get $rowShare)
                          (f32.sub
                            (f32.const 1)
                            (f32.abs
                              (f32.sub
                                (f32x4.extract_lane 0 (local.get $place))
                                (f32.convert_i32_s (local.get $column)))))))
                      (local.set $neighbour
                        (i32.add
                          (local.get $picture)
                          (i32.mul
                            (i32.add (i32.mul (local.get $row) (local.get $width)) (local.get $column))
                            (i32.const 12))))
                      (local.set $read
                        (i32.add
                          (local.get $from)
                          (select (local.get $pixel) (local.get $neighbour) (local.get $backwards))))
                      (local.set $write
                        (i32.add
                          (local.get $to)
                          (select (local.get $neighbour) (local.get $pixel) (local.get $backwards))))
                      (local.set $sum
                        (f32x4.add
                          (v128.load32_lane offset=8 2
                            (local.get $write)
                            (v128.load64_zero (local.get $write)))
                          (f32x4.mul
                            (v128.load32_lane offset=8 2
                              (local.get $read)
                              (v128.load64_zero (local.get $read)))
                            (f32x4.splat (local.get $share)))))
                      (v128.store64_lane 0 (local.get $write) (local.get $sum))
                      (v128.store32_lane offset=8 2 (local.get $write) (local.get $sum))))
                  (local.set $column (i32.add (local.get $column) (i32.const 1)))
                  (br_if $neighbourColumns (local.tee $j (i32.sub (local.get $j) (i32.const 1)))))))
            (local.set $row (i32.add (local.get $row) (i32.const 1)))
            (br_if $neighbourRows (local.tee $i (i32.sub (local.get $i) (i32.const 1)))))
          (local.set $pixel (i32.add (local.get $pixel) (i32.const 12)))
          (local.set $x (i32.add (local.get $x) (i32.const 1)))
          (br_if $columns (i32.lt_u (local.get $x) (local.get $width))))
        (local.set $y (i32.add (local.get $y) (i32.const 1)))
        (br_if $rows (i32.lt_u (local.get $y) (local.get $height))))
      (local.set $picture (local.get $pixel))
      (local.set $maps (i32.add (local.get $maps) (i32.const 24)))
      (br_if $pictures (local.tee $pictures (i32.sub (local.get $pictures) (i32.const 1)))))))
