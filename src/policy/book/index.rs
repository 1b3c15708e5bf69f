//! Which rows belong to which group, in two arrays: a look-up is two reads, whatever the number of rows.

/// Rows by group, each group's in their order.
#[derive(Clone, Debug, Default)]
pub(super) struct Index {
    /// By group, where its rows begin; one more for the end of the last.
    starts: Vec<u32>,
    rows: Vec<u32>,
}

impl Index {
    /// The rows of `count` groups; a row of no group is left out.
    pub fn of(count: usize, groups: impl Iterator<Item = Option<u32>> + Clone) -> Index {
        let mut starts = vec![0_u32; count + 1];
        for group in groups.clone().flatten() {
            starts[group as usize + 1] += 1;
        }
        for at in 1..starts.len() {
            starts[at] += starts[at - 1];
        }
        let mut next = starts.clone();
        let mut rows = vec![0; starts.last().map_or(0, |end| *end as usize)];
        for (row, group) in groups.enumerate() {
            if let Some(group) = group {
                let place = &mut next[group as usize];
                rows[*place as usize] = row as u32;
                *place += 1;
            }
        }
        Index { starts, rows }
    }

    /// The rows of a group; none for one that is not there.
    #[inline]
    pub fn of_group(&self, group: u32) -> &[u32] {
        let at = group as usize;
        match (self.starts.get(at), self.starts.get(at + 1)) {
            (Some(&from), Some(&to)) => &self.rows[from as usize..to as usize],
            _ => &[],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_group_has_its_rows_in_their_order_and_a_row_of_none_is_in_none() {
        let groups = [Some(2), Some(0), None, Some(2), Some(0)];
        let index = Index::of(4, groups.into_iter());
        let of = |group| index.of_group(group).to_vec();
        assert_eq!(of(0), [1, 4]);
        assert!(of(1).is_empty() && of(3).is_empty() && of(9).is_empty());
        assert_eq!(of(2), [0, 3]);
    }
}
