@view(check_a11)
select loans.loan_number, coalesce(second_amount, 0) as amount,
  case when paid_number is null then 'not_applicable'
       when payments > 1 and convention_lacks is not null then 'undetermined ' || convention_lacks
       else coalesce(said, 'clear') end as said
from loans
left join (
  select loan_number as paid_number, count(*) as payments, min(convention_lacks) as convention_lacks
  from subsidy_payments
  group by loan_number) paid on paid_number = loans.loan_number
left join subsidy_twice on twice_number = loans.loan_number;

@view(subsidy_by_loan)
select loan_number as paid_number,
  min(convention_lacks) as convention_lacks,
  min(after_lacks) as after_lacks,
  @count_if(is_after) as after_term,
  @sum_if(is_after, amount) as after_amount,
  @count_if(above is not null) as above_limit,
  @sum_if(true, above) as above_amount,
  min(case when above_place = 1 then above_lacks end) as above_lacks,
  min(case when differing_place = 1 and on_list in ('over', 'under') then on_list end) as differs,
  @sum_if(on_list in ('over', 'under'), on_list_by) as differs_by,
  min(case when on_list_place = 1 and on_list_open is not null then on_list_open end) as on_list_lacks
from (
  select judged.*,
    row_number() over (partition by loan_number
      order by case when above_lacks is not null then 0 else 1 end, payment_row) as above_place,
    row_number() over (partition by loan_number
      order by case when on_list in ('over', 'under') then 0 else 1 end, payment_row) as differing_place,
    row_number() over (partition by loan_number
      order by case when on_list_open is not null then 0 else 1 end, payment_row) as on_list_place
  from (
    select subsidy_judged.*,
      coalesce(on_list_lacks, case when on_list = 'open' then principal_lacks end) as on_list_open
    from subsidy_judged) judged) placed
group by loan_number;

@view(check_a12)
select loan_number,
  case when after_amount > 0 then after_amount when convention_lacks is null then coalesce(above_amount, 0) else 0 end as amount,
  case when paid_number is null then 'not_applicable'
       when after_term > 0 then 'caught after_due'
       when convention_lacks is null and above_limit > 0 then 'caught above_limit'
       else coalesce('undetermined ' || coalesce(after_lacks, convention_lacks, above_lacks), 'clear') end as said
from loans
left join subsidy_by_loan on paid_number = loan_number;

@view(check_a13)
select loan_number, coalesce(differs_by, 0) as amount,
  case when paid_number is null then 'not_applicable'
       when convention_lacks is not null then 'undetermined ' || convention_lacks
       when differs is not null then 'caught ' || differs
       else coalesce('undetermined ' || on_list_lacks, 'clear') end as said
from loans
left join subsidy_by_loan on paid_number = loan_number;

@view(check_a14)
select loan_number, coalesce(least, 0) as amount, coalesce(said, 'not_applicable') as said
from loans
left join subsidy_missing on missing_number = loan_number;
