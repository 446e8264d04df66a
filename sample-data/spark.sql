-- The counts of a list of households as a snapshot, in Spark SQL: for lists that outgrow one machine. A row of `ho` is a
-- household: ma, phuong, phan_loai ('Hộ nghèo', 'Hộ cận nghèo'), so_khau; bhyt and viec_lam (does it lack that?).
-- Over Parquet: create temporary view ho using parquet options (path 'ho.parquet');
-- then: spark-sql -f spark.sql > 2024.json
with ho_theo_nhom as (
  select *, phan_loai = 'Hộ nghèo' as ngheo, phan_loai = 'Hộ cận nghèo' as can_ngheo from ho
), dem as (
  select phuong, grouping(phuong) = 1 as ca_quan,
    named_struct(
      'households', count(*) filter (where ngheo),
      'persons', coalesce(sum(so_khau) filter (where ngheo), 0)) as poor,
    named_struct(
      'households', count(*) filter (where can_ngheo),
      'persons', coalesce(sum(so_khau) filter (where can_ngheo), 0)) as near_poor,
    array(
      named_struct('id', 'bao-hiem-y-te', 'name', named_struct('vi', 'Bảo hiểm y tế', 'en', 'Health insurance'),
        'poor', count(*) filter (where ngheo and bhyt), 'near_poor', count(*) filter (where can_ngheo and bhyt)),
      named_struct('id', 'viec-lam', 'name', named_struct('vi', 'Việc làm', 'en', 'Employment'),
        'poor', count(*) filter (where ngheo and viec_lam), 'near_poor', count(*) filter (where can_ngheo and viec_lam))
    ) as deprivations
  from ho_theo_nhom
  group by rollup (phuong)
)
select to_json(named_struct(
  'format', 'giamngheo/1', 'unit', named_struct('name', 'Quận 6', 'kind', 'district'), 'as_of', '2024-12-31',
  'source', named_struct('provenance', 'reported', 'title', 'Số liệu hộ nghèo, hộ cận nghèo đến 31/12/2024',
    'note', 'Nhập từ danh sách hộ'),
  'households', 65000, 'poor', poor, 'near_poor', near_poor, 'deprivations', deprivations,
  'areas', (
    select array_sort(collect_list(struct(phuong as name, poor, near_poor, deprivations)))
    from dem where not ca_quan)))
from dem where ca_quan
