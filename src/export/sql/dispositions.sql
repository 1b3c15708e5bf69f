@view(loan_facts)
select loan_states.*,
  state in ('not_due', 'due_soon', 'overdue', 'non_performing', 'in_buffer', 'buffer_over') as is_on_books,
  nullif(ability, 'unknown') as known_ability,
  nullif(willingness, 'unknown') as known_willingness,
  has_roster,
  families.poverty_status,
  families.monitor_state,
  families.loan_wish,
  coalesce(max(days_past_due) over (partition by loan_states.household_number), 0) > 0 as household_is_overdue,
  coalesce(@parameter_on(interest_arrears_count, as_of), 1) <> 0
    and coalesce(interest_arrears, case when interest_arrears_since is not null then 1 else 0 end) > 0
    and coalesce(interest_arrears_since < as_of, true) as owes_interest,
  case when renewed_from is not null then greatest(coalesce(renewal_count, 1), 1)
       when went_on_as in ('none', 'extension') then 0
       when went_on_as is not null then greatest(coalesce(renewal_count, 1), 1)
       when renewal_count is not null then renewal_count
       when not renewed then 0 end as renewals_so_far,
  case when went_on_as = 'extension' then greatest(coalesce(renewal_count, 1), 1)
       when extended_maturity_date is not null then 1
       when went_on_as is not null or not extended or renewal_count = 0 or has_extended_days then 0
       end as extensions_so_far,
  @parameter(most_renewals) as most_renewals,
  @parameter(most_extensions) as most_extensions,
  @plus_days(date '1970-01-01', @parameter(renewal_last_signing_day)) as last_signing_day,
  case cause when 'disaster' then @parameter(disaster_is_excused)
             when 'illness' then @parameter(illness_is_excused)
             when 'failed_business' then @parameter(failed_business_is_excused)
             when 'death' then @parameter(death_is_excused) end as cause_is_excused,
  case when subsidy_sources.removed_on <= loan_states.as_of then source_then else source_before end as money
from loan_states
join subsidy_sources on source_number = loan_states.loan_number
cross join (select count(*) > 0 as has_roster from roster) rosters
cross join (select count(extended_maturity_date) > 0 as has_extended_days from loans) extensions
left join roster families on families.household_number = loan_states.household_number;

@view(loan_conditions)
select loan_facts.*,
  case when not has_roster then 'table:roster'
       when not is_in_roster then 'not_met'
       when poverty_status is null then 'fact:poverty_status'
       when poverty_status in ('in_poverty', 'lifted_with_support', 'returned_to_poverty') then 'met'
       when poverty_status = 'monitored' and coalesce(monitor_state, '') <> 'risk_removed' then 'met'
       else 'not_met' end as household,
  case when enterprise_use or coalesce(enterprise_code, '') <> '' then 'not_met'
       when enterprise_use is null then 'fact:enterprise_use'
       else 'met' end as own_use,
  case when most_renewals is null then 'parameter:most_renewals'
       when coalesce(renewals_so_far, 0) >= most_renewals then 'not_met'
       when renewals_so_far is null then 'fact:renewal_kind'
       else 'met' end as renewals_left,
  case when most_extensions is null then 'parameter:most_extensions'
       when coalesce(extensions_so_far, 0) >= most_extensions then 'not_met'
       when extensions_so_far is null then 'fact:renewal_kind'
       else 'met' end as extensions_left,
  case when last_signing_day is null then 'parameter:renewal_last_signing_day'
       when as_of <= last_signing_day then 'met'
       else 'not_met' end as in_period,
  case when known_ability is null then 'fact:ability'
       when known_ability = 'able' then 'met'
       else 'not_met' end as able,
  case when known_willingness is null then 'fact:willingness'
       when known_willingness = 'good' then 'met'
       else 'not_met' end as willing,
  case when loan_wish is null then 'fact:loan_wish' when loan_wish then 'met' else 'not_met' end as needs_money,
  case when is_on_books and class = 1 and coalesce(risk_class, 1) = 1
        and not owes_interest and not household_is_overdue then 'met'
       else 'not_met' end as risk_under_control,
  case when coalesce(cause, 'other') = 'other' then 'fact:cause'
       when cause = 'out_of_reach' then 'not_met'
       when cause_is_excused is null then concat('parameter:', cause, '_is_excused')
       when cause_is_excused <> 0 then 'met'
       else 'not_met' end as not_of_own_making
from loan_facts;

