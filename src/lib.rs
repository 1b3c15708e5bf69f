//! Credit Atlas.
