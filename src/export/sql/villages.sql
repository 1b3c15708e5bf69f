@view(village_repayment)
select group_counts.township,
  group_counts.village,
  group_counts.outstanding_loans,
  group_counts.matured_loans,
  case when basis.dated_loans = 0 then repaid_loans
       when undated_loans = 0 then on_time_loans end as repayment_loans,
  overdue_amount,
  outstanding_principal,
  villages.credit_households,
  villages.all_households,
  case when matured_loans < @minimum_matured_loans() or matured_loans = 0 then 'too_few'
       when basis.dated_loans > 0 and undated_loans > 0 then 'undetermined'
       else 'ranked' end as list
from group_counts
cross join (select count(settlement_date) as dated_loans from loans) basis
left join villages
  on villages.township = group_counts.township and villages.village = group_counts.village
where group_kind = 'village';

@view(village_places)
select own.township,
  own.village,
  1 + @count_if(cast(other.repayment_loans as decimal(38, 0)) * own.matured_loans
                > cast(own.repayment_loans as decimal(38, 0)) * other.matured_loans
    or cast(other.repayment_loans as decimal(38, 0)) * own.matured_loans
       = cast(own.repayment_loans as decimal(38, 0)) * other.matured_loans
    and cast(other.overdue_amount as decimal(19, 0)) * cast(greatest(own.outstanding_principal, 1) as decimal(19, 0))
        < cast(own.overdue_amount as decimal(19, 0)) * cast(greatest(other.outstanding_principal, 1) as decimal(19, 0)))
    as place,
  @count_if(cast(other.repayment_loans as decimal(38, 0)) * own.matured_loans
            = cast(own.repayment_loans as decimal(38, 0)) * other.matured_loans
    and cast(other.overdue_amount as decimal(19, 0)) * cast(greatest(own.outstanding_principal, 1) as decimal(19, 0))
        = cast(own.overdue_amount as decimal(19, 0)) * cast(greatest(other.outstanding_principal, 1) as decimal(19, 0))) > 1
    as is_tied
from village_repayment own
cross join village_repayment other
where own.list = 'ranked' and other.list = 'ranked'
group by own.township, own.village;

@view(credit_villages)
select village_repayment.list,
  village_repayment.township,
  village_repayment.village,
  village_places.place as rank,
  coalesce(village_places.is_tied, false) as is_tied,
  outstanding_loans,
  matured_loans,
  @rate(repayment, repayment_loans, matured_loans),
  @rate(overdue_by_amount, overdue_amount, outstanding_principal),
  credit_households,
  all_households
from village_repayment
left join village_places
  on village_places.township = village_repayment.township and village_places.village = village_repayment.village;