@view(loan_branches)
select decided.*,
  case when state in ('settled', 'recovered', 'written_off', 'not_due') then state
       when state = 'due_soon'
       then case renewal when 'met' then 'renew' when 'not_met' then 'due_soon' else 'due_soon_unknown' end
       when state = 'overdue'
       then case when known_willingness = 'malicious' then 'overdue_malicious'
                 when known_ability is null or known_willingness is null then 'look_into'
                 when known_ability = 'able' then 'overdue_able'
                 when known_ability = 'none' then 'overdue_unable'
                 when known_willingness <> 'good' then 'overdue_weak_unwilling'
                 when extension = 'met' then 'extend'
                 when extension = 'not_met' then 'overdue_not_extensible'
                 else 'look_into' end
       when state in ('non_performing', 'in_buffer')
       then case when buffer_last is null then 'buffer_unknown' else 'in_buffer' end
       when state = 'buffer_over'
       then case when known_ability is null then 'look_into'
                 when known_ability = 'none' and money <> 'nobody'
                 then case when payout_applied_date <= as_of then 'applied' else 'buffer_over_unable' end
                 when known_willingness = 'malicious' then 'buffer_over_malicious'
                 when known_willingness is null then 'look_into'
                 when known_ability = 'none' then 'buffer_over_not_entitled'
                 when known_ability = 'weak' then 'buffer_over_weak'
                 else 'buffer_over_able' end
       when known_willingness = 'malicious' then 'paid_out_malicious'
       when since is not null then 'paid_out_on'
       else 'paid_out' end as branch
from (
  select loan_conditions.*,
    case when 'not_met' in (household, own_use, renewals_left, in_period, able, willing, needs_money, risk_under_control)
         then 'not_met'
         when household = 'met' and own_use = 'met' and renewals_left = 'met' and in_period = 'met'
          and able = 'met' and willing = 'met' and needs_money = 'met' and risk_under_control = 'met'
         then 'met'
         else 'unknown' end as renewal,
    case when 'not_met' in (household, own_use, extensions_left, in_period, not_of_own_making)
         then 'not_met'
         when household = 'met' and own_use = 'met' and extensions_left = 'met' and in_period = 'met'
          and not_of_own_making = 'met'
         then 'met'
         else 'unknown' end as extension
  from loan_conditions) decided;

@view(loan_duties)
select row_number as duty_row,
  case when state in ('not_due', 'due_soon') and as_of <= remind_day then 'remind'
       when state in ('not_due', 'due_soon') then 'repay'
       when state = 'overdue' and last_overdue_day is not null then 'collect_before_non_performing'
       when state in ('non_performing', 'in_buffer') then 'collect_in_buffer'
       when state = 'buffer_over' and payout_applied_date <= as_of then 'pay_out'
       when state = 'buffer_over' then 'apply_for_payout' end as next_duty,
  case when state in ('not_due', 'due_soon') and as_of <= remind_day then remind_day
       when state in ('not_due', 'due_soon') then due_date
       when state = 'overdue' then last_overdue_day
       when state in ('non_performing', 'in_buffer') then buffer_last
       when state = 'buffer_over' and payout_applied_date <= as_of
       then @plus_days(payout_applied_date, @parameter(pay_within_days))
       when state = 'buffer_over' then @plus_days(buffer_last, @parameter(apply_within_days)) end as next_day,
  @plus_days(due_date, 1 + (@parameter(look_into_within_days))) as look_into_day
from (
  select loan_states.*,
    @plus_days(due_date, -(@parameter(remind_before_days))) as remind_day,
    case when first_non_performing_day < 1000000
         then @plus_days(due_date, first_non_performing_day - 1) end as last_overdue_day
  from loan_states) asked;

@view(loan_dispositions)
select row_number, loan_number, household_number, township, village, lender, outstanding_principal, as_of, state, branch,
  case when branch in ('not_due', 'settled', 'recovered', 'written_off') then 'no_action'
       when branch in ('due_soon', 'due_soon_unknown') then 'remind'
       when branch = 'renew' then 'renew'
       when branch = 'extend' then 'extend'
       when branch in ('overdue_malicious', 'buffer_over_malicious', 'paid_out_malicious') then 'recover_by_law'
       when branch = 'in_buffer' then 'collect_in_buffer'
       when branch in ('buffer_over_unable', 'applied') then 'pay_out'
       when branch in ('look_into', 'buffer_unknown') then 'look_into'
       else 'collect' end as disposition,
  case when branch = 'renew' then 'sign_renewal'
       when branch = 'extend' and next_duty is not null then 'sign_extension'
       when branch in ('look_into', 'buffer_unknown') then 'look_into'
       when branch in ('due_soon', 'due_soon_unknown', 'overdue_able', 'overdue_unable', 'overdue_weak_unwilling',
                       'overdue_not_extensible', 'in_buffer', 'buffer_over_unable', 'applied') then next_duty end as duty,
  case when branch = 'renew' then least(last_signing_day, due_date)
       when branch = 'extend' and next_day is not null then least(last_signing_day, next_day)
       when branch in ('look_into', 'buffer_unknown') then look_into_day
       when branch in ('due_soon', 'due_soon_unknown', 'overdue_able', 'overdue_unable', 'overdue_weak_unwilling',
                       'overdue_not_extensible', 'in_buffer', 'buffer_over_unable', 'applied') then next_day end as deadline,
  money,
  coalesce(known_willingness = 'malicious', false)
    and (state in ('paid_out', 'recovering') or is_on_books and days_counted > 0) as is_candidate,
  coalesce(is_on_books and least_class >= 3 and risk_class < 3, false) as is_hidden,
  @days(as_of, due_date) as days_left,
  renewal, extension,
  household, own_use, renewals_left, extensions_left, in_period, able, willing, needs_money, risk_under_control,
  not_of_own_making,
  case when buffer_first is null then 'fact:non_performing_date'
       when buffer_last is null then 'parameter:buffer_longest_days' end as buffer_lacks
