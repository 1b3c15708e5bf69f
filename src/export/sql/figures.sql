@view(loan_groups)
select case when grouping(lender) = 0 then 'lender'
            when grouping(village) = 0 then 'village'
            when grouping(township) = 0 then 'township'
            else 'total' end as group_kind,
  township as group_township,
  village as group_village,
  lender as group_lender,
  count(*) as loans,
  @count_if(is_outstanding) as outstanding_loans,
  @sum_if(true, disbursed_principal) as disbursed_principal,
  @sum_if(true, outstanding_principal) as outstanding_principal,
  @households_if(true) as borrower_households,
  @households_if(is_outstanding) as outstanding_households,
  @sum_if(days_past_due > 0, outstanding_principal) as overdue_amount,
  @count_if(days_past_due > 0) as overdue_loans,
  @households_if(days_past_due > 0) as overdue_households,
  @sum_if(class = 1, outstanding_principal) as pass_amount,
  @count_if(class = 1) as pass_loans,
  @sum_if(class = 2, outstanding_principal) as special_mention_amount,
  @count_if(class = 2) as special_mention_loans,
  @sum_if(class = 3, outstanding_principal) as substandard_amount,
  @count_if(class = 3) as substandard_loans,
  @sum_if(class = 4, outstanding_principal) as doubtful_amount,
  @count_if(class = 4) as doubtful_loans,
  @sum_if(class = 5, outstanding_principal) as loss_amount,
  @count_if(class = 5) as loss_loans,
  @sum_if(is_outstanding and days_left between 0 and 30, outstanding_principal) as due_30_amount,
  @count_if(is_outstanding and days_left between 0 and 30) as due_30_loans,
  @sum_if(is_outstanding and days_left between 0 and 60, outstanding_principal) as due_60_amount,
  @count_if(is_outstanding and days_left between 0 and 60) as due_60_loans,
  @sum_if(is_outstanding and days_left between 0 and 90, outstanding_principal) as due_90_amount,
  @count_if(is_outstanding and days_left between 0 and 90) as due_90_loans,
  @households_if(is_outstanding and is_in_roster) as covered_households,
  @households_if(is_in_roster) as covered_ever_households,
  @count_if(days_left < 0) as matured_loans,
  @sum_if(days_left < 0, disbursed_principal) as matured_amount,
  @count_if(days_left < 0 and is_repaid) as repaid_loans,
  @count_if(days_left < 0 and is_repaid and settlement_date <= due_date) as on_time_loans,
  @count_if(days_left < 0 and is_repaid and settlement_date is null) as undated_loans,
  @sum_if(days_left < 0 and is_repaid, disbursed_principal)
    + @sum_if(days_left < 0 and is_outstanding and disbursed_principal > outstanding_principal,
              disbursed_principal - outstanding_principal) as recovered_amount
from loan_classes
group by grouping sets ((), (township), (township, village), (lender));

@view(roster_groups)
select case when grouping(village) = 0 then 'village'
            when grouping(township) = 0 then 'township'
            else 'total' end as group_kind,
  township as group_township,
  village as group_village,
  count(*) as households
from roster
group by grouping sets ((), (township), (township, village));

@view(report_groups)
select 'total' as group_kind, '' as township, '' as village, '' as lender
union all
select distinct 'lender', '', '', lender from loans
union all
select 'township', township, '', ''
from (select township from loans union select township from roster union select township from villages) townships
union all
select 'village', township, village, ''
from (select township, village from loans
      union select township, village from roster
      union select township, village from villages) all_villages;

@view(group_counts)
select report_groups.group_kind,
  report_groups.township,
  report_groups.village,
  report_groups.lender,
  coalesce(loan_groups.loans, 0) as loans,
  coalesce(loan_groups.outstanding_loans, 0) as outstanding_loans,
  coalesce(loan_groups.disbursed_principal, 0) as disbursed_principal,
  coalesce(loan_groups.outstanding_principal, 0) as outstanding_principal,
  coalesce(loan_groups.borrower_households, 0) as borrower_households,
  coalesce(loan_groups.outstanding_households, 0) as outstanding_households,
  coalesce(loan_groups.overdue_amount, 0) as overdue_amount,
  coalesce(loan_groups.overdue_loans, 0) as overdue_loans,
  coalesce(loan_groups.overdue_households, 0) as overdue_households,
  coalesce(loan_groups.pass_amount, 0) as pass_amount,
  coalesce(loan_groups.pass_loans, 0) as pass_loans,
  coalesce(loan_groups.special_mention_amount, 0) as special_mention_amount,
  coalesce(loan_groups.special_mention_loans, 0) as special_mention_loans,
  coalesce(loan_groups.substandard_amount, 0) as substandard_amount,
  coalesce(loan_groups.substandard_loans, 0) as substandard_loans,
  coalesce(loan_groups.doubtful_amount, 0) as doubtful_amount,
  coalesce(loan_groups.doubtful_loans, 0) as doubtful_loans,
  coalesce(loan_groups.loss_amount, 0) as loss_amount,
  coalesce(loan_groups.loss_loans, 0) as loss_loans,
  coalesce(loan_groups.due_30_amount, 0) as due_30_amount,
  coalesce(loan_groups.due_30_loans, 0) as due_30_loans,
  coalesce(loan_groups.due_60_amount, 0) as due_60_amount,
  coalesce(loan_groups.due_60_loans, 0) as due_60_loans,
  coalesce(loan_groups.due_90_amount, 0) as due_90_amount,
  coalesce(loan_groups.due_90_loans, 0) as due_90_loans,
  coalesce(loan_groups.covered_households, 0) as covered_households,
  coalesce(loan_groups.covered_ever_households, 0) as covered_ever_households,
  coalesce(loan_groups.matured_loans, 0) as matured_loans,
  coalesce(loan_groups.matured_amount, 0) as matured_amount,
  coalesce(loan_groups.repaid_loans, 0) as repaid_loans,
  coalesce(loan_groups.on_time_loans, 0) as on_time_loans,
  coalesce(loan_groups.undated_loans, 0) as undated_loans,
  coalesce(loan_groups.recovered_amount, 0) as recovered_amount,
  case when has_roster.households > 0 then coalesce(roster_groups.households, 0) end as roster_households
