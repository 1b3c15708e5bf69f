@view(loan_claims)
select split_up.*,
  claimed - government_part as lender_part,
  case when claim_lacks is not null then claim_lacks
       when government_part is null then 'parameter:government_share' end as lacks
from (
  select netted.*,
    case when government_share is not null
         then @rounded(claimed * least(greatest(government_share, 0), 10000), 10000) end as government_part
  from (
    select told.*,
      case when claim_lacks is null
           then greatest(0, claim_principal + claim_interest - coalesce(insurance_paid, 0)) end as claimed
    from (
      select limited.*,
        case when limit_amount is null then 'parameter:subsidised_limit'
             when household_loans > 64 then 'fact:household_number'
             when covers_interest is null then 'parameter:claim_covers_interest'
             when covers_interest <> 0 and interest_arrears is null then 'fact:interest_arrears' end as claim_lacks,
        case when limit_amount is not null and household_loans <= 64
             then least(outstanding_principal, greatest(0, limit_amount - taken_before)) end as claim_principal,
        case when covers_interest = 0 then 0
             when interest_arrears is not null and covers_interest is not null then greatest(0, interest_arrears)
             end as claim_interest
      from (
        select row_number, loan_number, lender, outstanding_principal, is_outstanding, interest_arrears, insurance_paid,
          branch in ('buffer_over_unable', 'applied') as is_ready,
          @parameter(subsidised_limit) as limit_amount,
          @parameter(claim_covers_interest) as covers_interest,
          @parameter(government_share) as government_share,
          count(*) over (partition by household_number) as household_loans,
          cast(coalesce(sum(case when is_outstanding then outstanding_principal end)
            over (partition by household_number order by disbursement_date, row_number
                  rows between unbounded preceding and 1 preceding), 0) as bigint) as taken_before
        from loan_branches) limited
      where is_outstanding) told) netted) split_up;

@view(claims_lacking)
select lacks, count(*) as loans
from loan_claims
where is_ready and lacks is not null
group by lacks;

@view(loan_payouts)
select row_number, loan_number, lender, is_paid_out, paid, added_back, recovered, is_split, costs,
  lender_first,
  rest - lender_first as fund_after_lender,
  lender_pro_rata,
  rest - lender_pro_rata as fund_pro_rata
from (
  select costed.*,
    case when is_split then least(greatest(payout_by_bank, 0), rest) end as lender_first,
    case when is_split
         then least(rest, coalesce(@rounded(@wide(rest) * greatest(payout_by_bank, 0), payout_by_government + payout_by_bank), 0))
         end as lender_pro_rata
  from (
    select told.*,
      case when is_paid_out and paid is not null
           then greatest(0, case when recovered_after_payout is null then paid
                                 else greatest(0, paid - recovered_after_payout) end - outstanding_principal)
           end as added_back,
      case when is_split then least(greatest(recovery_cost, 0), recovered) end as costs,
      case when is_split then recovered - least(greatest(recovery_cost, 0), recovered) end as rest
    from (
      select loan_days.*,
        coalesce(status, '') = 'paid_out' or coalesce(payout_date <= as_of, false) as is_paid_out,
        payout_by_government + payout_by_bank as paid,
        case when recovered_after_payout > 0 then recovered_after_payout end as recovered,
        coalesce(recovered_after_payout, 0) > 0
          and recovery_cost is not null and payout_by_government is not null and payout_by_bank is not null as is_split
      from loan_days) told) costed) shared;

@view(compensation_groups)
select 'total' as group_kind, '' as lender, sum(fund_balance) as fund_sum, cast(null as date) as fund_as_of
from fund_balances
union all
select 'lender', lender, fund_balance, fund_as_of
from (select lender from loans union select lender from fund union select lender from reported) lenders
left join fund_balances on fund_lender = lender;

@view(claim_sums)
select case when grouping(lender) = 0 then 'lender' else 'total' end as claim_kind,
  lender as claim_lender,
  count(*) as loans,
  @sum_if(true, outstanding_principal) as outstanding_principal,
  count(claimed) as known,
  @sum_if(claimed is not null, claim_principal) as principal,
  @sum_if(claimed is not null, claim_interest) as interest,
  @sum_if(claimed is not null, insurance_paid) as insurance,
  @count_if(claimed is not null and insurance_paid is null) as insurance_untold,
  @sum_if(true, claimed) as claimed,
  count(government_part) as split,
  @sum_if(true, government_part) as government,
  @sum_if(true, lender_part) as lender_part
from loan_claims
where is_ready
group by grouping sets ((), (lender));

@view(payout_sums)
select case when grouping(lender) = 0 then 'lender' else 'total' end as payout_kind,
  lender as payout_lender,
  @count_if(is_paid_out) as paid_out_loans,
  @count_if(is_paid_out and paid is null) as untold,
  @sum_if(is_paid_out, paid) as paid_out_ever,
  @sum_if(is_paid_out, added_back) as paid_out,
  @count_if(recovered is not null and is_split) as recovered_loans,
  @count_if(recovered is not null and not is_split) as undetermined,
  @sum_if(is_split, recovered) as recovered,
  @sum_if(is_split, costs) as costs,
  @sum_if(is_split, lender_first) as lender_first,
  @sum_if(is_split, fund_after_lender) as fund_after_lender,
  @sum_if(is_split, lender_pro_rata) as lender_pro_rata,
  @sum_if(is_split, fund_pro_rata) as fund_pro_rata
from loan_payouts
group by grouping sets ((), (lender));

