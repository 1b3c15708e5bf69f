@view(subsidy_payment_sums)
select payment_row as sum_payment,
  @wide(sum(greatest(0, @days(greatest(days_from, first_day), least(days_to, ends, next_day))) * least_below)) as below_least,
  @wide(sum(greatest(0, @days(greatest(days_from, first_day), least(days_to, ends, next_day))) * most_below)) as below_most,
  @wide(sum(@days(greatest(days_from, first_day), least(days_to, next_day)) * least_below)) as whole_below_least,
  @wide(sum(@days(greatest(days_from, first_day), least(days_to, next_day)) * most_below)) as whole_below_most
from subsidy_payments
join subsidy_principal on principal_row = row_number and first_day < days_to and next_day > days_from
where days_from < days_to
group by payment_row;

@view(subsidy_priced)
select subsidy_payments.*, gap_lacks,
  case when removed_on < days_to then source_then else source_before end as source,
  greatest(0, @days(days_from, days_to)) as list_days,
  greatest(0, @days(greatest(days_from, starts), least(days_to, ends))) as term_days,
  greatest(0, @days(greatest(days_from, starts), least(days_to, term_ends))) as whole_term_days,
  coalesce(below_least, 0) as below_least, coalesce(below_most, 0) as below_most,
  coalesce(whole_below_least, 0) as whole_below_least, coalesce(whole_below_most, 0) as whole_below_most
from subsidy_payments
join subsidy_sources on source_number = loan_number
left join subsidy_gaps on gap_row = row_number
left join subsidy_payment_sums on sum_payment = payment_row;

@view(subsidy_measured)
select subsidy_priced.*,
  coalesce(lacks, case when term_days > 0 then gap_lacks end) as right_lacks,
  case when whole_term_days > 0 then coalesce(limited_lacks, gap_lacks) end as limit_lacks,
  coalesce(whole_below_least <> @wide(whole_term_days) * least_principal
    or whole_below_most <> @wide(whole_term_days) * most_principal, false) as is_partly_above,
  @interest(below_least, rate, 360) as right_least_360,
  @interest(below_least, rate, 365) as right_least_365,
  @interest(below_most, rate, 360) as right_most_360,
  @interest(below_most, rate, 365) as right_most_365,
  @interest(@wide(list_days) * least_principal, own_rate, 360) as list_least_360,
  @interest(@wide(list_days) * least_principal, own_rate, 365) as list_least_365,
  @interest(@wide(list_days) * most_principal, own_rate, 360) as list_most_360,
  @interest(@wide(list_days) * most_principal, own_rate, 365) as list_most_365,
  @interest(@wide(term_days) * least_principal, own_rate, 360) as term_least_360,
  @interest(@wide(term_days) * least_principal, own_rate, 365) as term_least_365,
  @interest(@wide(term_days) * most_principal, own_rate, 360) as term_most_360,
  @interest(@wide(term_days) * most_principal, own_rate, 365) as term_most_365,
  @interest(below_least, own_rate, 360) as below_least_360,
  @interest(below_least, own_rate, 365) as below_least_365,
  @interest(below_most, own_rate, 360) as below_most_360,
  @interest(below_most, own_rate, 365) as below_most_365,
  greatest(days_from, @plus_days(term_end, last_bears)) < days_to as is_after_term,
  greatest(days_from, @plus_days(least(maturity_date, due_date), last_bears)) < days_to as is_after_earlier_end,
  greatest(days_from, @plus_days(latest_end, last_bears)) < days_to as is_after_later_end
from subsidy_priced;

@view(subsidy_judged)
select payment_row, loan_number,
  amount, convention_lacks,
  coalesce(due_lacks, case when tolerance is null then 'subsidy_tolerance' end) as against_due_lacks,
  case when due_lacks is null then @difference(amount, due) end as against_due,
  @difference_by(amount, due) as against_due_by,
  coalesce(case when tolerance is null then 'subsidy_tolerance' end, lacks,
    case when listed not in ('agrees', 'over') then right_lacks end) as on_list_lacks,
  case when listed in ('agrees', 'over') then listed
       when right_lacks is not null then null
       when listed is not null and @difference(amount, right) = 'agrees' then 'agrees'
       else listed end as on_list,
  @difference_by(amount, list) as on_list_by,
  case when convention_lacks is not null then convention_lacks
       when term_lacks is not null and is_after_earlier_end and not is_after_later_end then term_lacks end as after_lacks,
  coalesce(case when term_lacks is null then is_after_term else is_after_later_end end, false) as is_after,
  coalesce(term_lacks, limit_lacks,
    case when is_partly_above
         then coalesce(lacks, case when is_above_measured and tolerance is null then 'subsidy_tolerance' end) end) as above_lacks,
  case when lacks is null and limit_lacks is null and is_partly_above and is_above_measured
        and above > 0 and above > tolerance then above end as above,
  principal_lacks
