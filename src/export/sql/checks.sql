@view(rate_intervals)
select rate_kind, effective_from,
  lead(effective_from) over (partition by rate_kind order by effective_from) as until,
  one_year, longer
from @shipped_rates() as shipped(rate_kind, effective_from, one_year, longer);

@view(county_rate_intervals)
select kinds.rate_kind, rates.effective_from,
  lead(rates.effective_from) over (partition by kinds.rate_kind order by rates.effective_from) as until,
  rate_one_year as one_year, rate_five_years as longer
from rates
cross join (select distinct rate_kind from rate_intervals) kinds
where rates.rate_kind is null or rates.rate_kind = kinds.rate_kind;

@view(rate_caps)
select loan_number,
  case when is_short then coalesce(county_one_year, shipped_one_year)
       else coalesce(county_longer, shipped_longer) end as cap
from (
  select terms.loan_number,
    terms.is_short,
    county.one_year as county_one_year, county.longer as county_longer,
    shipped.one_year as shipped_one_year, shipped.longer as shipped_longer
  from (
    select loan_number, disbursement_date,
      maturity_date <= @plus_months(disbursement_date, 12) as is_short,
      case @parameter(rate_cap_kind) when 0 then 'benchmark' when 1 then 'loan_prime_rate' end as rate_kind
    from loans) terms
  left join county_rate_intervals county
    on county.rate_kind = terms.rate_kind and county.effective_from <= terms.disbursement_date
    and (county.until is null or county.until > terms.disbursement_date)
  left join rate_intervals shipped
    on shipped.rate_kind = terms.rate_kind and shipped.effective_from <= terms.disbursement_date
    and (shipped.until is null or shipped.until > terms.disbursement_date)) found;

@view(check_a01)
select loan_number,
  case when has_roster.households = 0 then 'undetermined' when is_in_roster then 'clear' else 'caught' end as verdict
from loan_days
cross join (select count(*) as households from roster) has_roster;

@view(check_a04)
select loan_number,
  case when longest is null then 'undetermined'
       when maturity_date <= @plus_months(disbursement_date, longest) then 'clear'
       when disbursement_date = last_day(disbursement_date) and maturity_date = last_day(maturity_date)
        and last_day(maturity_date) = last_day(@plus_months(disbursement_date, longest)) then 'clear'
       else 'caught' end as verdict
from (select loans.*, @parameter(longest_term_months) as longest from loans) terms;

@view(check_a05)
select loans.loan_number,
  case when annual_interest_rate is null or cap is null then 'undetermined'
       when annual_interest_rate <= cap then 'clear'
       else 'caught' end as verdict
from loans
left join rate_caps on rate_caps.loan_number = loans.loan_number;

@view(household_totals)
select loan_number, household_number, disbursement_date, household_total, household_limit
from (
  select owed.loan_number, owed.household_number, owed.disbursement_date,
    sum(disbursed_principal) over (partition by owed.household_number order by owed.disbursement_date) as household_total,
    @parameter(household_limit) as household_limit
  from (select loans.* from loans where outstanding_principal > 0) owed
  left join (
    select distinct before.household_number as renewed_household, before.loan_number as renewed_number
    from loans later
    join loans before on before.loan_number = later.renewed_from and before.household_number = later.household_number
      and (before.disbursement_date < later.disbursement_date
        or before.disbursement_date = later.disbursement_date and before.row_number < later.row_number)
    where later.outstanding_principal > 0) renewed
    on renewed_household = owed.household_number and renewed_number = owed.loan_number
  where renewed_number is null) totals;

@view(household_excess)
select household_number as excess_household,
  max(case when household_total > household_limit then disbursement_date end) as excess_day,
  max(case when household_limit is null then disbursement_date end) as unknown_day
from household_totals
group by household_number;

@view(check_a03)
select loans.loan_number,
  case when loans.outstanding_principal <= 0 then 'not_applicable'
       when household_totals.loan_number is null then 'clear'
       when excess_day >= loans.disbursement_date then 'caught'
       when unknown_day >= loans.disbursement_date then 'undetermined'
       else 'clear' end as verdict
from loans
left join household_totals on household_totals.loan_number = loans.loan_number
left join household_excess on excess_household = loans.household_number;

@view(check_a15)
select loan_number,
  case when not is_outstanding then 'not_applicable'
       when risk_class < least_class then 'caught'
       when risk_class is null and least_class > 1 then 'undetermined'
       when coalesce(@parameter_on(interest_arrears_count, as_of), 1) <> 0
        and interest_arrears > 0 and interest_arrears_since is null and coalesce(risk_class, 1) < 5 then 'undetermined'
       else 'clear' end as verdict
from loan_least;

@view(check_a19)
select loan_number,
  case when coalesce(status, '') = 'paid_out' or coalesce(payout_date <= as_of, false)
       then case when coalesce(payout_date > as_of, true) or start_day is null or longest is null then 'undetermined'
                 when @days(start_day, payout_date) >= longest then 'clear'
                 else 'caught' end
       when coalesce(status, '') = 'written_off' or not is_non_performing then 'not_applicable'
       when start_day is null then case when file_days > 0 then 'caught' else 'undetermined' end
       when longest is null then 'undetermined'
       when @days(start_day, as_of) <= longest or coalesce(payout_applied_date <= as_of, false) then 'clear'
       else 'caught' end as verdict
from (
  select loan_buffers.*,
    coalesce(buffer_start, non_performing_date) as start_day,
    @parameter(buffer_longest_days) as longest,
    count(coalesce(buffer_start, non_performing_date)) over (partition by file_number) as file_days
  from loan_buffers) started;

@view(check_verdicts)
select 'A01' as check_id, loan_number, verdict from check_a01
union all
select 'A03', loan_number, verdict from check_a03
union all
select 'A04', loan_number, verdict from check_a04
union all
select 'A05', loan_number, verdict from check_a05
union all
select 'A15', loan_number, verdict from check_a15
union all
select 'A19', loan_number, verdict from check_a19;

@view(check_counts)
select check_id,
  @count_if(verdict = 'caught') as loans,
  @households_if(verdict = 'caught') as households,
  @sum_if(verdict = 'caught', case when check_id = 'A03' then disbursed_principal else outstanding_principal end) as amount,
  @count_if(verdict = 'undetermined') as undetermined,
  @count_if(verdict = 'clear') as clear,
  @count_if(verdict = 'not_applicable') as not_applicable
from check_verdicts
join loans on loans.loan_number = check_verdicts.loan_number
group by check_id;

