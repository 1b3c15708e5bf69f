@view(check_a15)
select loan_number, outstanding_principal as amount,
  case when not is_outstanding then 'not_applicable'
       when least_class >= 3 and risk_class < 3 then 'caught hidden_non_performing'
       when risk_class < least_class then 'caught better'
       when risk_class is null and least_class > 1 then 'undetermined risk_class'
       when coalesce(@parameter_on(interest_arrears_count, as_of), 1) <> 0
        and interest_arrears > 0 and interest_arrears_since is null and coalesce(risk_class, 1) < 5
       then 'undetermined interest_arrears_since'
       else 'clear' end as said
from loan_least;

@view(check_a19)
select loan_number, outstanding_principal as amount,
  case when state in ('paid_out', 'recovering', 'recovered')
       then case when coalesce(payout_date > as_of, true) then 'undetermined payout_date'
                 when start_day is null then 'undetermined buffer_start'
                 when longest is null then 'undetermined buffer_longest_days'
                 when @days(start_day, payout_date) >= longest then 'clear'
                 else 'caught paid_early' end
       when state not in ('non_performing', 'in_buffer', 'buffer_over') then 'not_applicable'
       when start_day is null
       then case when file_days > 0 then 'caught no_buffer' else 'undetermined buffer_start' end
       when longest is null then 'undetermined buffer_longest_days'
       when @days(start_day, as_of) <= longest or payout_applied_date <= as_of then 'clear'
       else 'caught run_out' end as said
from (
  select loan_states.*,
    coalesce(buffer_start, non_performing_date) as start_day,
    @parameter(buffer_longest_days) as longest,
    count(coalesce(buffer_start, non_performing_date)) over (partition by file_number) as file_days
  from loan_states) started;

@view(check_a20)
select loan_number,
  outstanding_principal + coalesce(payout_by_government, 0) + coalesce(payout_by_bank, 0) as amount,
  case when applied is null and coalesce(status, '') <> 'paid_out' then 'not_applicable'
       when collection_count > 0 or last_collection_date <= as_of then 'clear'
       when collection_count is null and file_collections = 0 then 'undetermined collection_count'
       when applied is null then 'caught paid_without_collection'
       else 'caught no_collection' end as said
from (
  select loan_days.*,
    coalesce(case when payout_applied_date <= as_of then payout_applied_date end,
      case when payout_date <= as_of then payout_date end) as applied,
    count(case when collection_count is not null or last_collection_date is not null then 1 end)
      over (partition by file_number) as file_collections
  from loan_days) applied;

@view(check_a21)
select loan_number,
  coalesce(payout_by_government, 0) + coalesce(payout_by_bank, 0) as amount,
  case when payout_by_government is null and payout_by_bank is null and payout_date is null then 'not_applicable'
       when payout_by_government is null then 'undetermined payout_by_government'
       when payout_by_bank is null then 'undetermined payout_by_bank'
       when share is null then 'undetermined government_share'
       when payout_by_government + payout_by_bank = 0 then 'not_applicable'
       when abs(@wide(payout_by_government) * 10000 - @wide(payout_by_government + payout_by_bank) * share) < 10000
       then 'clear'
       else 'caught share' end as said
from (select loans.*, @parameter(government_share) as share from loans) asked;
