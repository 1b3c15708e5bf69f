@view(lender_sums)
select lender,
  @count_if(is_outstanding) as loans,
  @sum_if(true, outstanding_principal) as outstanding,
  @sum_if(days_past_due > 0, outstanding_principal) as overdue
from loan_days
group by lender;

@view(township_sums)
select township,
  @wide(sum(outstanding_principal)) as outstanding,
  @wide(coalesce(sum(case when days_past_due > 0 then outstanding_principal end), 0)) as overdue
from loan_days
where is_outstanding
group by township;

@view(fund_balances)
select lender as fund_lender, fund_balance, fund_as_of
from (
  select lender, fund_balance, fund.as_of as fund_as_of,
    row_number() over (partition by lender order by fund.as_of desc nulls last, fund_balance desc) as place
  from fund
  cross join report_day
  where fund.as_of is null or fund.as_of <= report_day.as_of) latest
where place = 1;

@view(lender_reports)
select lender as reporting_lender, loan_count, outstanding_principal as reported_outstanding,
  overdue_principal as reported_overdue
from (
  select reported.*, row_number() over (partition by lender order by reported.as_of desc nulls last) as place
  from reported
  cross join report_day
  where reported.as_of is null or reported.as_of = report_day.as_of) latest
where place = 1;

@view(check_a22)
select 'lender' as kind, lender as name, outstanding as amount,
  case when fund_balance is null then 'undetermined funds'
       when fund_balance <= 0 then 'caught empty'
       when most is null then 'undetermined most_leverage'
       when @wide(outstanding) > @wide(fund_balance) * most then 'caught leverage' end as said
from (
  select lender, outstanding, fund_balance, @parameter_on(most_leverage, @as_of()) as most
  from lender_sums
  left join fund_balances on fund_lender = lender
  where outstanding > 0) lenders
union all
select 'county', '', balance,
  case when size is null then 'undetermined fund_prescribed_size'
       when least is null then 'undetermined fund_floor'
       when @wide(balance) * 10000 < @wide(size) * least then 'caught below_floor' end
from (
  select cast(coalesce(sum(fund_balance), 0) as bigint) as balance,
    @parameter_on(fund_prescribed_size, @as_of()) as size,
    @parameter_on(fund_floor, @as_of()) as least
  from fund_balances) whole;

@view(check_a27)
select 'township' as kind, township as name, cast(overdue as bigint) as amount,
  case when overdue * 10000 > outstanding * line then 'caught above_line'
       when overdue * all_outstanding * 10000 > (all_overdue * 10000 + beyond * all_outstanding) * outstanding
       then 'caught above_county' end as said
from (
  select township, outstanding, overdue,
    @parameter_on(overdue_talk_line, @as_of()) as line,
    @parameter_on(above_county_by, @as_of()) as beyond
  from township_sums) townships
cross join (
  select @wide(sum(outstanding)) as all_outstanding, @wide(sum(overdue)) as all_overdue from township_sums) county
union all
select 'county', '', cast(0 as bigint),
  case when @parameter_on(overdue_talk_line, @as_of()) is null then 'undetermined overdue_talk_line' end
from report_day
union all
select 'county', '', cast(0 as bigint),
  case when @parameter_on(above_county_by, @as_of()) is null then 'undetermined above_county_by' end
from report_day
union all
select 'county', '', cast(0 as bigint), 'undetermined earlier_months'
from report_day;

@view(check_a28)
select 'lender' as kind, name,
  case when reported_outstanding is null then cast(0 as bigint)
       when reported_outstanding <> outstanding then abs(reported_outstanding - outstanding)
       when reported_overdue <> overdue then abs(reported_overdue - overdue)
       else cast(0 as bigint) end as amount,
  case when reported_outstanding is null then case when loans > 0 then 'undetermined reported_totals' end
       when reported_outstanding <> outstanding then 'caught outstanding'
       when reported_overdue <> overdue then 'caught overdue'
       when loan_count <> loans then 'caught loans' end as said
from (
  select coalesce(lender, reporting_lender) as name,
    coalesce(loans, 0) as loans, coalesce(outstanding, 0) as outstanding, coalesce(overdue, 0) as overdue,
    loan_count, reported_outstanding, reported_overdue
  from lender_sums
  full join lender_reports on reporting_lender = lender) compared;