@view(stock_sums)
select case when grouping(lender) = 0 then 'lender' else 'total' end as stock_kind,
  lender as stock_lender,
  @sum_if(is_outstanding, outstanding_principal) as outstanding,
  @sum_if(days_past_due > 0, outstanding_principal) as overdue,
  @sum_if(class >= 3, outstanding_principal) as non_performing,
  @sum_if(is_ready, outstanding_principal) as ready,
  @sum_if(is_ready and days_past_due > 0, outstanding_principal) as ready_overdue,
  @sum_if(is_ready and class >= 3, outstanding_principal) as ready_non_performing,
  @sum_if(days_left < 0, disbursed_principal) as matured
from (select loan_branches.*, branch in ('buffer_over_unable', 'applied') as is_ready from loan_branches) loans_ready
group by grouping sets ((), (lender));

@view(compensation)
select group_kind, lender,
  coalesce(loans, 0) as claims_loans,
  coalesce(outstanding_principal, 0) as claims_outstanding_principal,
  coalesce(known, 0) as claims_known,
  coalesce(principal, 0) as claims_principal,
  coalesce(interest, 0) as claims_interest,
  coalesce(insurance, 0) as claims_insurance,
  coalesce(insurance_untold, 0) as claims_insurance_untold,
  coalesce(claimed, 0) as claims_claimed,
  coalesce(split, 0) as claims_split,
  coalesce(government, 0) as claims_government,
  coalesce(lender_part, 0) as claims_lender,
  recovered_loans as recoveries_loans,
  recovered as recoveries_recovered,
  costs as recoveries_costs,
  lender_first as recoveries_lender_first,
  fund_after_lender as recoveries_fund_after_lender,
  lender_pro_rata as recoveries_lender_pro_rata,
  fund_pro_rata as recoveries_fund_pro_rata,
  undetermined as recoveries_undetermined,
  @rate(rates_overdue_reported, overdue, outstanding),
  @rate(rates_overdue_restated, overdue + added_back, outstanding + added_back),
  @rate(rates_overdue_once_paid, overdue - ready_overdue, outstanding - ready),
  @rate(rates_overdue_once_paid_restated, overdue - ready_overdue + added_back + ready, outstanding + added_back),
  @rate(rates_non_performing_reported, non_performing, outstanding),
  @rate(rates_non_performing_restated, non_performing + added_back, outstanding + added_back),
  @rate(rates_non_performing_once_paid, non_performing - ready_non_performing, outstanding - ready),
  @rate(rates_non_performing_once_paid_restated, non_performing - ready_non_performing + added_back + ready, outstanding + added_back),
  @rate(rates_paid_out, case when untold = 0 then paid_out_ever end, matured),
  paid_out_loans as rates_paid_out_loans,
  untold as rates_untold,
  fund_balance,
  fund_as_of,
  @rounded(100 * outstanding, fund_balance) as fund_leverage,
  @wide(outstanding) > @wide(fund_balance) * most_leverage as fund_is_above_most,
  case when fund_balance is not null and most_leverage is not null
       then greatest(0, @quotient(outstanding + greatest(most_leverage, 1) - 1, greatest(most_leverage, 1)) - fund_balance)
       end as fund_short_by,
  case when outstanding > 0 then @wide(non_performing) * 10000 > @wide(outstanding) * stop_line end as fund_is_above_stop_line
from (
  select group_kind, lender, fund_as_of,
    cast(fund_sum as bigint) as fund_balance,
    coalesce(outstanding, 0) as outstanding,
    coalesce(overdue, 0) as overdue,
    coalesce(non_performing, 0) as non_performing,
    coalesce(ready, 0) as ready,
    coalesce(ready_overdue, 0) as ready_overdue,
    coalesce(ready_non_performing, 0) as ready_non_performing,
    coalesce(matured, 0) as matured,
    coalesce(paid_out_loans, 0) as paid_out_loans,
    coalesce(untold, 0) as untold,
    coalesce(paid_out_ever, 0) as paid_out_ever,
    case when coalesce(untold, 0) = 0 then coalesce(paid_out, 0) end as added_back,
    coalesce(recovered_loans, 0) as recovered_loans,
    coalesce(undetermined, 0) as undetermined,
    coalesce(recovered, 0) as recovered,
    coalesce(costs, 0) as costs,
    coalesce(lender_first, 0) as lender_first,
    coalesce(fund_after_lender, 0) as fund_after_lender,
    coalesce(lender_pro_rata, 0) as lender_pro_rata,
    coalesce(fund_pro_rata, 0) as fund_pro_rata,
    @parameter_on(most_leverage, @as_of()) as most_leverage,
    @parameter_on(non_performing_stop_line, @as_of()) as stop_line
  from compensation_groups
  left join stock_sums on stock_kind = group_kind and coalesce(stock_lender, '') = lender
  left join payout_sums on payout_kind = group_kind and coalesce(payout_lender, '') = lender) sums
left join claim_sums on claim_kind = group_kind and coalesce(claim_lender, '') = lender;

@view(fund_floor)
select fund_sum as fund_balance,
  prescribed_size,
  @wide(fund_sum) * 10000 < @wide(prescribed_size) * floor_share as is_fund_below_floor
from (
  select cast(fund_sum as bigint) as fund_sum,
    @parameter_on(fund_prescribed_size, @as_of()) as prescribed_size,
    @parameter_on(fund_floor, @as_of()) as floor_share
  from compensation_groups
  where group_kind = 'total') asked;