from report_groups
cross join (select count(*) as households from roster) has_roster
left join loan_groups
  on loan_groups.group_kind = report_groups.group_kind
  and coalesce(loan_groups.group_township, '') = report_groups.township
  and coalesce(loan_groups.group_village, '') = report_groups.village
  and coalesce(loan_groups.group_lender, '') = report_groups.lender
left join roster_groups
  on roster_groups.group_kind = case when report_groups.group_kind = 'lender' then 'total' else report_groups.group_kind end
  and coalesce(roster_groups.group_township, '') = report_groups.township
  and coalesce(roster_groups.group_village, '') = report_groups.village;

@view(figures)
select group_kind,
  township,
  village,
  lender,
  loans,
  outstanding_loans,
  disbursed_principal,
  outstanding_principal,
  borrower_households,
  outstanding_households,
  @rate(overdue_by_amount, overdue_amount, outstanding_principal),
  @rate(overdue_by_loans, overdue_loans, outstanding_loans),
  @rate(overdue_by_households, overdue_households, outstanding_households),
  @rate(npl_by_amount, substandard_amount + doubtful_amount + loss_amount, outstanding_principal),
  @rate(npl_by_loans, substandard_loans + doubtful_loans + loss_loans, outstanding_loans),
  @rate(classes_pass_by_loans, pass_loans, outstanding_loans),
  @rate(classes_pass_by_amount, pass_amount, outstanding_principal),
  @rate(classes_special_mention_by_loans, special_mention_loans, outstanding_loans),
  @rate(classes_special_mention_by_amount, special_mention_amount, outstanding_principal),
  @rate(classes_substandard_by_loans, substandard_loans, outstanding_loans),
  @rate(classes_substandard_by_amount, substandard_amount, outstanding_principal),
  @rate(classes_doubtful_by_loans, doubtful_loans, outstanding_loans),
  @rate(classes_doubtful_by_amount, doubtful_amount, outstanding_principal),
  @rate(classes_loss_by_loans, loss_loans, outstanding_loans),
  @rate(classes_loss_by_amount, loss_amount, outstanding_principal),
  roster_households,
  @rate(coverage, case when roster_households is not null then covered_households end, roster_households),
  @rate(coverage_ever, case when roster_households is not null then covered_ever_households end, roster_households),
  @mean(average_loan, disbursed_principal, loans),
  @mean(average_household_balance, outstanding_principal, outstanding_households),
  @rate(due_within_30_by_loans, due_30_loans, outstanding_loans),
  @rate(due_within_30_by_amount, due_30_amount, outstanding_principal),
  @rate(due_within_60_by_loans, due_60_loans, outstanding_loans),
  @rate(due_within_60_by_amount, due_60_amount, outstanding_principal),
  @rate(due_within_90_by_loans, due_90_loans, outstanding_loans),
  @rate(due_within_90_by_amount, due_90_amount, outstanding_principal),
  matured_loans,
  @rate(repaid_by_loans, repaid_loans, matured_loans),
  @rate(on_time_by_loans, case when undated_loans = 0 then on_time_loans end, matured_loans),
  @rate(recovered_by_amount, recovered_amount, matured_amount)
from group_counts;

@view(month_sums)
select @month(due_date) as month,
  year(due_date) * 12 + month(due_date) as month_number,
  year(as_of) * 12 + month(as_of) as first_number,
  count(*) as loans,
  count(distinct household_number) as households,
  @sum_if(true, outstanding_principal) as outstanding_principal,
  @sum_if(days_past_due > 0, outstanding_principal) as overdue_principal
from loan_days
where is_outstanding
group by @month(due_date), year(due_date) * 12 + month(due_date), year(as_of) * 12 + month(as_of);

@view(maturities)
select month,
  loans,
  households,
  outstanding_principal,
  overdue_principal,
  month_number between first_number and first_number + 11
    and (outstanding_principal - overdue_principal) * 12 * 10000
      > coming.principal * (@parameter_on(peak_percent_of_mean, @as_of())) as is_peak
from month_sums
cross join (
  select cast(coalesce(sum(outstanding_principal - overdue_principal), 0) as bigint) as principal
  from month_sums
  where month_number between first_number and first_number + 11) coming;

@view(not_in_roster)
select @rate(by_loans, not_in_roster, loans),
  @rate(by_amount, not_in_roster_amount, outstanding_principal)
from (
  select count(*) as loans,
    @sum_if(true, outstanding_principal) as outstanding_principal,
    case when max(has_roster.households) > 0 then @count_if(not is_in_roster) end as not_in_roster,
    case when max(has_roster.households) > 0
         then @sum_if(not is_in_roster, outstanding_principal) end as not_in_roster_amount
  from loan_days
  cross join (select count(*) as households from roster) has_roster) sums;