from (
  select subsidy_measured.*,
    case when source <> 'nobody' then right_lacks end as due_lacks,
    case when source = 'nobody' then 0 else right_least_360 end as due_least_360,
    case when source = 'nobody' then 0 else right_least_365 end as due_least_365,
    case when source = 'nobody' then 0 else right_most_360 end as due_most_360,
    case when source = 'nobody' then 0 else right_most_365 end as due_most_365,
    case when lacks is null then @difference(amount, list) end as listed,
    below_least_360 <> term_least_360 or below_least_365 <> term_least_365
      or below_most_360 <> term_most_360 or below_most_365 <> term_most_365 as is_above_measured,
    least(amount - (list_most_360 - term_most_360), term_most_360) - below_most_360 as above
  from subsidy_measured) measured;

@view(subsidy_in_order)
select payment_row, loan_number, period_start, period_end, days_from, days_to, amount,
  row_number() over (partition by loan_number order by days_from, days_to, payment_row) as place,
  max(days_to) over (partition by loan_number order by days_from, days_to, payment_row
    rows between unbounded preceding and 1 preceding) as longest_to
from subsidy_payments;

@view(subsidy_twice)
select twice_number, first_amount, second_amount, second_row, said
from (
  select second.loan_number as twice_number, first.amount as first_amount, second.amount as second_amount,
    second.payment_row as second_row,
    case when first.period_start = second.period_start and first.period_end = second.period_end
         then 'caught twice' else 'caught overlap' end as said,
    row_number() over (partition by second.loan_number order by second.place, first.place) as choice
  from subsidy_in_order second
  join subsidy_in_order first
    on first.loan_number = second.loan_number and first.place < second.place and first.days_to = second.longest_to
  where second.days_from < second.longest_to and second.days_from < second.days_to) overlapping
where choice = 1;

@view(subsidy_unpaid_sums)
select unpaid_row as sum_row, unpaid_from as sum_from,
  @wide(sum(@days(greatest(unpaid_from, first_day), least(unpaid_to, next_day)) * least_below)) as least_days,
  @wide(sum(@days(greatest(unpaid_from, first_day), least(unpaid_to, next_day)) * most_below)) as most_days
from subsidy_unpaid
join subsidy_principal on principal_row = unpaid_row and first_day < unpaid_to and next_day > unpaid_from
group by unpaid_row, unpaid_from;

@view(subsidy_never_paid)
select unpaid_row,
  @count_if(is_untold) as untold,
  @sum_if(not is_untold, @interest(least_days, rate, 360)) as least_360,
  @sum_if(not is_untold, @interest(least_days, rate, 365)) as least_365,
  @sum_if(not is_untold, @interest(most_days, rate, 360)) as most_360,
  @sum_if(not is_untold, @interest(most_days, rate, 365)) as most_365
from (
  select unpaid_row, least_days, most_days, rate, share,
    case when limited_lacks is not null
         then most_principal > 0 and coalesce(limit_amount, 1) <> 0
           and greatest(unpaid_from, case when term_lacks is null then starts else earliest_starts end)
             < least(unpaid_to, case when term_lacks is null then term_ends else latest_ends end)
         when greatest(unpaid_from, starts) >= least(unpaid_to, term_ends) then false
         when gap_lacks is not null then true
         else lacks is not null and coalesce(most_days, 0) > 0 end as is_untold
  from subsidy_unpaid
  join subsidy_spells on row_number = unpaid_row
  left join subsidy_gaps on gap_row = unpaid_row
  left join subsidy_unpaid_sums on sum_row = unpaid_row and sum_from = unpaid_from) parts
group by unpaid_row;

@view(subsidy_missing)
select row_number as missing_row, loan_number as missing_number, lender,
  case when own_rate <= 0 or share = 0 then 'clear'
       when lacks is not null then case when untold > 0 then 'undetermined ' || lacks else 'clear' end
       when tolerance is null and untold = 0 and most = 0 then 'clear'
       when tolerance is null then 'undetermined subsidy_tolerance'
       when least_365 > tolerance then 'caught missing'
       when untold > 0 then 'undetermined ' || gap_lacks
       when most_360 <= tolerance then 'clear'
       else 'undetermined ' || principal_lacks end as said,
  least,
  case when lacks is null and untold = 0 then most end as most
