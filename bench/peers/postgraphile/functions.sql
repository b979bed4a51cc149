-- What a practised user of PostGraphile adds to the tables: computed columns that PostgreSQL can inline, and the distances of a
-- picture from its sibling's in one function.
create schema bench;

create function bench.visualization_hashes_average_hex(hashes visualization_hashes) returns text immutable language sql
  return lpad(to_hex(hashes.average::bigint), 16, '0');
create function bench.visualization_hashes_perceptual_hex(hashes visualization_hashes) returns text immutable language sql
  return lpad(to_hex(hashes.perceptual::bigint), 16, '0');
create function bench.visualization_hashes_difference_hex(hashes visualization_hashes) returns text immutable language sql
  return lpad(to_hex(hashes.difference::bigint), 16, '0');
create function bench.visualization_hashes_wavelet_hex(hashes visualization_hashes) returns text immutable language sql
  return lpad(to_hex(hashes.wavelet::bigint), 16, '0');
create function bench.visualization_hashes_color_hex(hashes visualization_hashes) returns text immutable language sql
  return lpad(to_hex(hashes.color::bigint), 11, '0');

create function bench.model_children(parent model) returns setof model stable language sql as $$
  select * from model where parent_id = parent.id and kind = 'child' order by position
$$;

create type bench.sibling_distance as
  (average integer, perceptual integer, difference integer, wavelet integer, color integer);

create function bench.visualization_sibling_distance(picture visualization) returns bench.sibling_distance
stable language sql as $$
  select (bit_count(a.average # b.average), bit_count(a.perceptual # b.perceptual),
    bit_count(a.difference # b.difference), bit_count(a.wavelet # b.wavelet),
    bit_count(a.color # b.color))::bench.sibling_distance
  from model
  join visualization other on other.model_id = model.sibling_id and other.layer = picture.layer
    and other.channel = picture.channel and other.preset = picture.preset and other.seed = picture.seed
    and other.objective = picture.objective
  join visualization_hashes a on a.visualization_id = picture.id
  join visualization_hashes b on b.visualization_id = other.id and b.version = a.version
  where model.id = picture.model_id
$$;
