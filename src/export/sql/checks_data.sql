@view(check_a23)
select loan_number, outstanding_principal as amount,
  case when outstanding_principal > disbursed_principal then 'caught above_principal'
       when is_outstanding and (coalesce(status, '') = 'settled' or coalesce(settlement_date <= as_of, false))
       then 'caught settled_with_balance'
       when maturity_date < disbursement_date then 'caught due_before_disbursed'
       when extended_maturity_date < maturity_date then 'caught extended_back'
       when disbursement_date > as_of then 'caught disbursed_after_day'
       else 'clear' end as said
from loan_days;

@view(gazetteer_places)
select place_code, place_name, level,
  substr(case when level = 'village' then coalesce(parent_code, place_code) else place_code end, 1, 9) as township_code,
  @without_ending(place_name) as short_name
from (
  select gazetteer.*,
    coalesce(place_level,
      case when length(place_code) = 9 then 'township'
           when length(place_code) = 12 and place_code like '%000' then 'township'
           when length(place_code) = 12 then 'village' end) as level
  from gazetteer) leveled;

@view(listed_villages)
select township as listed_township, village as listed_village from villages
union
select township, village
from village_codes
join gazetteer on gazetteer.place_code = village_codes.place_code
union
select asked.township, asked.village
from (select distinct township, village, @without_ending(village) as short_name from loans) asked
join gazetteer_places towns on towns.level = 'township' and towns.place_name = asked.township
join gazetteer_places places
  on places.level = 'village' and places.township_code = towns.township_code and places.short_name = asked.short_name;

@view(listed_townships)
select township as known_township from villages
union
select place_name from gazetteer_places where level = 'township';

@view(check_a24)
select loan_number, outstanding_principal as amount,
  case when listed_village is not null then 'clear'
       when known_township is not null then 'caught unknown_village'
       else 'caught unknown_township' end as said
from loans
left join listed_villages on listed_township = township and listed_village = village
left join listed_townships on known_township = township;