from (
  select row_number, loan_number, lender, own_rate, share, tolerance, lacks, gap_lacks, principal_lacks,
    coalesce(untold, 0) as untold, coalesce(least_365, 0) as least_365, coalesce(most_360, 0) as most_360,
    coalesce(case when year_days = 360 then least_360 else least_365 end, 0) as least,
    coalesce(case when year_days = 360 then most_360 else most_365 end, 0) as most
  from subsidy_spells
  left join subsidy_gaps on gap_row = row_number
  left join (select distinct loan_number as paid_number from subsidy) paid on paid_number = loan_number
  left join subsidy_never_paid on unpaid_row = row_number
  where paid_number is null) summed;

@view(subsidy_faults)
select fault, payment_row, loan_number,
  case fault when 'over' then against_due_by when 'under' then against_due_by when 'off_list' then on_list_by
             when 'above_limit' then above else amount end as amount,
  case when fault = 'undetermined' then untold end as lacks
from (
  select subsidy_judged.*,
    coalesce(convention_lacks,
      against_due_lacks, case when against_due = 'open' then principal_lacks end,
      on_list_lacks, case when on_list = 'open' then principal_lacks end,
      after_lacks, above_lacks) as untold
  from subsidy_judged) judged
cross join @paid_faults() as faults(fault)
where case when fault = 'undetermined' then untold is not null
           when convention_lacks is not null then false
           when fault in ('over', 'under') then against_due = fault
           when fault = 'off_list' then on_list in ('over', 'under')
           when fault = 'after_maturity' then is_after
           when fault = 'above_limit' then above is not null
           else false end
union all
select 'twice', second_row, twice_number, least(first_amount, second_amount), cast(null as string)
from subsidy_twice
union all
select case when said = 'caught missing' then 'missing' else 'undetermined' end, cast(null as bigint), missing_number,
  case when said = 'caught missing' then least else most end, nullif(split_part(said, ' ', 2), 'missing')
from subsidy_missing
where said <> 'clear';

@view(subsidy_fault_counts)
select faults.fault, coalesce(found, 0) as count, coalesce(amount, 0) as amount,
  coalesce(unknown_amounts, 0) as unknown_amounts
from @paid_faults() as faults(fault)
cross join (select count(*) as periods from settlement_periods) known
left join (
  select fault as found_fault, count(*) as found, @sum_if(true, amount) as amount,
    @count_if(amount is null) as unknown_amounts
  from subsidy_faults
  group by fault) counted on found_fault = faults.fault
where periods > 0;

@view(subsidy_unpaid_counts)
select lender,
  @count_if(said = 'caught missing') as missing,
  @sum_if(said = 'caught missing', least) as missing_amount,
  @count_if(said like 'undetermined%') as perhaps_missing,
  @sum_if(said like 'undetermined%', most) as perhaps_missing_amount,
  @count_if(said like 'undetermined%' and most is null) as perhaps_missing_unknown
from subsidy_missing
cross join (select count(*) as periods from settlement_periods) known
where said <> 'clear' and periods > 0
group by lender;

@view(subsidy_placed)
select payment_row, loan_number, township, village, lender, amount, settlement_periods.starts as period_starts
from subsidy_payments
left join settlement_periods
  on settlement_periods.starts < period_end and settlement_periods.ends >= period_end;

@view(subsidy_paid_totals)
select lender, period_starts as starts, count(*) as payments, @sum_if(true, amount) as paid
from subsidy_placed
where period_starts is not null
group by lender, period_starts;

@view(subsidy_paid_villages)
select township, village, count(*) as payments, @sum_if(true, amount) as paid
from subsidy_placed
where period_starts is not null
group by township, village;

@view(subsidy_paid_village_periods)
select township, village, period_starts as starts, count(*) as payments, @sum_if(true, amount) as paid
from subsidy_placed
where period_starts is not null
group by township, village, period_starts;

@view(subsidy_unplaced)
select 'out_of_periods' as place, count(*) as payments, @sum_if(true, amount) as paid
from subsidy_placed
cross join (select count(*) as periods from settlement_periods) known
where period_starts is null and periods > 0
union all
select 'without_loan', count(*), @sum_if(true, subsidy_amount)
from subsidy
left join loans on loans.loan_number = subsidy.loan_number
cross join (select count(*) as periods from settlement_periods) known
where loans.loan_number is null and periods > 0;