from loan_branches
join loan_duties on duty_row = row_number;

@view(disposition_batches)
select group_kind, batch_township as township, batch_lender as lender, disposition,
  loans, outstanding_principal, households,
  other_money_loans, other_money_outstanding_principal,
  unknown_money_loans, unknown_money_outstanding_principal,
  late_loans, late_outstanding_principal,
  undated_loans, undated_outstanding_principal,
  first_deadline
from (
  select case when grouping(township) = 0 then 'work' else 'total' end as group_kind,
    township as batch_township,
    lender as batch_lender,
    disposition,
    count(*) as loans,
    @sum_if(true, outstanding_principal) as outstanding_principal,
    @households_if(true) as households,
    @count_if(disposition <> 'no_action' and money = 'other') as other_money_loans,
    @sum_if(disposition <> 'no_action' and money = 'other', outstanding_principal) as other_money_outstanding_principal,
    @count_if(disposition <> 'no_action' and money = 'unknown') as unknown_money_loans,
    @sum_if(disposition <> 'no_action' and money = 'unknown', outstanding_principal) as unknown_money_outstanding_principal,
    @count_if(deadline < as_of) as late_loans,
    @sum_if(deadline < as_of, outstanding_principal) as late_outstanding_principal,
    @count_if(duty is not null and deadline is null) as undated_loans,
    @sum_if(duty is not null and deadline is null, outstanding_principal) as undated_outstanding_principal,
    min(case when deadline >= as_of then deadline end) as first_deadline
  from loan_dispositions
  group by grouping sets ((disposition), (township, lender, disposition))) batches
where group_kind = 'total' or disposition <> 'no_action';

@view(week_duties)
select deadline as by_day, duty, township,
  count(*) as loans,
  @sum_if(true, outstanding_principal) as outstanding_principal
from loan_dispositions
where @days(as_of, deadline) between 0 and 6
group by deadline, duty, township;

@view(due_reminders)
select township,
  @count_if(days_left <= 30) as within_30_loans,
  @sum_if(days_left <= 30, outstanding_principal) as within_30_outstanding_principal,
  @count_if(days_left <= 60) as within_60_loans,
  @sum_if(days_left <= 60, outstanding_principal) as within_60_outstanding_principal,
  @count_if(days_left <= 90) as within_90_loans,
  @sum_if(days_left <= 90, outstanding_principal) as within_90_outstanding_principal
from loan_dispositions
where state = 'due_soon'
group by township;

@view(to_find_out)
select lacks,
  count(*) as loans,
  @sum_if(true, outstanding_principal) as outstanding_principal
from (
  select outstanding_principal,
    case when branch = 'buffer_unknown' then case when asked = 'buffer' then buffer_lacks end
         when state = 'buffer_over' or able not in ('met', 'not_met') or willing not in ('met', 'not_met')
         then case asked when 'ability' then able when 'willingness' then willing end
         else case asked when 'household' then household
                         when 'own_use' then own_use
                         when 'extensions_left' then extensions_left
                         when 'in_period' then in_period
                         when 'not_of_own_making' then not_of_own_making end end as lacks
  from loan_dispositions
  cross join (
    values ('buffer'), ('ability'), ('willingness'), ('household'), ('own_use'), ('extensions_left'), ('in_period'),
      ('not_of_own_making')) as questions(asked)
  where disposition = 'look_into') answered
where lacks not in ('met', 'not_met')
group by lacks;

@view(marked_loans)
select @count_if(is_candidate) as candidates_loans,
  @sum_if(is_candidate, outstanding_principal) as candidates_outstanding_principal,
  @count_if(is_hidden) as hidden_loans,
  @sum_if(is_hidden, outstanding_principal) as hidden_outstanding_principal
from loan_dispositions;
